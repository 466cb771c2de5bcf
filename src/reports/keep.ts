import { createHash } from "node:crypto";
import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import { Full } from "./full.ts";
import { purgeReaderData } from "./purge.ts";
import { drawReference, referenceKey } from "./reference.ts";
import type { NewReport, NewSuggestion } from "./report.ts";

/** How many may be open, per listing and in all, and how many of each kind are accepted per day from all readers together. */
export const maxOpen = { reports: 2000, suggestions: 500, ofSubject: 20 } as const;
export const maxNewADay = 200;
/** Characters of the notes that several readers add to one report. */
const maxNotes = 3000;
/** How many readers who reported the same may leave an address. */
const maxEmails = 20;

const day = 86_400_000;

/**
 * Stores a report and returns its reference. If an open report says the same, counts it there and returns that one's. `now` is in epoch
 * milliseconds. Throws Full when as many are waiting as are accepted.
 */
export function keepReport(db: Database, report: NewReport, email: string | null, now: number): string {
  return db
    .transaction(() => {
      purgeReaderData(db, now);
      const same = sameAs(report);
      const reference = addToOpen(db, same, report.note) ?? insertReport(db, report, same, now);
      if (email !== null) keepEmail(db, reference, email, now);
      return reference;
    })
    .immediate();
}

/** Stores a suggestion in the same way. */
export function keepSuggestion(db: Database, suggestion: NewSuggestion, email: string | null, now: number): string {
  return db
    .transaction(() => {
      purgeReaderData(db, now);
      const same = digestOf([suggestion.kind, suggestion.name, suggestion.reach, suggestion.url]);
      const reference = countSuggestion(db, same) ?? insertSuggestion(db, suggestion, same, now);
      if (email !== null) keepEmail(db, reference, email, now);
      return reference;
    })
    .immediate();
}

/**
 * Two reports are the same if they give the same value for the same field with the same content; for the field "other", if their notes are
 * equal.
 */
function sameAs({ list, subject, field, wrong, right, note }: NewReport): string {
  return digestOf([list, subject, field, wrong, right, field === "other" ? note : null]);
}

function digestOf(parts: readonly (string | null)[]): string {
  const plain = parts.map((part) => part?.toLowerCase().replace(/\s+/g, " "));
  return createHash("sha256").update(JSON.stringify(plain)).digest("base64url");
}

/** Returns null if no open report says the same. Appends a note that says more, as far as there is room. */
function addToOpen(db: Database, same: string, note: string | null): string | null {
  const open = statement(db, "SELECT reference, note FROM reports WHERE same = ? AND outcome IS NULL").get(same) as
    | { reference: string; note: string | null }
    | undefined;
  if (open === undefined) return null;
  statement(db, "UPDATE reports SET times = times + 1, note = ? WHERE reference = ?").run(joinNotes(open.note, note), open.reference);
  return open.reference;
}

function joinNotes(known: string | null, more: string | null): string | null {
  if (known === null || more === null) return known ?? more;
  return known.includes(more) || known.length + more.length > maxNotes ? known : `${known}\n\n${more}`;
}

function insertReport(db: Database, report: NewReport, same: string, now: number): string {
  const { list, subject } = report;
  refuseFlood(db, "reports", now);
  const ofSubject = "SELECT count(*) FROM reports WHERE list IS ? AND subject IS ? AND outcome IS NULL";
  if (subject !== null && countBy(db, ofSubject, list, subject) >= maxOpen.ofSubject) throw new Full();
  const given = giveReference(db);
  statement(
    db,
    `INSERT INTO reports (reference, key, list, subject, field, wrong, "right", note, same, at)
     VALUES (@reference, @key, @list, @subject, @field, @wrong, @right, @note, @same, @at)`,
  ).run({ ...report, ...given, same, at: instant(now) });
  return given.reference;
}

function countSuggestion(db: Database, same: string): string | null {
  const update = "UPDATE suggestions SET times = times + 1 WHERE same = ? AND outcome IS NULL RETURNING reference";
  return (statement(db, update).pluck().get(same) as string | undefined) ?? null;
}

function insertSuggestion(db: Database, suggestion: NewSuggestion, same: string, now: number): string {
  refuseFlood(db, "suggestions", now);
  const given = giveReference(db);
  statement(
    db,
    `INSERT INTO suggestions (reference, key, kind, name, what, reach, url, source, same, at)
     VALUES (@reference, @key, @kind, @name, @what, @reach, @url, @source, @same, @at)`,
  ).run({ ...suggestion, ...given, same, at: instant(now) });
  return given.reference;
}

function refuseFlood(db: Database, table: "reports" | "suggestions", now: number): void {
  const isFull = countBy(db, `SELECT count(*) FROM ${table} WHERE outcome IS NULL`) >= maxOpen[table];
  if (isFull || countBy(db, `SELECT count(*) FROM ${table} WHERE at > ?`, instant(now - day)) >= maxNewADay) throw new Full();
}

/** Returns an unused reference and its lookup key. */
function giveReference(db: Database): { reference: string; key: string } {
  const known = "SELECT 1 FROM reports WHERE key = @key UNION ALL SELECT 1 FROM suggestions WHERE key = @key";
  for (;;) {
    const reference = drawReference();
    const key = referenceKey(reference)!;
    if (statement(db, known).get({ key }) === undefined) return { reference, key };
  }
}

function keepEmail(db: Database, reference: string, email: string, now: number): void {
  if (countBy(db, "SELECT count(*) FROM reader_emails WHERE reference = ?", reference) >= maxEmails) return;
  statement(db, "INSERT OR IGNORE INTO reader_emails (reference, email, at) VALUES (?, ?, ?)").run(reference, email, instant(now));
}

function countBy(db: Database, sql: string, ...values: readonly (string | null)[]): number {
  return statement(db, sql)
    .pluck()
    .get(...values) as number;
}

function instant(now: number): string {
  return new Date(now).toISOString();
}
