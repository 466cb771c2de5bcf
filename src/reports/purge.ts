import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";

/** How many days an email address is kept at most, and a report or suggestion after it was answered. /privacy says so too. */
const maxDays = { email: 90, answered: 365 } as const;

const day = 86_400_000;

/** Deletes what has been kept for as long as was promised; `now` is in epoch milliseconds. Called at each start and before each message is kept. */
export function purgeReaderData(db: Database, now: number): void {
  const daysAgo = (days: number) => new Date(now - days * day).toISOString();
  statement(db, "DELETE FROM reader_emails WHERE at <= ?").run(daysAgo(maxDays.email));
  for (const table of ["reports", "suggestions"] as const) {
    statement(db, `DELETE FROM ${table} WHERE settled_at <= ?`).run(daysAgo(maxDays.answered));
  }
}
