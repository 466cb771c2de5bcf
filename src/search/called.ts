import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { Collection } from "./collection.ts";
import { wordsOf } from "./words/text.ts";

/** The tables whose entries have an id and names. */
type NamedTable = Exclude<Collection["table"], "meeting_times">;

/**
 * The ids of the entries that somebody may call so, whatever the case, the spaces and the hyphens: the one whose id it is, else those
 * that have it as a name, which may be several ("MA").
 */
export function idsCalled(db: Database, table: NamedTable, typed: string): string[] {
  const called = runTogether(typed);
  if (called === "") return [];
  const entries = statement(db, `SELECT id, names FROM ${table} ORDER BY id`).all() as { id: string; names: string }[];
  const own = entries.filter(({ id }) => runTogether(id) === called);
  const found = own.length > 0 ? own : entries.filter(({ names }) => names.split("\n").some((name) => runTogether(name) === called));
  return found.map(({ id }) => id);
}

/** A name as one word, without the article that most people leave out: "The Phoenix" and "phoenix" are one. */
export function runTogether(name: string): string {
  const [first, ...rest] = wordsOf(name);
  return [...(first === "the" && rest.length > 0 ? [] : [first ?? ""]), ...rest].join("");
}
