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
 * Puts the backup `file` in the place of the database at `path`, as a history of its own. Returns where the database from before is now;
 * null where there was none. A site that runs takes it up by itself. `at` is in epoch milliseconds; `beginHistory` sees to it that nothing made
 * from the history that is left is believed any more (changes/identity.ts).
 *
 * Throws a sentence where the file is damaged, not ours, empty or newer than this program; then nothing is changed. The file itself stays
 * as it is.
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

/** Copies a backup to where its name can be changed in one step, and brings the copy up to date. */
function makeReady(file: string, next: string, beginHistory: (db: Database) => void): void {
  removeFiles(next);
  // Beside a copy that was made with cp there may be what had not been moved into it yet.
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

/** The database that is to be replaced; null where it is so damaged that nobody can write to it. Throws where it is another program's. */
function openOld(path: string): Database | null {
  let old: Database | null = null;
  try {
    old = new Sqlite(path);
    rememberFile(old, null);
    if (!isNew(old)) refuseForeign(old);
    if (!isDamaged(old)) return old;
  } catch (error) {
    // What a newer Porchlight has made may give way: whoever goes back to an older one does just that.
    if (old !== null && error instanceof NewerDatabase) return old;
    if (error instanceof NotOurDatabase) throw new Error(`Nothing is put in the place of ${path}: ${error.message}`, { cause: error });
  }
  old?.close();
  return null;
}
