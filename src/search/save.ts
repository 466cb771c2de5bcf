import { createHash } from "node:crypto";
import type { Database } from "../database/open.ts";
import { prepared } from "../database/statements.ts";
import type { Collection } from "./collection.ts";
import { fold, type TextField, textFields, wordsOf } from "./words/text.ts";

/** What a row is found by. */
interface FoundBy {
  /** Every name it goes by: whoever types one in full finds it first. */
  names: readonly string[];
  /** How much a match counts; usually 1. */
  weight: number;
  values: readonly (readonly [facet: string, value: string])[];
  text: Readonly<Record<TextField, string>>;
}

/** What a noun hands over to be kept. */
interface Entry extends FoundBy {
  id: string;
  /** The noun's own columns, by name. */
  columns: Readonly<Record<string, string | number | null>>;
}

export type Saved = "added" | "changed" | "unchanged";

/** Writes one entry, unless it already stands there word for word; a changed one keeps its number. Call it inside a transaction. */
export function saveEntry(db: Database, { table }: Pick<Collection, "table">, entry: Entry): Saved {
  const digest = createHash("sha256").update(JSON.stringify(entry)).digest("base64url");
  const before = prepared(db, `SELECT digest FROM ${table} WHERE id = ?`).pluck().get(entry.id);
  if (before === digest) return "unchanged";
  const columns = { id: entry.id, digest, ...sharedColumns(entry), ...entry.columns };
  prepared(db, upsert(table, Object.keys(columns))).run(columns);
  return before === undefined ? "added" : "changed";
}

/** The columns that are the same in every collection. */
export function sharedColumns({ names, weight, values, text }: FoundBy) {
  return {
    names: names.map((name) => wordsOf(name).join(" ")).join("\n"),
    weight,
    facets: values.map((value) => value.join(" ")).join("\n"),
    text: textFields.map(({ field }) => fold(text[field]).replaceAll("\n", " ")).join("\n"),
  };
}

function upsert(table: string, columns: readonly string[]): string {
  const values = columns.map((column) => `@${column}`).join(", ");
  const changes = columns.map((column) => `${column} = @${column}`).join(", ");
  return `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${values}) ON CONFLICT (id) DO UPDATE SET ${changes}`;
}

/** Removes one entry and all that belongs to it. Call it inside a transaction. */
export function removeEntry(db: Database, { table }: Pick<Collection, "table">, id: string): void {
  prepared(db, `DELETE FROM ${table} WHERE id = ?`).run(id);
}

/** The ids that a collection holds now. */
export function savedIds(db: Database, { table }: Pick<Collection, "table">): string[] {
  return db.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as string[];
}
