import type { Database } from "better-sqlite3";

/** Moves everything committed into the file itself, so that a copy of that one file is whole even without the `-wal` beside it. */
export function checkpoint(db: Database): void {
  try {
    db.pragma("wal_checkpoint(TRUNCATE)");
  } catch {
    // No room or no right to: the `-wal` file still has it all, and SQLite tries again by itself.
  }
}
