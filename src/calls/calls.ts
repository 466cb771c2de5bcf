import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { ListName } from "../database/versions.ts";

/** Result of a call: all is right; it works, but something else is wrong; nobody answered; or it reaches nobody or somebody else. */
export const callResults = ["right", "changed", "no answer", "wrong"] as const;

export type CallResult = (typeof callResults)[number];

/** A call to a listing by somebody at the desk. */
export interface Call {
  number: number;
  list: ListName;
  subject: string;
  result: CallResult;
  note: string | null;
  /** The month in whose draw it was made, such as 2026-11; null for a call outside a draw. */
  month: string | null;
  role: string;
  /** The id of the account. */
  account: string;
  /** ISO 8601. */
  at: string;
}

const columns = "number, list, subject, result, note, month, role, account, at";

/**
 * Writes a call and settles earlier ones to the same listing. Call it in a transaction; besides `settleCalls` the only writer of `calls`.
 */
export function saveCall(db: Database, call: Omit<Call, "number">): void {
  settleCalls(db, call.list, call.subject, call.at);
  const insert = statement(
    db,
    `INSERT INTO calls (list, subject, result, note, month, role, account, at, settled)
     VALUES (@list, @subject, @result, @note, @month, @role, @account, @at, @settled)`,
  );
  insert.run({ ...call, settled: call.result === "right" ? call.at : null });
}

/** Marks the calls to a listing as settled: it was corrected, or checked. */
export function settleCalls(db: Database, list: ListName, subject: string, at: string): void {
  statement(db, "UPDATE calls SET settled = ? WHERE list = ? AND subject = ? AND settled IS NULL").run(at, list, subject);
}

/** Returns the calls that still need something done, newest first. */
export function openCalls(db: Database): Call[] {
  return statement(db, `SELECT ${columns} FROM calls WHERE settled IS NULL ORDER BY number DESC`).all() as Call[];
}

/** Returns the last call to each listing in the draw of a month, by listing id. */
export function callsOfMonth(db: Database, month: string): Map<string, Call> {
  const calls = statement(db, `SELECT ${columns} FROM calls WHERE month = ? ORDER BY number`).all(month) as Call[];
  return new Map(calls.map((call) => [call.subject, call]));
}
