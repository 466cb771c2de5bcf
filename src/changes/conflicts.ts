import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { ListName } from "../database/versions.ts";

/**
 * A field that both a file of the catalog and somebody else have changed. What is listed stays as it is until a person decides. The only
 * SQL on `conflicts`.
 */
export interface FileConflict {
  number: number;
  list: ListName;
  subject: string;
  /** Null for the whole listing, which one of the two has removed. */
  field: string | null;
  /** What the file said before, as parsed JSON; null if it said nothing. */
  before: unknown;
  /** What the file says now; null if the file is gone. */
  theirs: unknown;
  /** What was listed when the conflict was found; null if it was removed. */
  mine: unknown;
  /** ISO 8601. */
  at: string;
}

/** Returns the unsettled conflicts, oldest first. */
export function openConflicts(db: Database): FileConflict[] {
  const rows = statement(
    db,
    "SELECT number, list, subject, field, before, theirs, mine, at FROM conflicts WHERE settled IS NULL ORDER BY number",
  ).all() as (FileConflict & Record<"before" | "theirs" | "mine", string | null>)[];
  return rows.map((row) => ({ ...row, before: parsed(row.before), theirs: parsed(row.theirs), mine: parsed(row.mine) }));
}

const parsed = (json: string | null): unknown => (json === null ? null : JSON.parse(json));

/** Records a conflict, or updates an open one with what the file says now. Call it in the transaction of the import. */
export function noteConflict(db: Database, { list, subject, field, before, theirs, mine, at }: Omit<FileConflict, "number">): void {
  statement(
    db,
    `INSERT INTO conflicts (list, subject, field, before, theirs, mine, at) VALUES (@list, @subject, @field, @before, @theirs, @mine, @at)
     ON CONFLICT (list, subject, coalesce(field, '')) WHERE settled IS NULL DO UPDATE SET theirs = @theirs, mine = @mine, at = @at`,
  ).run({ list, subject, field, before: json(before), theirs: json(theirs), mine: json(mine), at });
}

const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value));

/** Marks a conflict as settled, whatever the decision. */
export function settleConflict(db: Database, number: number, at: string): void {
  statement(db, "UPDATE conflicts SET settled = ? WHERE number = ? AND settled IS NULL").run(at, number);
}
