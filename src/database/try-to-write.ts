import { type Database, SqliteError } from "better-sqlite3";
import { refuseReplaced } from "./file.ts";

/** Runs `work` while SQLite itself waits at most this many milliseconds for other processes. */
export function waitAtMost<T>(db: Database, wait: number, work: () => T): T {
  const before = db.pragma("busy_timeout", { simple: true });
  try {
    db.pragma(`busy_timeout = ${wait}`);
    return work();
  } finally {
    db.pragma(`busy_timeout = ${before}`);
  }
}

/**
 * Runs `work` in one write transaction. If another process writes for longer than `wait` milliseconds, does nothing and returns SQLite's error
 * as `busy`. Throws Replaced where another file has replaced the open one, and whatever `work` throws.
 */
export function tryToWrite<T>(db: Database, wait: number, work: () => T): { result: T } | { busy: Error } {
  let started = false;
  const begin = () => {
    started = true;
    refuseReplaced(db);
    return work();
  };
  try {
    return { result: waitAtMost(db, wait, () => db.transaction(begin).immediate()) };
  } catch (error) {
    if (started || !(error instanceof SqliteError) || !error.code.startsWith("SQLITE_BUSY")) throw error;
    return { busy: error };
  }
}
