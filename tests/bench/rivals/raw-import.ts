import { rmSync } from "node:fs";
import Sqlite from "better-sqlite3";

/** Parses a feed and inserts its records as they are, in one transaction, into a file with our settings: the least an import can do. */
export function importRaw(file: string, feed: string): number {
  for (const ending of ["", "-wal", "-shm"]) rmSync(file + ending, { force: true });
  const db = new Sqlite(file);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = NORMAL");
  db.exec(
    "CREATE TABLE meetings (slug TEXT PRIMARY KEY, name TEXT, day INTEGER, time TEXT, latitude REAL, longitude REAL, record TEXT) STRICT",
  );
  const insert = db.prepare("INSERT INTO meetings VALUES (@slug, @name, @day, @time, @latitude, @longitude, @record)");
  const records = JSON.parse(feed) as object[];
  db.transaction(() => {
    for (const record of records) insert.run({ ...record, record: JSON.stringify(record) });
  })();
  db.close();
  return records.length;
}
