import type { Database } from "better-sqlite3";
import { waitAtMost } from "./try-to-write.ts";

/** Milliseconds to wait for other readers and writers. A program that copies the log continuously (litestream) never releases it. */
const maxWait = 250;

/** Moves everything committed into the database file, so that a copy of that file alone is complete without its `-wal`. */
export function checkpoint(db: Database): void {
  try {
    waitAtMost(db, maxWait, () => db.pragma("wal_checkpoint(TRUNCATE)"));
  } catch {
    // No space or no permission: the `-wal` file still has everything, and SQLite retries automatically.
  }
}
