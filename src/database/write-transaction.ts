import type { Database } from "./open.ts";
import { tryToWrite } from "./try-to-write.ts";

/** Milliseconds before `onWait` is called, and before a locked database is an error. */
const noticeAfter = 250;
const maxWait = 60_000;

/**
 * Runs `work` in one write transaction and returns its result. While another process writes, calls `onWait` once and waits up to a minute.
 * Throws SQLite's "database is locked" after that, and what `tryToWrite` throws.
 */
export function writeTransaction<T>(db: Database, onWait: () => void, work: () => T): T {
  let tried = tryToWrite(db, noticeAfter, work);
  if ("busy" in tried) {
    onWait();
    tried = tryToWrite(db, maxWait, work);
  }
  if ("busy" in tried) throw tried.busy;
  return tried.result;
}
