import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { rememberFile } from "./file.ts";
import { migrate } from "./migrate.ts";
import { describeOpenError } from "./open-error.ts";
import { refuseForeign } from "./recognize.ts";

export type Database = Sqlite.Database;

/**
 * Opens the SQLite file (or `:memory:`), creating it and its tables where they are missing. Throws a sentence that names the file and
 * what to do; a file that is not ours stays as it is.
 */
export function openDatabase(path: string): Database {
  try {
    return open(path);
  } catch (error) {
    throw new Error(describeOpenError(path, error as Error), { cause: error });
  }
}

function open(path: string): Database {
  if (path !== ":memory:") makeFolder(dirname(path));
  const db = new Sqlite(path);
  try {
    refuseForeign(db);
    // WAL: readers go on while an import writes, and a killed process loses nothing that was committed. FULL: neither does a power
    // cut, so an index is never on the disk before the data that it was built from.
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    db.pragma("foreign_keys = ON");
    db.pragma("busy_timeout = 5000");
    migrate(db);
  } catch (error) {
    db.close();
    throw error;
  }
  rememberFile(db);
  return db;
}

/** Makes a folder and those above it. Not with `recursive`: in /proc that never ends. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it in the meantime.
    if (!existsSync(path)) throw error;
  }
}

/** Moves everything committed into the file itself, so that a copy of that one file is whole even without the `-wal` beside it. */
export function checkpoint(db: Database): void {
  try {
    db.pragma("wal_checkpoint(TRUNCATE)");
  } catch {
    // No room or no right to: the `-wal` file still has it all, and SQLite tries again by itself.
  }
}

/** Closes the database after work that may have written. */
export function closeDatabase(db: Database): void {
  checkpoint(db);
  db.close();
}
