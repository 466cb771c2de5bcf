import type { Database } from "../database/open.ts";
import type { Document } from "./document.ts";

/** One library entry, whole; null when there is none of that id. */
export function findDocument(db: Database, id: string): Document | null {
  const listing = db.prepare("SELECT listing FROM documents WHERE id = ?").pluck().get(id) as string | undefined;
  return listing === undefined ? null : (JSON.parse(listing) as Document);
}

/** The ids of all entries, for the site map. */
export function documentIds(db: Database): string[] {
  return db.prepare("SELECT id FROM documents ORDER BY id").pluck().all() as string[];
}
