import type { Database } from "better-sqlite3";

/** Milliseconds to wait for others that read or write. A program that copies the log all the time (litestream) never lets go of it. */
const maxWait = 250;

/** Moves everything committed into the file itself, so that a copy of that one file is whole even without the `-wal` beside it. */
export function checkpoint(db: Database): void {
  const before = db.pragma("busy_timeout", { simple: true });
  try {
    db.pragma(`busy_timeout = ${maxWait}`);
    db.pragma("wal_checkpoint(TRUNCATE)");
  } catch {
    // No room or no right to: the `-wal` file still has it all, and SQLite tries again by itself.
  } finally {
    db.pragma(`busy_timeout = ${before}`);
  }
}
