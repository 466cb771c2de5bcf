import { programCollection } from "../../src/programs/facets.ts";
import type { Program } from "../../src/programs/program.ts";
import { type Filter, filterQuery } from "../../src/search/filter.ts";
import { vocabulary } from "../support/vocabulary.ts";
import { type Chance, chanceFrom } from "./random.ts";

/** What people might ask of the programs, at random. */

const programs = programCollection(vocabulary);

/** One to three facets, one or two values each, no words; half of them in one state. */
export function randomFilter(chance: Chance): Filter {
  const names = programs.facets.filter(({ single }) => !single);
  const chosen: Record<string, string[]> = {};
  for (let left = 1 + chance.below(3); left > 0; left--) {
    const { name, values } = chance.pick(names);
    const ids = [chance.pick(values).id, ...(chance.happens(0.3) ? [chance.pick(values).id] : [])];
    chosen[name] = [...new Set(ids)];
  }
  if (chance.happens(0.5)) chosen["state"] = [chance.pick(programs.facets[0].values).id];
  return { q: "", chosen, sort: chance.happens(0.2) ? "name" : null, page: chance.happens(0.1) ? 2 : 1, exact: false, parameters: {} };
}

/** Words out of one program's name, of its summary, or of both, the last one sometimes cut short; a third with a filter. */
export function randomSearch(chance: Chance, from: readonly Program[]): Filter {
  const { name, summary } = chance.pick(from);
  const words = (chance.happens(0.5) ? name : summary.en).match(/\p{L}{3,}/gu) ?? [name];
  const start = chance.below(words.length);
  const typed = words.slice(start, start + 1 + chance.below(3)).join(" ");
  const chosen = chance.happens(0.33) ? randomFilter(chance).chosen : {};
  return {
    q: chance.happens(0.2) ? typed.slice(0, Math.max(4, typed.length - 3)) : typed,
    chosen,
    sort: null,
    page: 1,
    exact: false,
    parameters: {},
  };
}

/** Addresses of results pages, no two the same, so that no answer can be one that was kept. */
export function randomProgramAddresses(count: number, seed: number): string[] {
  const chance = chanceFrom(seed);
  const addresses = new Set<string>();
  while (addresses.size < count) addresses.add(`/programs?${filterQuery(programs, randomFilter(chance))}`);
  return [...addresses];
}
