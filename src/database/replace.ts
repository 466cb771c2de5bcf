import {
  chownSync,
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import type { Database } from "better-sqlite3";
import { checkpoint } from "./checkpoint.ts";

/** How the file of a database is copied whole and replaced by another, while other processes have it open and may be killed at any moment. */

/** An import holds the lock for half a minute; a reader may hold the log for a moment, again and again. */
const maxWait = 60_000;
const maxAttempts = 20;

/**
 * Does `work` while no process can write to the database and all that was ever committed is in the one file, nothing beside it. Waits up
 * to a minute for whoever writes; throws SQLite's "database is locked" after that.
 */
export function holdStill<T>(db: Database, work: () => T): T {
  const before = db.pragma("busy_timeout", { simple: true });
  db.pragma(`busy_timeout = ${maxWait}`);
  try {
    beginWithEmptyLog(db);
    return work();
  } finally {
    if (db.inTransaction) db.exec("ROLLBACK");
    db.pragma(`busy_timeout = ${before}`);
  }
}

function beginWithEmptyLog(db: Database): void {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    checkpoint(db);
    db.exec("BEGIN IMMEDIATE");
    if ((statSync(`${realpathSync(db.name)}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0) return;
    // Somebody has written between the two.
    db.exec("ROLLBACK");
  }
  throw Object.assign(new Error("other processes write to it all the time"), { code: "SQLITE_BUSY" });
}

/** Copies the file of a database as it stands, for the same owner. Call it within holdStill, or for a file that nobody has open. */
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
 * Puts the file `next` in the place of the database at `path`, of which the old file stays at `aside`. There is a whole database at `path`
 * at every moment. Call it within holdStill of the old one: its -wal is removed, which SQLite would else take for the new one's. `next` is
 * on the same disk, closed, and whole by itself.
 */
export function replaceFile(path: string, next: string, aside: string): void {
  syncFile(next);
  rmSync(aside, { force: true });
  keepAside(path, aside);
  renameSync(next, path);
  for (const ending of ["-wal", "-shm"]) rmSync(path + ending, { force: true });
  syncFile(dirname(path));
}

/** A second name for the same file, or a copy where the disk knows no such thing. */
function keepAside(path: string, aside: string): void {
  try {
    linkSync(path, aside);
  } catch {
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
