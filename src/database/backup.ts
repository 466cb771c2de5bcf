import { chmodSync, renameSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { nameOfBackup, partEnding, removeOldParts } from "./backup-folder.ts";
import { makeFolder } from "./make-folder.ts";
import type { Database } from "./open.ts";
import { removeFiles, syncFile } from "./replace.ts";

/** A copy of the database that was opened, checked and counted. */
export interface Backup {
  file: string;
  /** How many rows each table has. */
  rows: Readonly<Record<string, number>>;
}

/**
 * Copies the database as it is at this moment into `folder`, while others read and write it. The copy has its name only when SQLite finds
 * no fault with it and it holds as many rows as the database did. `at` is in epoch milliseconds. Throws where that fails; then whatever was
 * in the folder stays as it was.
 */
export async function backUp(db: Database, folder: string, at: number): Promise<Backup> {
  makeFolder(folder);
  removeOldParts(folder, at);
  const file = join(folder, nameOfBackup(at));
  const part = `${file}-${process.pid}${partEnding}`;
  try {
    const rows = await copyInto(db, part);
    // It holds what only editors may read.
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

/** SQLite copies so many pages without a pause: all of them, so that nobody who writes makes it begin anew. */
const allPages = 2 ** 31 - 1;

/** Copies the database, and counts its rows at that very moment. */
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

/** Opens a copy, makes it one file that is whole by itself, and counts its rows. Throws where SQLite finds fault with it. */
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

/** Throws a sentence where SQLite finds fault with any page or any reference. */
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
