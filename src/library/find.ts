import type { Database } from "../database/open.ts";
import type { Document } from "./document.ts";

/** Returns a complete document; null when none has this id. */
export function findDocument(db: Database, id: string): Document | null {
  const body = db.prepare("SELECT body FROM documents WHERE id = ?").pluck().get(id) as string | undefined;
  return body === undefined ? null : (JSON.parse(body) as Document);
}

/** Returns all documents, complete, in order of title. */
export function findDocuments(db: Database): Document[] {
  const bodies = db.prepare("SELECT body FROM documents ORDER BY name COLLATE NOCASE").pluck().all() as string[];
  return bodies.map((body) => JSON.parse(body) as Document);
}

/** Returns the ids of all documents. */
export function documentIds(db: Database): string[] {
  return db.prepare("SELECT id FROM documents ORDER BY id").pluck().all() as string[];
}

/** Returns the name of each document, by its id. */
export function documentNamesById(db: Database): ReadonlyMap<string, string> {
  return new Map(db.prepare("SELECT id, name FROM documents ORDER BY name").raw().all() as [string, string][]);
}

/** Returns all documents by title, as table rows; `text` is the folded text that they are found by. */
export function documentEntries(db: Database): { id: string; name: string; status: "active"; checked: string | null; text: string }[] {
  return db
    .prepare("SELECT id, name, 'active' AS status, body ->> '$.lastCheck.date' AS checked, text FROM documents ORDER BY name")
    .all() as ReturnType<typeof documentEntries>;
}
