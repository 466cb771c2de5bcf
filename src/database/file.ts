import { closeSync, openSync, readSync, rmSync, type Stats, statSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { applicationId, lastWithoutId } from "./recognize.ts";

/** The file of each open database, which an operator may move, replace or truncate while it is open. */

const files = new WeakMap<Database, string | null>();

/** Returns the identity of the file at this path; null where there is none. */
export function fileAt(path: string): string | null {
  return inodeOf(statFile(path));
}

/** Remembers which file was opened. Returns false if that is uncertain: the file at its path is not the one that was there `before`. */
export function rememberFile(db: Database, before: string | null): boolean {
  const now = db.memory ? null : fileAt(db.name);
  files.set(db, now);
  return before === null || before === now;
}

/** Returns whether the file that was opened is still the one at its path. */
export function fileState(db: Database): "same" | "replaced" | "gone" {
  const opened = files.get(db);
  if (db.memory || opened === undefined) return "same";
  const now = fileAt(db.name);
  if (now === null) return "gone";
  return now === opened ? "same" : "replaced";
}

/** Thrown where another file has replaced the one that was opened. */
export class Replaced extends Error {}

/**
 * Throws Replaced where another file has replaced the one that was opened, because writes would be lost with the old one. Call it within a
 * write transaction, because nobody replaces a file while somebody writes (replace.ts).
 */
export function refuseReplaced(db: Database): void {
  if (fileState(db) === "replaced") throw new Replaced(`the database ${db.name} has just been replaced by another. Try again.`);
}

/** Returns a stamp that changes whenever the file at this path is written to or replaced; null where there is none. */
export function fileStamp(path: string): string | null {
  const stats = statFile(path);
  return stats && [inodeOf(stats), stats.size, stats.mtimeMs].join(" ");
}

/**
 * Whether the file at this path is a database of ours with all its pages. Reads the 100-byte header directly, because SQLite would use the
 * `-wal` and `-shm` of the database that was there before. https://www.sqlite.org/fileformat.html#the_database_header
 */
export function looksWhole(path: string): boolean {
  const header = Buffer.alloc(100);
  try {
    const file = openSync(path, "r");
    try {
      if (readSync(file, header, 0, 100, 0) < 100) return false;
    } finally {
      closeSync(file);
    }
    const pageSize = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16);
    const version = header.readUInt32BE(60);
    const isOurs = header.readUInt32BE(68) === applicationId || (version > 0 && version <= lastWithoutId);
    return header.toString("latin1", 0, 16) === "SQLite format 3\0" && isOurs && pageSize * header.readUInt32BE(28) <= statSync(path).size;
  } catch {
    return false;
  }
}

/**
 * Removes the files that a deleted database has left behind, unless they contain changes: a new database of the same name would use the old
 * one's `-shm` as its own, as long as a process has that open.
 */
export function removeEmptyLog(path: string): void {
  rmSync(`${path}-shm`, { force: true });
  if (statFile(`${path}-wal`)?.size === 0) rmSync(`${path}-wal`);
}

/** Whether SQLite finds a fault in any page. Takes a second for 200 MB, so only for a file that has caused errors. */
export function isDamaged(db: Database): boolean {
  return db.pragma("quick_check(1)", { simple: true }) !== "ok";
}

function statFile(path: string): Stats | null {
  return statSync(path, { throwIfNoEntry: false }) ?? null;
}

function inodeOf(stats: Stats | null): string | null {
  return stats && `${stats.dev}:${stats.ino}`;
}
