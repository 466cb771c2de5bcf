import { chownSync, closeSync, constants, copyFileSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import { checkpoint } from "./checkpoint.ts";
import { refuseReplaced } from "./file.ts";
import { replaceWithNote } from "./replacing.ts";
import { waitAtMost } from "./try-to-write.ts";

/** Copies and replaces a database file safely while other processes have it open and may be killed at any time. */

/** In milliseconds; an import holds the lock for half a minute. */
const maxWait = 60_000;

/**
 * Runs `work` while no process can write to the database. Waits up to a minute for a writer; after that throws SQLite's "database is
 * locked". Throws Replaced where another file has replaced the database.
 */
export function holdStill<T>(db: Database, work: () => T): T {
  checkpoint(db);
  return waitAtMost(db, maxWait, () => {
    try {
      db.exec("BEGIN IMMEDIATE");
      refuseReplaced(db);
      return work();
    } finally {
      if (db.inTransaction) db.exec("ROLLBACK");
    }
  });
}

/**
 * Copies a database including what is still only in its log, which a reader may keep from being emptied. Call it within holdStill: the log
 * is not reset then, so it contains whatever is moved into the file meanwhile.
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

/** Copies a file and its owner. */
export function copyFile(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  const { uid, gid } = statSync(from);
  try {
    chownSync(to, uid, gid);
  } catch {
    // Only root may change a file's owner; others who can read the file may own the copy.
  }
}

/**
 * Replaces the database at `path` with the file `next` and keeps it, complete, at `aside`. There is a complete database at `path` at all
 * times. Call it within holdStill of the old one. `next` must be on the same disk, closed and self-contained.
 */
export function replaceFile(path: string, next: string, aside: string): void {
  syncFile(next);
  rmSync(aside, { force: true });
  keepAside(path, aside);
  // Also removes the old one's -wal: SQLite would use it for the new one.
  replaceWithNote(path, next, () => renameSync(next, path));
  syncFile(dirname(path));
}

/** Adds a hard link to the file, or copies it where it has a log or the file system has no hard links. */
function keepAside(path: string, aside: string): void {
  try {
    if (hasLog(path)) copyDatabase(path, aside);
    else linkSync(path, aside);
  } catch (error) {
    if (hasLog(path)) throw error;
    copyFile(path, aside);
  }
}

/** Waits until a file, or a folder's list of files, would survive a power failure. */
export function syncFile(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Removes a database that is not in use, with all files that SQLite has put beside it. */
export function removeFiles(path: string): void {
  for (const ending of ["", "-wal", "-shm", "-journal"]) rmSync(path + ending, { force: true });
}
