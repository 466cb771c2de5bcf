import { existsSync, realpathSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { checkpoint } from "./checkpoint.ts";
import { fileAt, fileState, Replaced, refuseReplaced, rememberFile } from "./file.ts";
import { makeFolder } from "./make-folder.ts";
import { migrate, needsMigration } from "./migrate.ts";
import { asideOf, migrateByCopy } from "./migrate-copy.ts";
import { describeOpenError } from "./open-error.ts";
import { isNew, refuseForeign } from "./recognize.ts";
import { isBeingReplaced } from "./replacing.ts";

export type Database = Sqlite.Database;

/**
 * Opens the SQLite file (or `:memory:`), creating it and its tables where they are missing. Throws an error that names the file and what to
 * do; a file that is not ours is not changed.
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
  const db = connect(path);
  if (!needsMigration(db)) {
    if (!db.memory) rmSync(asideOf(actualPath(path)), { force: true });
    return db;
  }
  try {
    // A new one has nothing to lose.
    if (db.memory || isNew(db)) {
      migrate(db);
      return db;
    }
    migrateByCopy(db);
  } catch (error) {
    db.close();
    throw error;
  }
  db.close();
  return open(path);
}

/** Opens the file without migrating it. Throws where it is not ours, without changing it. */
function connect(path: string): Database {
  const before = fileAt(path);
  waitUntilReplaced(path);
  const db = new Sqlite(path);
  try {
    if (!rememberFile(db, before)) throw new Replaced();
    refuseForeign(db);
    // SQLite opens the -wal only on the first read, and it must belong to the same database.
    if (isBeingReplaced(actualPath(path))) throw new Replaced();
    refuseReplaced(db);
    // WAL: readers continue while an import writes, and a killed process loses nothing that was committed. FULL: nor does a power failure,
    // so an index is never on the disk before the data that it was built from.
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    db.pragma("foreign_keys = ON");
    db.pragma("busy_timeout = 5000");
  } catch (error) {
    db.close();
    // Another process has just replaced it with a migrated or restored one.
    if (error instanceof Replaced || fileState(db) === "replaced") return connect(path);
    throw error;
  }
  return db;
}

/** Waits while another process replaces the file, which takes a moment. */
function waitUntilReplaced(path: string): void {
  for (let tries = 0; isBeingReplaced(actualPath(path)); tries++) {
    if (tries === maxTries) throw new Error("another process has begun to replace it and does not come to an end");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, interval);
  }
}

/** Milliseconds between attempts; half a minute in all. */
const interval = 20;
const maxTries = 1500;

/** Resolves links, as SQLite does. */
function actualPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

/** Opens a database to copy it, whatever version its tables have. Throws where there is none, or where it is not ours. */
export function openToCopy(path: string): Database {
  if (!existsSync(path)) throw new Error(`there is no database at ${path}.`);
  let db: Database | null = null;
  try {
    db = new Sqlite(path, { readonly: true });
    refuseForeign(db);
    return db;
  } catch (error) {
    db?.close();
    throw new Error(describeOpenError(path, error as Error), { cause: error });
  }
}

/** Closes the database after work that may have written to it. */
export function closeDatabase(db: Database): void {
  checkpoint(db);
  db.close();
}
