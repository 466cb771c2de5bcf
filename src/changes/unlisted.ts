import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { ListName } from "../database/versions.ts";

/** What must not be listed: neither a file of the catalog nor a feed brings it back. The only SQL on `unlisted`. */
interface Unlisted {
  list: ListName;
  subject: string;
  /** For editors alone. */
  why: string;
  /** ISO 8601. */
  at: string;
}

/** Whether this must not be listed. */
export function isUnlisted(db: Database, list: ListName, subject: string): boolean {
  return statement(db, "SELECT 1 FROM unlisted WHERE list = ? AND subject = ?").get(list, subject) !== undefined;
}

/** The ids of a list that must not be listed. */
export function unlistedSubjects(db: Database, list: ListName): ReadonlySet<string> {
  return new Set(statement(db, "SELECT subject FROM unlisted WHERE list = ?").pluck().all(list) as string[]);
}

/** All that must not be listed, the last first. */
export function findUnlisted(db: Database): Unlisted[] {
  return statement(db, "SELECT list, subject, why, at FROM unlisted ORDER BY at DESC, list, subject").all() as Unlisted[];
}

/** Keeps something from being listed. Call it in the transaction of its change. */
export function addUnlisted(db: Database, { list, subject, why, at }: Unlisted): void {
  statement(db, "INSERT OR REPLACE INTO unlisted (list, subject, why, at) VALUES (?, ?, ?, ?)").run(list, subject, why, at);
}

/** Lets it be listed again. Call it in the transaction of its change. */
export function dropUnlisted(db: Database, list: ListName, subject: string): void {
  statement(db, "DELETE FROM unlisted WHERE list = ? AND subject = ?").run(list, subject);
}
