import { setTimeout } from "node:timers/promises";
import { SqliteError } from "better-sqlite3";
import { refuseReplaced } from "./file.ts";
import type { Database } from "./open.ts";

/** Milliseconds between two tries, and how many there are: half a minute, in which an import writes all it has. */
const interval = 50;
const maxTries = 600;

/**
 * Does `work` in one transaction that may write, and resolves to what it returns. For a server: while another process writes, requests are answered
 * in between, where SQLite's own waiting would stop them all. Throws SQLite's "database is locked" after half a minute, what
 * `work` throws, and where another file was put in the place of the open one.
 */
export async function writeWhenFree<T>(db: Database, work: () => T): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const done = writeUnlessBusy(db, work, tries === maxTries);
    if (done !== null) return done.result;
    await setTimeout(interval);
  }
}

/**
 * The same without waiting: null, and nothing is done, while another process writes. For what can be left out, or tried again; `throws` says to throw
 * SQLite's error instead.
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
