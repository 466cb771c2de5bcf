import { SqliteError } from "better-sqlite3";
import { refuseReplaced } from "./file.ts";
import type { Database } from "./open.ts";

/** Milliseconds before `onWait` is called, and before a locked database is an error. */
const noticeAfter = 250;
const maxWait = 60_000;

/**
 * Runs `work` in one write transaction and returns its result. While another process writes, calls `onWait` once and waits up to a minute.
 * Throws SQLite's "database is locked" after that, an error where the file has been replaced meanwhile, and whatever `work` throws.
 */
export function writeTransaction<T>(db: Database, onWait: () => void, work: () => T): T {
  const before = db.pragma("busy_timeout", { simple: true });
  let started = false;
  const begin = () => {
    started = true;
    refuseReplaced(db);
    return work();
  };
  try {
    db.pragma(`busy_timeout = ${noticeAfter}`);
    return db.transaction(begin).immediate();
  } catch (error) {
    if (started || !(error instanceof SqliteError) || !error.code.startsWith("SQLITE_BUSY")) throw error;
    onWait();
    db.pragma(`busy_timeout = ${maxWait}`);
    return db.transaction(begin).immediate();
  } finally {
    db.pragma(`busy_timeout = ${before}`);
  }
}
