import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Database } from "../../database/open.ts";

/**
 * Keeps what was built of the database's rows in a file beside it, so that a start takes it up in a moment, and an import is
 * indexed by a process that no reader waits for. `version` names the data and the program that built it: of any other, nothing is
 * taken up. Files, because SQLite needs half a second to read 60 MB back. A database in memory keeps nothing.
 */
export function keep(db: Database, name: string, version: string, content: unknown): void {
  if (db.memory) return;
  const file = fileOf(db, name, version);
  writeFileSync(`${file}.part`, serialize(content));
  renameSync(`${file}.part`, file);
  const folder = dirname(file);
  for (const older of readdirSync(folder)) {
    if (older.startsWith(`${basename(db.name)}-${name}-`) && older !== basename(file)) rmSync(join(folder, older), { force: true });
  }
}

/** What was kept under this name for this version; null where it has to be built. */
export function kept<Content>(db: Database, name: string, version: string): Content | null {
  if (!isKept(db, name, version)) return null;
  try {
    return deserialize(readFileSync(fileOf(db, name, version))) as Content;
  } catch {
    // Gone a moment ago, or written by another Node: it can always be built.
    return null;
  }
}

/** Whether anything is kept under this name for this version. */
export function isKept(db: Database, name: string, version: string): boolean {
  return !db.memory && existsSync(fileOf(db, name, version));
}

function fileOf(db: Database, name: string, version: string): string {
  return `${db.name}-${name}-${version}.index`;
}
