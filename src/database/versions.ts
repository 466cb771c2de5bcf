import { randomBytes } from "node:crypto";
import type { Database } from "./open.ts";

/** The lists of data that pages are made from. Each has a version of its own, so that an edited program does not touch 200,000 meetings. */
export const listNames = ["programs", "documents", "meetings"] as const;

export type ListName = (typeof listNames)[number];

/**
 * Changes with every change of the list: a number that counts the changes, and the random token of the last. No two imports share a
 * token, not even in two copies of one database, so an index or a kept page can never be taken for one of another history.
 */
export function listVersion(db: Database, list: ListName): string {
  return db.prepare("SELECT version || '.' || token FROM versions WHERE list = ?").pluck().get(list) as string;
}

/** The trail goes back so many imports; the file must not grow for ever. */
const maxImports = 1000;

/**
 * Records an import that changed these lists: its report for the audit trail, and a new version for each list. The only writer of
 * `imports` and `versions`; call it in the transaction of the change. `at` is in ISO 8601.
 */
export function recordImport(db: Database, lists: readonly ListName[], at: string, report: object): void {
  const token = randomBytes(8).toString("hex");
  const imported = db.prepare("INSERT INTO imports (at, report, token) VALUES (?, ?, ?)").run(at, JSON.stringify(report), token);
  db.prepare("DELETE FROM imports WHERE id <= ?").run(Number(imported.lastInsertRowid) - maxImports);
  const raise = db.prepare("UPDATE versions SET version = version + 1, token = ? WHERE list = ?");
  for (const list of lists) raise.run(token, list);
}
