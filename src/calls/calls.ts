import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { ListName } from "../database/versions.ts";

/** What became of a call: all is right; it works, but something else is wrong; nobody answered; or one reaches nobody, or somebody else. */
export const callResults = ["right", "changed", "no answer", "wrong"] as const;

export type CallResult = (typeof callResults)[number];

/** A call that a person of ours made to a listing. */
export interface Call {
  number: number;
  list: ListName;
  subject: string;
  result: CallResult;
  note: string | null;
  /** The month in whose draw it was made, such as 2026-11; null for any other call. */
  month: string | null;
  role: string;
  /** The id of the account. */
  account: string;
  /** ISO 8601. */
  at: string;
}

const columns = "number, list, subject, result, note, month, role, account, at";

/**
 * Writes a call. What earlier calls to the same listing left to be done is done with. Call it in a transaction; the only writer of `calls`
 * beside `settleCalls`.
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

/** Says that what calls to a listing left to be done is done: it was put right, or checked. */
export function settleCalls(db: Database, list: ListName, subject: string, at: string): void {
  statement(db, "UPDATE calls SET settled = ? WHERE list = ? AND subject = ? AND settled IS NULL").run(at, list, subject);
}

/** The calls that leave something to be done, the newest first. */
export function openCalls(db: Database): Call[] {
  return statement(db, `SELECT ${columns} FROM calls WHERE settled IS NULL ORDER BY number DESC`).all() as Call[];
}

/** The last call of each listing in the draw of a month, by its id. */
export function callsOfMonth(db: Database, month: string): Map<string, Call> {
  const calls = statement(db, `SELECT ${columns} FROM calls WHERE month = ? ORDER BY number`).all(month) as Call[];
  return new Map(calls.map((call) => [call.subject, call]));
}
