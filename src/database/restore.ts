import { existsSync, realpathSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import { refuseDamaged } from "./backup.ts";
import { momentInName } from "./backup-folder.ts";
import { isDamaged, rememberFile } from "./file.ts";
import { makeFolder } from "./make-folder.ts";
import { migrate } from "./migrate.ts";
import { isNew, NewerDatabase, NotOurDatabase, refuseForeign } from "./recognize.ts";
import { copyFile, holdStill, removeFiles, replaceFile } from "./replace.ts";
import { replaceWithNote } from "./replacing.ts";

/**
 * Replaces the database at `path` with the backup `file`, as a separate history. Returns the path of the previous database; null where
 * there was none. A running site adopts it automatically. `at` is in epoch milliseconds; `beginHistory` ensures that nothing made from the
 * abandoned history is trusted any longer (changes/identity.ts).
 *
 * Throws where the file is damaged, not ours, empty or newer than this program, and then changes nothing. The backup itself is not changed.
 */
export function restoreDatabase(path: string, file: string, at: number, beginHistory: (db: Database) => void): string | null {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  makeFolder(dirname(path));
  const target = existsSync(path) ? realpathSync(path) : path;
  const next = `${target}-restoring-${process.pid}`;
  const aside = `${target}-before-restore-${momentInName(at)}`;
  try {
    makeReady(file, next, beginHistory);
    return putInPlace(target, next, aside);
  } catch (error) {
    removeFiles(next);
    throw error;
  }
}

/** Copies a backup to the target's disk, where it can be renamed in one step, and migrates the copy. */
function makeReady(file: string, next: string, beginHistory: (db: Database) => void): void {
  removeFiles(next);
  // A copy made with cp may have a log that was not yet moved into it.
  for (const ending of ["", "-wal"]) if (existsSync(file + ending)) copyFile(file + ending, next + ending);
  const db = new Sqlite(next);
  try {
    refuseUnfit(db, file);
    db.pragma("journal_mode = DELETE");
    db.pragma("foreign_keys = ON");
    migrate(db);
    beginHistory(db);
  } finally {
    db.close();
  }
}

function refuseUnfit(db: Database, file: string): void {
  try {
    refuseForeign(db);
    refuseDamaged(db);
  } catch (error) {
    if (error instanceof NotOurDatabase) throw new Error(`${file} cannot be restored: ${error.message}`, { cause: error });
    throw new Error(`${file} is damaged, or never was a database (${(error as Error).message}). Take another backup.`, { cause: error });
  }
  if (isNew(db) || db.prepare("SELECT count(*) FROM programs").pluck().get() === 0) throw new Error(`${file} holds no programs.`);
}

function putInPlace(path: string, next: string, aside: string): string | null {
  if (!existsSync(path)) {
    replaceWithNote(path, next, () => renameSync(next, path));
    return null;
  }
  const old = openOld(path);
  if (old === null) {
    for (const ending of ["", "-wal"]) if (existsSync(path + ending)) copyFile(path + ending, aside + ending);
    replaceWithNote(path, next, () => renameSync(next, path));
    return aside;
  }
  try {
    holdStill(old, () => replaceFile(path, next, aside));
    return aside;
  } finally {
    old.close();
  }
}

/** Opens the database to be replaced; returns null where it is too damaged to be written to. Throws where it belongs to another program. */
function openOld(path: string): Database | null {
  let old: Database | null = null;
  try {
    old = new Sqlite(path);
    rememberFile(old, null);
    if (!isNew(old)) refuseForeign(old);
    if (!isDamaged(old)) return old;
  } catch (error) {
    // A newer Porchlight's database may be replaced: that is what going back to an older version means.
    if (old !== null && error instanceof NewerDatabase) return old;
    if (error instanceof NotOurDatabase) throw new Error(`Nothing is put in the place of ${path}: ${error.message}`, { cause: error });
  }
  old?.close();
  return null;
}
