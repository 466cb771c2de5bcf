import { chownSync, closeSync, constants, copyFileSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import { checkpoint } from "./checkpoint.ts";
import { refuseReplaced } from "./file.ts";
import { replaceWithNote } from "./replacing.ts";

/** How the file of a database is copied whole and replaced by another, while other processes have it open and may be killed at any moment. */

/** An import holds the lock for half a minute. */
const maxWait = 60_000;

/**
 * Does `work` while no process can write to the database. Waits up to a minute for whoever writes; throws SQLite's "database is locked" after
 * that, and Replaced where another file is in its place.
 */
export function holdStill<T>(db: Database, work: () => T): T {
  const before = db.pragma("busy_timeout", { simple: true });
  checkpoint(db);
  db.pragma(`busy_timeout = ${maxWait}`);
  try {
    db.exec("BEGIN IMMEDIATE");
    refuseReplaced(db);
    return work();
  } finally {
    if (db.inTransaction) db.exec("ROLLBACK");
    db.pragma(`busy_timeout = ${before}`);
  }
}

/**
 * Copies a database as it stands, with what is only in its log yet: a reader may keep that from being emptied. Call it within holdStill:
 * nobody begins the log anew then, so it has whatever is moved into the file meanwhile.
 */
export function copyDatabase(from: string, to: string): void {
  copyFile(from, to);
  if (!hasLog(from)) return;
  copyFile(`${from}-wal`, `${to}-wal`);
  const copy = new Sqlite(to);
  copy.pragma("journal_mode = DELETE");
  copy.close();
}

function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Copies a file, for the same owner. */
export function copyFile(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  const { uid, gid } = statSync(from);
  try {
    chownSync(to, uid, gid);
  } catch {
    // Only root may give a file away; whoever else may read it may have the copy too.
  }
}

/**
 * Puts the file `next` in the place of the database at `path`, which stays whole at `aside`. There is a whole database at `path` at every
 * moment. Call it within holdStill of the old one. `next` is on the same disk, closed, and whole by itself.
 */
export function replaceFile(path: string, next: string, aside: string): void {
  syncFile(next);
  rmSync(aside, { force: true });
  keepAside(path, aside);
  // The old one's -wal goes too: SQLite would take it for the new one's.
  replaceWithNote(path, next, () => renameSync(next, path));
  syncFile(dirname(path));
}

/** A second name for the same file; a copy where that is not all of it, or the disk knows no such thing. */
function keepAside(path: string, aside: string): void {
  try {
    if (hasLog(path)) copyDatabase(path, aside);
    else linkSync(path, aside);
  } catch (error) {
    if (hasLog(path)) throw error;
    copyFile(path, aside);
  }
}

/** Waits until a file, or what a folder lists, would outlive a power cut. */
export function syncFile(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Removes a database that nobody uses, with all that SQLite has put beside it. */
export function removeFiles(path: string): void {
  for (const ending of ["", "-wal", "-shm", "-journal"]) rmSync(path + ending, { force: true });
}
