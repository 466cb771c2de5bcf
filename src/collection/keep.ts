import { deserialize, serialize } from "node:v8";
import type { Database } from "../database/open.ts";

/**
 * Keeps in the database what was built of its rows, so that a start takes it up in a moment, and an import is indexed by a process
 * that no reader waits for. `version` names the data and the program that built it: of any other, nothing is taken up.
 */
export function keep(db: Database, name: string, version: string, content: unknown): void {
  db.prepare("INSERT OR REPLACE INTO built (name, version, content) VALUES (?, ?, ?)").run(name, version, serialize(content));
}

/** What was kept under this name for this version; null where it has to be built. */
export function kept<Content>(db: Database, name: string, version: string): Content | null {
  const content = db.prepare("SELECT content FROM built WHERE name = ? AND version = ?").pluck().get(name, version) as Buffer | undefined;
  return content ? (deserialize(content) as Content) : null;
}

/** Whether anything is kept under this name for this version. */
export function isKept(db: Database, name: string, version: string): boolean {
  return db.prepare("SELECT 1 FROM built WHERE name = ? AND version = ?").get(name, version) !== undefined;
}
