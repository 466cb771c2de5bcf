import { createHash } from "node:crypto";
import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { Collection } from "./collection.ts";
import { fold, type TextField, textFields, wordsOf } from "./words/text.ts";

/** What a row is found by. */
interface SearchedFields {
  /** All its names: a search for one of them in full lists it first. */
  names: readonly string[];
  /** Weight of a match; usually 1. */
  weight: number;
  tags: readonly (readonly [facet: string, value: string])[];
  text: Readonly<Record<TextField, string>>;
}

/** An entry to write. */
interface Entry extends SearchedFields {
  id: string;
  /** Additional columns of the noun, by name. */
  columns: Readonly<Record<string, string | number | null>>;
}

type Table = Pick<Collection, "table">;

export type Saved = "added" | "changed" | "unchanged";

/** Writes an entry unless an identical one is stored; a changed one keeps its row number. Call it inside a transaction. */
export function saveEntry(db: Database, { table }: Table, entry: Entry): Saved {
  const digest = createHash("sha256").update(JSON.stringify(entry)).digest("base64url");
  const before = statement(db, `SELECT digest FROM ${table} WHERE id = ?`).pluck().get(entry.id);
  if (before === digest) return "unchanged";
  const columns = { id: entry.id, digest, ...searchedColumns(entry), ...entry.columns };
  statement(db, upsert(table, Object.keys(columns))).run(columns);
  return before === undefined ? "added" : "changed";
}

/** Returns the columns that are the same in every collection. */
export function searchedColumns({ names, weight, tags, text }: SearchedFields) {
  return {
    names: names.map((name) => wordsOf(name).join(" ")).join("\n"),
    weight,
    facets: tags.map(([facet, value]) => `${facet} ${value}`).join("\n"),
    text: textFields.map(({ field }) => fold(text[field]).replaceAll("\n", " ")).join("\n"),
  };
}

function upsert(table: string, columns: readonly string[]): string {
  const values = columns.map((column) => `@${column}`).join(", ");
  const changes = columns.map((column) => `${column} = @${column}`).join(", ");
  return `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${values}) ON CONFLICT (id) DO UPDATE SET ${changes}`;
}

/** Removes an entry and everything that belongs to it. Call it inside a transaction. */
export function removeEntry(db: Database, { table }: Table, id: string): void {
  statement(db, `DELETE FROM ${table} WHERE id = ?`).run(id);
}

/** Returns the ids in a collection. */
export function savedIds(db: Database, { table }: Table): string[] {
  return db.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as string[];
}
