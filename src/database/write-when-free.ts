import { setTimeout } from "node:timers/promises";
import { SqliteError } from "better-sqlite3";
import { Replaced, refuseReplaced } from "./file.ts";
import type { Database } from "./open.ts";

/** Milliseconds between attempts, and their number: half a minute, in which an import finishes writing. */
const interval = 50;
const maxTries = 600;

/**
 * Runs `work` in one write transaction and resolves to its result. For a server: requests are handled while another process writes, where
 * SQLite's own waiting would block them all. Throws SQLite's "database is locked" after half a minute, what `work` throws, and Replaced
 * where another file has replaced the open one.
 */
export async function writeWhenFree<T>(db: Database, work: () => T): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const done = writeUnlessBusy(db, work, tries === maxTries);
    if (done !== null) return done.result;
    await setTimeout(interval);
  }
}

/**
 * Like `writeWhenFree` without waiting: returns null and does nothing while another process writes, or with `throws` throws SQLite's error.
 * For work that can be skipped or retried.
 */
export function writeUnlessBusy<T>(db: Database, work: () => T, throws = false): { result: T } | null {
  const before = db.pragma("busy_timeout", { simple: true });
  let started = false;
  const begin = () => {
    started = true;
    refuseReplaced(db);
    return work();
  };
  try {
    db.pragma("busy_timeout = 0");
    return { result: db.transaction(begin).immediate() };
  } catch (error) {
    if (started || throws || !(error instanceof SqliteError) || !error.code.startsWith("SQLITE_BUSY")) throw error;
    return null;
  } finally {
    db.pragma(`busy_timeout = ${before}`);
  }
}

/** Whether nothing could be written because of the database: its disk is full, it is locked for too long, damaged or replaced. */
export function isUnwritable(error: unknown): error is Error {
  return error instanceof SqliteError || error instanceof Replaced;
}
