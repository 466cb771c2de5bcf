import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { migrate } from "./migrate.ts";

export type Database = Sqlite.Database;

/** Opens the SQLite file (or `:memory:`), creating it and its tables where they are missing. Throws a sentence that names the file. */
export function openDatabase(path: string): Database {
  try {
    return open(path);
  } catch (error) {
    const reason = (error as Error).message;
    throw new Error(`the database ${path} cannot be opened (${reason}). Set DATABASE to a file that this account may write.`, {
      cause: error,
    });
  }
}

function open(path: string): Database {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const db = new Sqlite(path);
  // WAL: readers go on while an import writes, and a killed process loses nothing that was committed.
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = NORMAL");
  db.pragma("foreign_keys = ON");
  db.pragma("busy_timeout = 5000");
  // Reading through the system's page cache costs a quarter of what read calls do.
  db.pragma("mmap_size = 67108864");
  migrate(db);
  return db;
}
