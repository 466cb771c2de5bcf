import { randomBytes } from "node:crypto";
import { refuseReplaced } from "../database/file.ts";
import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { ListName } from "../database/versions.ts";
import { Conflict } from "../web/errors.ts";
import type { Actor, NewChange } from "./change.ts";

/**
 * Appends a change to the ledger and calls `write` with its number to write the rows that it changes, in one transaction. The only writer
 * of `changes`. `expected` is the version that the change was made from (versionOfSubject); null for changes not made by a person. A change
 * whose id exists already is not written again. Returns its number. Throws Conflict if the subject has changed since, and whatever `write`
 * throws.
 */
export function append(db: Database, change: NewChange, expected: number | null, write: (seq: number) => void): number {
  if (expected === null && isPerson(change.by)) throw new Error("a change by a person says which version it was made from");
  const { id = randomBytes(8).toString("hex") } = change;
  // Takes the write lock first, so that no other change is committed between reading the version and writing.
  const inOneTransaction = db.transaction(() => {
    refuseReplaced(db);
    const sentBefore = seqOf(db, id);
    if (sentBefore !== null) return sentBefore;
    if (expected !== null) refuseOutdated(db, change, expected);
    const seq = insertChange(db, { ...change, id });
    write(seq);
    return seq;
  });
  return inOneTransaction.immediate();
}

function isPerson({ role }: Actor): boolean {
  return role === "admin" || role === "editor";
}

function seqOf(db: Database, id: string): number | null {
  return (statement(db, "SELECT seq FROM changes WHERE id = ?").pluck().get(id) as number | undefined) ?? null;
}

function refuseOutdated(db: Database, { list, subject }: NewChange, expected: number): void {
  const version = versionOfSubject(db, list, subject);
  if (version !== expected) throw new Conflict(`${subject} was changed by somebody else: it is at version ${version}, not ${expected}.`);
}

function insertChange(db: Database, change: NewChange & { id: string }): number {
  const { id, at, by, kind, list, subject, before, after, why, isPublic } = change;
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO changes (id, at, role, account, kind, list, subject, before, after, why, public)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, at, by.role, by.account, kind, list, subject, json(before), json(after), why, Number(isPublic));
  return Number(lastInsertRowid);
}

const json = (fields: object | null) => fields && JSON.stringify(fields);

/** Returns the number of the last change; 0 if there is none. */
export function lastSeq(db: Database): number {
  return (statement(db, "SELECT max(seq) FROM changes").pluck().get() as number | null) ?? 0;
}

/** Returns the version of a subject: the number of its last change, or of the batch that brought a meeting; 0 if it has none. */
export function versionOfSubject(db: Database, list: ListName, subject: string): number {
  const last = statement(db, "SELECT max(seq) FROM changes WHERE list = ? AND subject = ?").pluck().get(list, subject) as number | null;
  const batch = list === "meetings" ? statement(db, "SELECT seq FROM meetings WHERE id = ?").pluck().get(subject) : null;
  return Math.max(last ?? 0, (batch as number | null | undefined) ?? 0);
}
