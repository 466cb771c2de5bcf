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
