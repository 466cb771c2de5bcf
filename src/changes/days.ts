import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { ListName } from "../database/versions.ts";

/** The public changes as /changes lists them: by day, with a count for each kind. Days are in Central Standard Time (UTC-6) all year. */

/** What happened to a subject, as readers see it. */
export type PublicKind = "added" | "changed" | "checked" | "closed" | "reopened" | "removed";

/** The subjects of a list to which the same happened on one day. */
export interface ChangeGroup {
  list: ListName;
  kind: PublicKind;
  count: number;
  /** When the last of them was changed (ISO 8601). */
  last: string;
}

/** One subject of a group. */
interface ChangedSubject {
  id: string;
  name: string;
  /** Whether it is listed now. */
  isListed: boolean;
  /** The day on which a closed place or group meets again, such as 2026-12-07; null for everything else. */
  until: string | null;
}

const day = "date(at, '-6 hours')";
/** Batches of feeds are counted separately. */
const isSingle = "public AND kind != 'imported'";
/** An undone change counts as what it did to the status: closing, reopening, or any other change. */
const publicKind = `CASE kind WHEN 'relisted' THEN 'added' WHEN 'unlisted' THEN 'removed' WHEN 'undone' THEN
  CASE 'closed' WHEN after ->> '$.status' THEN 'closed' WHEN before ->> '$.status' THEN 'reopened' ELSE 'changed' END ELSE kind END`;

/** Returns the instant, in epoch milliseconds, at which such a day (2026-12-07) begins. */
export function startOfChangeDay(date: string): number {
  return Date.parse(`${date}T06:00:00Z`);
}

/** Counts the days on which something changed. */
export function countChangeDays(db: Database): number {
  return statement(db, `SELECT count(DISTINCT ${day}) FROM changes WHERE public`).pluck().get() as number;
}

/** Returns the days on which something changed, newest first: at most `limit`, after the first `skip`. */
export function changeDays(db: Database, skip: number, limit: number): string[] {
  const days = statement(db, `SELECT DISTINCT ${day} AS day FROM changes WHERE public ORDER BY day DESC LIMIT ? OFFSET ?`);
  return days.pluck().all(limit, skip) as string[];
}

/** Returns the groups of changes of a day. */
export function changesOn(db: Database, date: string): ChangeGroup[] {
  const singles = statement(
    db,
    `SELECT list, ${publicKind} AS kind, count(DISTINCT subject) AS count, max(at) AS last FROM changes
     WHERE ${day} = ? AND ${isSingle} GROUP BY 1, 2 ORDER BY list DESC, kind`,
  ).all(date) as ChangeGroup[];
  return [...singles, ...batchesOn(db, date)];
}

function batchesOn(db: Database, date: string): ChangeGroup[] {
  const sum = (kind: string) => `sum(after ->> '$.${kind}') AS ${kind}`;
  const sums = statement(
    db,
    `SELECT ${["added", "changed", "removed"].map(sum).join(", ")}, max(at) AS last FROM changes
     WHERE ${day} = ? AND public AND list = 'meetings' AND kind = 'imported'`,
  ).get(date) as Record<"added" | "changed" | "removed", number | null> & { last: string };
  const counted = (["added", "changed", "removed"] as const).map((kind) => ({ kind, count: sums[kind] ?? 0 }));
  return counted.filter(({ count }) => count > 0).map((group) => ({ ...group, list: "meetings", last: sums.last }));
}

/**
 * Returns the subjects of a group, by name; none for a batch, which has only counts. For meetings, closing and reopening applies to a place
 * or a group, whose subject is a key; its name is in the change itself, before or after.
 */
export function changedSubjects(db: Database, date: string, { list, kind }: ChangeGroup): ChangedSubject[] {
  const name = list === "documents" ? "$.title" : "$.name";
  const rows = statement(
    db,
    `SELECT subject AS id, coalesce(now.name, max(before ->> '${name}'), max(after ->> '${name}'), subject) AS name,
       now.id IS NOT NULL AS isListed, max(after ->> '$.until') AS until
     FROM changes LEFT JOIN ${list} AS now ON now.id = subject
     WHERE ${day} = ? AND list = ? AND ${publicKind} = ? AND ${isSingle} GROUP BY subject ORDER BY 2 COLLATE NOCASE`,
  ).all(date, list, kind) as (Omit<ChangedSubject, "isListed"> & { isListed: number })[];
  return rows.map((row) => ({ ...row, isListed: row.isListed === 1 }));
}
