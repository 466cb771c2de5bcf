import { SqliteError } from "better-sqlite3";
import { refuseReplaced } from "./file.ts";
import type { Database } from "./open.ts";

/** Milliseconds before `onWait` is called, and after which a locked database is an error. */
const noticeAfter = 250;
const maxWait = 60_000;

/**
 * Does `work` in one transaction that may write, and returns what it returns. While another process writes, it waits up to a minute;
 * `onWait` is called once where it has to. Throws SQLite's "database is locked" after that, a sentence where the
 * file has been replaced meanwhile, and whatever `work` throws.
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
