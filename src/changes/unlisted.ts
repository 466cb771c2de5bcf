import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { ListName } from "../database/versions.ts";

/** A subject that must not be listed: neither a file of the catalog nor a feed brings it back. The only SQL on `unlisted`. */
interface Unlisted {
  list: ListName;
  subject: string;
  /** For editors only. */
  why: string;
  /** ISO 8601. */
  at: string;
}

/** Other ways to recognize a meeting that must not be listed. */
interface UnlistedMeeting {
  /** What its list says of it, as one key, because lists without their own ids get new ones. */
  said: string;
  /** The rows of its times when it was removed. */
  rows: readonly number[];
}

/** Whether this must not be listed. */
export function isUnlisted(db: Database, list: ListName, subject: string): boolean {
  return statement(db, "SELECT 1 FROM unlisted WHERE list = ? AND subject = ?").get(list, subject) !== undefined;
}

/** Returns the ids of a list that must not be listed. */
export function unlistedSubjects(db: Database, list: ListName): ReadonlySet<string> {
  return new Set(statement(db, "SELECT subject FROM unlisted WHERE list = ?").pluck().all(list) as string[]);
}

/** Returns everything that must not be listed, newest first. */
export function findUnlisted(db: Database): Unlisted[] {
  return statement(db, "SELECT list, subject, why, at FROM unlisted ORDER BY at DESC, list, subject").all() as Unlisted[];
}

/** Returns why something must not be listed, and since when; null if it may be. */
export function whyUnlisted(db: Database, list: ListName, subject: string): Pick<Unlisted, "why" | "at"> | null {
  const row = statement(db, "SELECT why, at FROM unlisted WHERE list = ? AND subject = ?").get(list, subject);
  return (row as Pick<Unlisted, "why" | "at"> | undefined) ?? null;
}

/**
 * Returns the subjects removed together with this one, at the same instant and for the same reason, including itself. Empty if it may be
 * listed.
 */
export function unlistedWith(db: Database, list: ListName, subject: string): string[] {
  const together = statement(
    db,
    `SELECT other.subject FROM unlisted AS this JOIN unlisted AS other USING (list, at, why)
     WHERE this.list = ? AND this.subject = ? ORDER BY other.subject`,
  );
  return together.pluck().all(list, subject) as string[];
}

/** Returns the other ways to recognize meetings that must not be listed. */
export function unlistedMeetings(db: Database): UnlistedMeeting[] {
  const rows = statement(db, "SELECT said, rows FROM unlisted WHERE list = 'meetings' AND said IS NOT NULL").all();
  return (rows as { said: string; rows: string }[]).map(({ said, rows }) => ({ said, rows: JSON.parse(rows) as number[] }));
}

/** Keeps something from being listed. Call it in the transaction of its change. */
export function addUnlisted(db: Database, { list, subject, why, at }: Unlisted, meeting: UnlistedMeeting | null = null): void {
  const insert = statement(db, "INSERT OR REPLACE INTO unlisted (list, subject, why, at, said, rows) VALUES (?, ?, ?, ?, ?, ?)");
  insert.run(list, subject, why, at, meeting?.said ?? null, meeting && JSON.stringify(meeting.rows));
}

/** Allows it to be listed again. Call it in the transaction of its change. */
export function dropUnlisted(db: Database, list: ListName, subject: string): void {
  statement(db, "DELETE FROM unlisted WHERE list = ? AND subject = ?").run(list, subject);
}
