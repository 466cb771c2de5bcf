import { chmodSync, renameSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { nameOfBackup, partEnding, removeOldParts } from "./backup-folder.ts";
import { makeFolder } from "./make-folder.ts";
import type { Database } from "./open.ts";
import { removeFiles, syncFile } from "./replace.ts";

/** A finished backup, which was opened and checked. */
export interface Backup {
  file: string;
  /** Number of rows in each table. */
  rows: Readonly<Record<string, number>>;
}

/**
 * Copies the current state of the database into `folder` while others read and write it. The copy gets its final name only when SQLite
 * finds no fault with it and it has as many rows as the database had. `at` is in epoch milliseconds. Throws where that fails, and leaves
 * existing backups as they were.
 */
export async function backUp(db: Database, folder: string, at: number): Promise<Backup> {
  makeFolder(folder);
  removeOldParts(folder, at);
  const file = join(folder, nameOfBackup(at));
  const part = `${file}-${process.pid}${partEnding}`;
  try {
    const rows = await copyInto(db, part);
    // It contains data that only editors may read.
    chmodSync(part, 0o600);
    refuseUnlessSame(rows, checkAlone(part));
    syncFile(part);
    renameSync(part, file);
    syncFile(folder);
    return { file, rows };
  } catch (error) {
    removeFiles(part);
    throw error;
  }
}

/** Pages that SQLite copies without a pause: all of them, so that a writer cannot make it start over. */
const allPages = 2 ** 31 - 1;

/** Copies the database and counts its rows in the same snapshot. */
async function copyInto(db: Database, part: string): Promise<Backup["rows"]> {
  db.exec("BEGIN");
  try {
    const rows = countRows(db);
    await db.backup(part, { progress: () => allPages });
    return rows;
  } finally {
    db.exec("ROLLBACK");
  }
}

/** Opens a copy, turns it into a single self-contained file, and counts its rows. Throws where SQLite finds a fault in it. */
function checkAlone(part: string): Backup["rows"] {
  const copy = new Sqlite(part);
  try {
    copy.pragma("journal_mode = DELETE");
    refuseDamaged(copy);
    return countRows(copy);
  } finally {
    copy.close();
  }
}

/** Throws where SQLite finds a fault in any page or foreign key. */
export function refuseDamaged(db: Database): void {
  const fault = db.pragma("integrity_check(1)", { simple: true });
  if (fault !== "ok") throw new Error(`SQLite finds fault with it: ${String(fault)}.`);
  const [lost] = db.pragma("foreign_key_check") as { table: string }[];
  if (lost) throw new Error(`SQLite finds fault with it: a row of ${lost.table} points to nothing.`);
}

function countRows(db: Database): Backup["rows"] {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name").pluck().all();
  const count = (table: string) => db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number;
  return Object.fromEntries((tables as string[]).map((table) => [table, count(table)]));
}

function refuseUnlessSame(before: Backup["rows"], after: Backup["rows"]): void {
  const wrong = Object.keys(before).find((table) => before[table] !== after[table]);
  if (wrong) throw new Error(`The copy has ${after[wrong] ?? "no"} rows of ${wrong}, and the database ${before[wrong]}.`);
}
