import { setTimeout } from "node:timers/promises";
import { SqliteError } from "better-sqlite3";
import { Replaced } from "./file.ts";
import type { Database } from "./open.ts";
import { tryToWrite } from "./try-to-write.ts";

/** Milliseconds between attempts, and their number: half a minute, in which an import finishes writing. */
const interval = 50;
const maxTries = 600;

/**
 * Runs `work` in one write transaction and resolves to its result. For a server: requests are handled while another process writes, where
 * SQLite's own waiting would block them all. Throws SQLite's "database is locked" after half a minute, and what `tryToWrite` throws.
 */
export async function writeWhenFree<T>(db: Database, work: () => T): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const tried = tryToWrite(db, 0, work);
    if ("result" in tried) return tried.result;
    if (tries === maxTries) throw tried.busy;
    await setTimeout(interval);
  }
}

/** Like `writeWhenFree` for work that can be skipped: returns false and does nothing while another process writes. */
export function writeUnlessBusy(db: Database, work: () => unknown): boolean {
  return "result" in tryToWrite(db, 0, work);
}

/** Whether nothing could be written because of the database: its disk is full, it is locked for too long, damaged or replaced. */
export function cannotWrite(error: unknown): error is Error {
  return error instanceof SqliteError || error instanceof Replaced;
}
