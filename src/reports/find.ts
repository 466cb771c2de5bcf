import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { ListName } from "../database/versions.ts";
import { referenceKey } from "./reference.ts";
import type { Outcome, Report, Suggestion, SuggestionOutcome } from "./report.ts";

/** The answer in a row, in the columns that both tables have. */
interface AnsweredRow<Came extends Outcome> {
  outcome: Came | null;
  reply: string | null;
  settledAt: string | null;
}

const received = "reference, at, times, seen_at AS seenAt, outcome, reply, settled_at AS settledAt";
const reports = `SELECT list, subject, field, wrong, "right", note, ${received} FROM reports`;
const suggestions = `SELECT kind, name, what, reach, url, source, ${received} FROM suggestions`;

/** Returns the unsettled reports, oldest first. */
export function openReports(db: Database): Report[] {
  return statement(db, `${reports} WHERE outcome IS NULL ORDER BY at, reference`).all().map(readReport);
}

/** Returns the unsettled reports about one listing, oldest first. */
export function openReportsOf(db: Database, list: ListName, subject: string): Report[] {
  const rows = statement(db, `${reports} WHERE outcome IS NULL AND list = ? AND subject = ? ORDER BY at, reference`).all(list, subject);
  return rows.map(readReport);
}

/** Returns a report by its reference, in any accepted spelling; null if there is none. */
export function findReport(db: Database, reference: string): Report | null {
  const row = statement(db, `${reports} WHERE key = ?`).get(referenceKey(reference));
  return row === undefined ? null : readReport(row);
}

/** Returns the unsettled suggestions, oldest first. */
export function openSuggestions(db: Database): Suggestion[] {
  return statement(db, `${suggestions} WHERE outcome IS NULL ORDER BY at, reference`).all().map(readSuggestion);
}

/** Returns a suggestion by its reference, in any accepted spelling; null if there is none. */
export function findSuggestion(db: Database, reference: string): Suggestion | null {
  const row = statement(db, `${suggestions} WHERE key = ?`).get(referenceKey(reference));
  return row === undefined ? null : readSuggestion(row);
}

/** Returns the addresses of readers who want an answer to a report or a suggestion, for its editor only. */
export function emailsOf(db: Database, reference: string): string[] {
  return statement(db, "SELECT email FROM reader_emails WHERE reference = ? ORDER BY at, email").pluck().all(reference) as string[];
}

const readReport = (row: unknown) => withAnswer(row as Omit<Report, "answer"> & AnsweredRow<Outcome>);
const readSuggestion = (row: unknown) => withAnswer(row as Omit<Suggestion, "answer"> & AnsweredRow<SuggestionOutcome>);

function withAnswer<Came extends Outcome, Row extends AnsweredRow<Came>>({ outcome, reply, settledAt, ...rest }: Row & AnsweredRow<Came>) {
  return { ...rest, answer: outcome === null || settledAt === null ? null : { outcome, reply, at: settledAt } };
}
