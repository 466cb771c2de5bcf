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

/** What else a meeting is known by, that must not be listed. */
interface UnlistedMeeting {
  /** What its list says of it, as one key: lists without ids of their own get new ones. */
  said: string;
  /** The rows of its times when it went. */
  rows: readonly number[];
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

/** Why something must not be listed, and since when; null where it may be. */
export function whyUnlisted(db: Database, list: ListName, subject: string): Pick<Unlisted, "why" | "at"> | null {
  const row = statement(db, "SELECT why, at FROM unlisted WHERE list = ? AND subject = ?").get(list, subject);
  return (row as Pick<Unlisted, "why" | "at"> | undefined) ?? null;
}

/** What was taken off together with this, itself among it: at one instant and for one reason. None where it may be listed. */
export function unlistedWith(db: Database, list: ListName, subject: string): string[] {
  const together = statement(
    db,
    `SELECT other.subject FROM unlisted AS this JOIN unlisted AS other USING (list, at, why)
     WHERE this.list = ? AND this.subject = ? ORDER BY other.subject`,
  );
  return together.pluck().all(list, subject) as string[];
}

/** What else the meetings are known by that must not be listed. */
export function unlistedMeetings(db: Database): UnlistedMeeting[] {
  const rows = statement(db, "SELECT said, rows FROM unlisted WHERE list = 'meetings' AND said IS NOT NULL").all();
  return (rows as { said: string; rows: string }[]).map(({ said, rows }) => ({ said, rows: JSON.parse(rows) as number[] }));
}

/** Keeps something from being listed. Call it in the transaction of its change. */
export function addUnlisted(db: Database, { list, subject, why, at }: Unlisted, meeting: UnlistedMeeting | null = null): void {
  const insert = statement(db, "INSERT OR REPLACE INTO unlisted (list, subject, why, at, said, rows) VALUES (?, ?, ?, ?, ?, ?)");
  insert.run(list, subject, why, at, meeting?.said ?? null, meeting && JSON.stringify(meeting.rows));
}

/** Lets it be listed again. Call it in the transaction of its change. */
export function dropUnlisted(db: Database, list: ListName, subject: string): void {
  statement(db, "DELETE FROM unlisted WHERE list = ? AND subject = ?").run(list, subject);
}
