import { createHash } from "node:crypto";
import type { Database } from "../database/open.ts";
import { prepared } from "../database/prepared.ts";
import { type Collection, type TextField, textFields } from "./collection.ts";
import { fold, wordsOf } from "./text.ts";

/** What a noun hands over to be kept: its columns, its facet values and the text it is found by. */
interface Entry {
  id: string;
  /** Every name it goes by: whoever types one in full finds it first. */
  names: readonly string[];
  /** The columns beside number and id, by name. */
  columns: Readonly<Record<string, string | number | null>>;
  values: readonly (readonly [facet: string, value: string])[];
  text: Readonly<Record<TextField, string>>;
}

export type Saved = "added" | "changed" | "unchanged";

/** Writes one entry, unless it already stands there word for word. Call it inside a transaction. */
export function saveEntry(db: Database, { table }: Pick<Collection, "table">, entry: Entry): Saved {
  const digest = createHash("sha256").update(JSON.stringify(entry)).digest("base64url");
  const before = prepared(db, `SELECT number, digest FROM ${table} WHERE id = ?`).get(entry.id) as
    | { number: number; digest: string }
    | undefined;
  if (before?.digest === digest) return "unchanged";
  if (before) removeEntry(db, { table }, entry.id);
  const names = entry.names.map((name) => wordsOf(name).join(" ")).join("\n");
  const columns = { ...entry.columns, names, digest };
  const columnNames = Object.keys(columns);
  const { lastInsertRowid: number } = prepared(
    db,
    `INSERT INTO ${table} (number, id, ${columnNames.join(", ")}) VALUES (@number, @id, ${columnNames.map((name) => `@${name}`).join(", ")})`,
  ).run({ number: before?.number ?? null, id: entry.id, ...columns });
  const addValue = prepared(db, `INSERT OR IGNORE INTO ${table}_values (number, facet, value) VALUES (?, ?, ?)`);
  for (const [facet, value] of entry.values) addValue.run(number, facet, value);
  const texts = textFields.map(({ field }) => fold(entry.text[field]));
  prepared(db, `INSERT INTO ${table}_text (number, ${textFields.map(({ field }) => field).join(", ")}) VALUES (?, ?, ?, ?, ?, ?)`).run(
    number,
    ...texts,
  );
  return before ? "changed" : "added";
}

/** Removes one entry and all that belongs to it. Call it inside a transaction. */
export function removeEntry(db: Database, { table }: Pick<Collection, "table">, id: string): void {
  prepared(db, `DELETE FROM ${table} WHERE id = ?`).run(id);
}

/** The ids that a collection holds now. */
export function savedIds(db: Database, { table }: Pick<Collection, "table">): string[] {
  return db.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as string[];
}
