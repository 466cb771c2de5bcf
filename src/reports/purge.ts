import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";

/** How many days an email address is kept at most, and a report or suggestion after its answer. /privacy states the same. */
const maxDays = { email: 90, answered: 365 } as const;

const day = 86_400_000;

/**
 * Deletes what has been kept for as long as promised; `now` is in epoch milliseconds. Called at each start and before each message is
 * stored.
 */
export function purgeReaderData(db: Database, now: number): void {
  const daysAgo = (days: number) => new Date(now - days * day).toISOString();
  forgetEmails(db, "at <= ?", daysAgo(maxDays.email));
  for (const table of ["reports", "suggestions"] as const) {
    statement(db, `DELETE FROM ${table} WHERE settled_at <= ?`).run(daysAgo(maxDays.answered));
  }
}

/** Deletes addresses so that they are erased from the file: by default SQLite would only mark their space as free. */
export function forgetEmails(db: Database, where: "at <= ?" | "reference = ?", value: string): void {
  if (statement(db, `SELECT 1 FROM reader_emails WHERE ${where}`).get(value) === undefined) return;
  db.pragma("secure_delete = ON");
  statement(db, `DELETE FROM reader_emails WHERE ${where}`).run(value);
  db.pragma("secure_delete = OFF");
}
