import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { Collection } from "./collection.ts";
import { wordsOf } from "./words/text.ts";

/** Tables whose entries have an id and names. */
type NamedTable = Exclude<Collection["table"], "meeting_times">;

/**
 * Returns the ids of the entries with this name, ignoring case, spaces and hyphens: the entry with that id, or else all entries that have
 * it as a name, which may be several ("MA").
 */
export function idsCalled(db: Database, table: NamedTable, typed: string): string[] {
  const called = runTogether(typed);
  if (called === "") return [];
  const entries = statement(db, `SELECT id, names FROM ${table} ORDER BY id`).all() as { id: string; names: string }[];
  const own = entries.filter(({ id }) => runTogether(id) === called);
  const found = own.length > 0 ? own : entries.filter(({ names }) => names.split("\n").some((name) => runTogether(name) === called));
  return found.map(({ id }) => id);
}

/** Returns a name as one word, without the leading article that most people leave out: "The Phoenix" becomes "phoenix". */
export function runTogether(name: string): string {
  const [first, ...rest] = wordsOf(name);
  return [...(first === "the" && rest.length > 0 ? [] : [first ?? ""]), ...rest].join("");
}
