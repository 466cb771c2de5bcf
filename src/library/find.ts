import type { Database } from "../database/open.ts";
import type { Document } from "./document.ts";

/** One document, whole; null when there is none of that id. */
export function findDocument(db: Database, id: string): Document | null {
  const body = db.prepare("SELECT body FROM documents WHERE id = ?").pluck().get(id) as string | undefined;
  return body === undefined ? null : (JSON.parse(body) as Document);
}

/** Every document, whole, in the order of their titles. */
export function findDocuments(db: Database): Document[] {
  const bodies = db.prepare("SELECT body FROM documents ORDER BY name COLLATE NOCASE").pluck().all() as string[];
  return bodies.map((body) => JSON.parse(body) as Document);
}

/** The ids of all documents. */
export function documentIds(db: Database): string[] {
  return db.prepare("SELECT id FROM documents ORDER BY id").pluck().all() as string[];
}

/** What each document is called, by its id. */
export function documentNamesById(db: Database): ReadonlyMap<string, string> {
  return new Map(db.prepare("SELECT id, name FROM documents ORDER BY name").raw().all() as [string, string][]);
}

/** Every document by title, as a table of them shows it; `text` is what it is found by, folded. */
export function documentEntries(db: Database): { id: string; name: string; status: "active"; checked: string | null; text: string }[] {
  return db
    .prepare("SELECT id, name, 'active' AS status, body ->> '$.lastCheck.date' AS checked, text FROM documents ORDER BY name")
    .all() as ReturnType<typeof documentEntries>;
}
