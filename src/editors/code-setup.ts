import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import { makeCodeSecret, stepOfCode } from "./codes.ts";
import { forgetRecoveryCodes, renewRecoveryCodes } from "./recovery-codes.ts";
import { endSessionsOf, type Session, startSession } from "./sessions.ts";

/** Whether this editor must give an app's code to sign in. */
export function usesCodes(db: Database, editor: string): boolean {
  return statement(db, "SELECT code_secret IS NOT NULL FROM editors WHERE id = ?").pluck().get(editor) === 1;
}

/** Returns the secret offered to this session, making one if it has none yet. Call it in a write transaction. */
export function offerSecret(db: Database, { hash }: Session): string {
  const offered = offeredSecret(db, hash);
  if (offered !== null) return offered;
  const secret = makeCodeSecret();
  statement(db, "UPDATE sessions SET offered_secret = ? WHERE hash = ?").run(secret, hash);
  return secret;
}

/**
 * Requires codes from now on, if this code shows that the app has the offered secret. Ends every session. Returns recovery codes to show
 * once and the id of a new session; null if the code is wrong. Call it in a write transaction; `now` is in epoch milliseconds.
 */
export function turnCodesOn(
  db: Database,
  { hash, editor }: Session,
  code: string,
  now: number,
): { codes: string[]; session: string } | null {
  const secret = offeredSecret(db, hash);
  const step = secret === null ? null : stepOfCode(secret, code.replace(/\s/g, ""), 0, now);
  if (step === null) return null;
  statement(db, "UPDATE editors SET code_secret = ?, code_step = ? WHERE id = ?").run(secret, step, editor.id);
  return { codes: renewRecoveryCodes(db, editor.id), session: restartSession(db, editor.id, now) };
}

/** Stops requiring codes. Call it in a write transaction. */
export function turnCodesOff(db: Database, editor: string): void {
  statement(db, "UPDATE editors SET code_secret = NULL, code_step = 0 WHERE id = ?").run(editor);
  forgetRecoveryCodes(db, editor);
}

/** Ends all sessions of an editor and returns the id of a new one, after their credentials have changed. Call it in a write transaction. */
export function restartSession(db: Database, editor: string, now: number): string {
  endSessionsOf(db, editor);
  return startSession(db, editor, now);
}

function offeredSecret(db: Database, hash: string): string | null {
  const secret = statement(db, "SELECT offered_secret FROM sessions WHERE hash = ?").pluck().get(hash);
  return typeof secret === "string" ? secret : null;
}
