import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import { Conflict, NotFound } from "../web/errors.ts";
import { forgetEmails } from "./purge.ts";
import type { Outcome, SuggestionOutcome } from "./report.ts";

/** How an editor settles a message. */
interface Settlement<Came extends Outcome> {
  outcome: Came;
  /** The public text on the page of the reference; null if the outcome says enough. */
  reply: string | null;
  /** ISO 8601. */
  at: string;
  by: { role: string; account: string | null };
}

type Table = "reports" | "suggestions";

/** Settles a report and deletes the addresses of its senders. Throws NotFound, or Conflict if it is already settled. */
export function settleReport(db: Database, reference: string, settlement: Settlement<Outcome>): void {
  settle(db, "reports", reference, settlement);
}

/** Settles a suggestion in the same way. */
export function settleSuggestion(db: Database, reference: string, settlement: Settlement<SuggestionOutcome>): void {
  settle(db, "suggestions", reference, settlement);
}

/** Records the first time that an editor opens a report or a suggestion; `at` is in ISO 8601. */
export function markSeen(db: Database, reference: string, at: string): void {
  for (const table of ["reports", "suggestions"] as const) {
    statement(db, `UPDATE ${table} SET seen_at = ? WHERE reference = ? AND seen_at IS NULL`).run(at, reference);
  }
}

function settle(db: Database, table: Table, reference: string, { outcome, reply, at, by }: Settlement<Outcome>): void {
  db.transaction(() => {
    const { changes } = statement(
      db,
      `UPDATE ${table} SET outcome = ?, reply = ?, settled_at = ?, settled_by = ? WHERE reference = ? AND outcome IS NULL`,
    ).run(outcome, reply, at, JSON.stringify(by), reference);
    if (changes === 0) throw isThere(db, table, reference) ? new Conflict(`${reference} is settled`) : new NotFound(reference);
    forgetEmails(db, "reference = ?", reference);
  })();
}

function isThere(db: Database, table: Table, reference: string): boolean {
  return statement(db, `SELECT 1 FROM ${table} WHERE reference = ?`).get(reference) !== undefined;
}
