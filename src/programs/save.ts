import { type Saved, saveEntry } from "../search/save.ts";
import type { Database } from "../database/open.ts";
import { carriedIds, searchedLabels } from "../listing/vocabulary.ts";
import { everyLanguage } from "../listing/text.ts";
import { programCard } from "./card.ts";
import { closedReach, programs } from "./facets.ts";
import type { Program } from "./program.ts";

/** Writes one program, unless it stands there unchanged. The only writer of the programs' tables; call it inside a transaction. */
export function saveProgram(db: Database, program: Program): Saved {
  const values = facetEntries(program);
  return saveEntry(db, programs, {
    id: program.id,
    names: [program.name, ...program.alsoKnownAs],
    weight: weight(program),
    columns: {
      name: program.name,
      touched: program.lastCheck?.date ?? program.added,
      reach: reach(program),
      card: JSON.stringify(programCard(program)),
      listing: JSON.stringify(program),
    },
    values,
    text: {
      name: program.name,
      also: program.alsoKnownAs.join(" · "),
      labels: searchedLabels(values),
      summary: everyLanguage(program.summary),
      body: bodyOf(program),
    },
  });
}

function facetEntries(program: Program): [facet: string, value: string][] {
  const states = program.states === "nationwide" ? ["nationwide"] : program.states;
  const chosen = Object.entries(carriedIds(program.facets)).flatMap(([facet, ids]) => ids.map((id) => [facet, id]));
  return [...chosen, ...states.map((state) => ["state", state])] as [string, string][];
}

/**
 * How easily somebody far from town reaches it, lowest first (told to readers under words.programs.sortRule): the first rung
 * that fits; on one rung nationwide before one state, for everybody before for few, crisis lines (they stand on every page) after
 * the others, confirmed before unconfirmed. What has closed comes after everything.
 */
function reach(program: Program): number {
  const { access, category } = program.facets;
  const rungs = [
    "any-phone" in access && "any-hour" in access,
    "any-phone" in access,
    "low-data" in access,
    "online-from-home" in access,
    "by-mail" in access,
    "start-your-own" in access || "rural-in-person" in access,
    true,
  ];
  const later = [program.states !== "nationwide", isForFew(program), "crisis-line" in category, program.status !== "active"];
  const steps = later.reduce((sum, applies) => sum * 2 + Number(applies), 0);
  return Number(program.status === "closed") * closedReach + rungs.indexOf(true) * 100 + steps;
}

/** How much a match counts: who names no state, job or community is served best by what serves all, and is known to be there. */
function weight(program: Program): number {
  const known = { active: 1, unconfirmed: 0.8, closed: 0.3 }[program.status];
  return known * (program.states === "nationwide" ? 1 : 0.6) * (isForFew(program) ? 0.75 : 1);
}

function isForFew({ facets: { category } }: Program): boolean {
  return ["community-specific", "occupation-based", "gender-specific", "youth-focused"].some((id) => id in category);
}

function bodyOf(program: Program): string {
  const texts = [...program.description, program.nextStep, program.whoFor, program.ruralNotes, program.howOften, program.cost];
  return [program.operator, program.place, ...texts.map((text) => text && everyLanguage(text))].filter(Boolean).join("\n");
}
