import * as z from "zod";
import { readJson } from "./read-json.ts";
import { stateCodes } from "./states.ts";
import { foldTown, plainWords } from "./town.ts";

/** A part of the country by its popular name, or a town by a name that the post office does not know. */
interface Region {
  name: string;
  /** Its other names. Several regions may share a name: "panhandle". */
  also: string[];
  states: string[];
  /** The town at its center, as `near` accepts it: "Marquette, MI"; null if the region is too large to be near. */
  around: string | null;
  /** The page that gives its location; null if that is common knowledge. */
  source: string | null;
}

/** Regions by name, folded like towns; null until first used, so that a start need not wait for them or their schema. */
let regions: ReadonlyMap<string, readonly Region[]> | null = null;

/** Returns the regions of that folded name that lie in one of these states, or all of them if none is given. */
export function regionsNamed(folded: string, states: readonly string[]): Region[] {
  regions ??= readRegions();
  const found = regions.get(folded) ?? [];
  return states.length === 0 ? [...found] : found.filter((region) => region.states.some((state) => states.includes(state)));
}

function readRegions(): ReadonlyMap<string, readonly Region[]> {
  const schema = z.array(
    z.strictObject({
      name: z.string().min(2),
      also: z.array(z.string().min(2)).default([]),
      states: z.array(z.enum(stateCodes)).min(1),
      around: z.string().nullable().default(null),
      source: z.url().nullable().default(null),
    }),
  );
  const byName = new Map<string, Region[]>();
  for (const region of schema.parse(readJson("regions.json"))) {
    for (const folded of new Set([region.name, ...region.also].map((name) => foldTown(plainWords(name))))) {
      byName.set(folded, [...(byName.get(folded) ?? []), region]);
    }
  }
  return byName;
}

/** Returns the name by which a region is found: "Upper Peninsula, MI", or "Four Corners" if it lies in several states. */
export function regionLabel({ name, states }: Region): string {
  return states.length === 1 ? `${name}, ${states[0]}` : name;
}
