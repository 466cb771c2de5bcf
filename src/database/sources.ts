import type { Database } from "./open.ts";

/** Whether the database was last filled from a source with this digest. */
export function isFilledFrom(db: Database, name: string, digest: string): boolean {
  return db.prepare("SELECT 1 FROM sources WHERE name = ? AND digest = ?").get(name, digest) !== undefined;
}

/** Records the digest of the source that it was filled from; null removes it. Call it in the transaction that fills. */
export function rememberSource(db: Database, name: string, digest: string | null): void {
  if (digest === null) db.prepare("DELETE FROM sources WHERE name = ?").run(name);
  else db.prepare("INSERT OR REPLACE INTO sources (name, digest) VALUES (?, ?)").run(name, digest);
}
