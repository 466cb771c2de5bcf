import { type Saved, saveEntry } from "../collection/save.ts";
import type { Database } from "../database/open.ts";
import { carriedIds, searchedLabels } from "../facets/vocabulary.ts";
import { everyLanguage } from "../listing/text.ts";
import { programCard } from "./card.ts";
import { programs } from "./facets.ts";
import type { Program } from "./program.ts";

/** Writes one program, unless it stands there unchanged. The only writer of the programs' tables; call it inside a transaction. */
export function saveProgram(db: Database, program: Program): Saved {
  const values = facetEntries(program);
  return saveEntry(db, programs, {
    id: program.id,
    names: [program.name, ...program.alsoKnownAs],
    columns: {
      name: program.name,
      touched: program.lastCheck?.date ?? program.added,
      reach: reach(program),
      weight: weight(program),
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
 * that fits, then nationwide before one state, then confirmed before unconfirmed. On the same step crisis lines come last, since
 * they stand on every page. What has closed comes after everything.
 */
function reach({ facets: { access, category }, states, status }: Program): number {
  const rungs = [
    "any-phone" in access && "any-hour" in access,
    "any-phone" in access,
    "low-data" in access,
    "online-from-home" in access,
    "by-mail" in access,
    "start-your-own" in access || "rural-in-person" in access,
    true,
  ];
  return (
    Number(status === "closed") * 1000 +
    rungs.indexOf(true) * 10 +
    Number(states !== "nationwide") * 4 +
    Number("crisis-line" in category) * 2 +
    Number(status !== "active")
  );
}

/** How much a match counts: who names no state, job or community is served best by what serves all, and is known to be there. */
function weight({ states, status, facets: { category } }: Program): number {
  const known = { active: 1, unconfirmed: 0.8, closed: 0.3 }[status];
  const forFew = ["community-specific", "occupation-based", "gender-specific", "youth-focused"].some((id) => id in category);
  return known * (states === "nationwide" ? 1 : 0.6) * (forFew ? 0.75 : 1);
}

function bodyOf(program: Program): string {
  const texts = [...program.description, program.nextStep, program.whoFor, program.ruralNotes, program.howOften, program.cost];
  return [program.operator, program.place, ...texts.map((text) => text && everyLanguage(text))].filter(Boolean).join("\n");
}
