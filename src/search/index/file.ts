import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Database } from "../../database/open.ts";

/**
 * Writes an index to a file next to the database, so that a start reads it in a moment and an import is indexed by a process that no
 * reader waits for. `version` names the data and the program that built it; an index of any other version is not read. Files,
 * because SQLite needs half a second to read 60 MB back. A database in memory has none.
 */
export function writeIndex(db: Database, name: string, version: string, index: unknown): void {
  if (db.memory) return;
  const file = fileOf(db, name, version);
  writeFileSync(`${file}.part`, serialize(index));
  renameSync(`${file}.part`, file);
  const folder = dirname(file);
  for (const older of readdirSync(folder)) {
    if (older.startsWith(`${basename(db.name)}-${name}-`) && older !== basename(file)) rmSync(join(folder, older), { force: true });
  }
}

/** The index of this name and version; null where it has to be built. */
export function readIndex<Index>(db: Database, name: string, version: string): Index | null {
  if (!hasIndex(db, name, version)) return null;
  try {
    return deserialize(readFileSync(fileOf(db, name, version))) as Index;
  } catch {
    // Removed a moment ago, or written by another version of Node: it can always be built.
    return null;
  }
}

/** Whether an index of this name and version has been written. */
export function hasIndex(db: Database, name: string, version: string): boolean {
  return !db.memory && existsSync(fileOf(db, name, version));
}

function fileOf(db: Database, name: string, version: string): string {
  return `${db.name}-${name}-${version}.index`;
}
