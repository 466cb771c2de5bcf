import type { Database } from "./open.ts";

/** The lists of data that pages are made from. Each has a version of its own, so that an edited program does not touch 200,000 meetings. */
export const listNames = ["programs", "documents", "meetings"] as const;

export type ListName = (typeof listNames)[number];

/** Changes with every change of the list, and is unique per database. Indexes, page cache and tags are keyed by it. */
export function listVersion(db: Database, list: ListName): string {
  return db
    .prepare("SELECT digest || '.' || coalesce((SELECT version FROM versions WHERE list = ?), 0) FROM sources WHERE name = 'database'")
    .pluck()
    .get(list) as string;
}

/** The trail goes back so many imports; the file must not grow for ever. */
const maxImports = 1000;

/**
 * Records an import that changed these lists: its report for the audit trail, and a new version for each list. The only writer of
 * `imports` and `versions`; call it in the transaction of the change. `at` is in ISO 8601.
 */
export function recordImport(db: Database, lists: readonly ListName[], at: string, report: object): void {
  const { lastInsertRowid } = db.prepare("INSERT INTO imports (at, report) VALUES (?, ?)").run(at, JSON.stringify(report));
  db.prepare("DELETE FROM imports WHERE id <= ?").run(Number(lastInsertRowid) - maxImports);
  const raise = db.prepare("INSERT INTO versions (list, version) VALUES (?, 1) ON CONFLICT (list) DO UPDATE SET version = version + 1");
  for (const list of lists) raise.run(list);
}
