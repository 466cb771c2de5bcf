import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import { foldName } from "./find.ts";
import { hashSecret } from "./secret.ts";

/** Consecutive failures before a wait, and after which only a new link opens the account (NIST SP 800-63B-4, 3.2.2). */
const freeFailures = 5;
const maxFailures = 100;
/** The first wait, doubled with each failure up to the maximum, in milliseconds. */
const minWait = 60_000;
const maxWait = 15 * 60_000;
/** Names that do not exist are recorded too, but only the newest, so that a flood cannot fill the disk. */
const maxUnknownNames = 5000;

interface FailureRow {
  failures: number;
  failedAt: string;
}

/**
 * Counts a sign-in attempt as failed before it is checked, so that concurrent attempts count too; success clears it. Returns the seconds
 * for which nobody may try this name, in which case nothing is counted; null if it may be tried. Whether the name exists makes no
 * difference. Call it in a write transaction; `now` is in epoch milliseconds.
 */
export function countTry(db: Database, name: string, editor: string | null, now: number): number | null {
  const hash = hashSecret(foldName(name));
  const row = statement(db, "SELECT failures, failed_at AS failedAt FROM failed_sign_ins WHERE hash = ?").get(hash) as
    | FailureRow
    | undefined;
  const wait = row === undefined ? 0 : waitAt(row, now);
  if (wait > 0) return Math.ceil(Math.min(wait, maxWait) / 1000);
  statement(
    db,
    `INSERT INTO failed_sign_ins (hash, editor, failures, failed_at) VALUES (?, ?, 1, ?)
     ON CONFLICT (hash) DO UPDATE SET failures = failures + 1, failed_at = excluded.failed_at, editor = excluded.editor`,
  ).run(hash, editor, new Date(now).toISOString());
  if (row === undefined && editor === null) forgetOldest(db);
  return null;
}

/** Returns for how many milliseconds the name still has to wait. After a failure in the future, before the clock was set back: not at all. */
function waitAt({ failures, failedAt }: FailureRow, now: number): number {
  const since = now - Date.parse(failedAt);
  if (failures >= maxFailures) return Number.POSITIVE_INFINITY;
  if (failures < freeFailures || since < 0) return 0;
  return Math.min(maxWait, minWait * 2 ** (failures - freeFailures)) - since;
}

/** Clears the failures of an editor: after a successful sign-in, or with a new link. */
export function forgiveFailures(db: Database, editor: string): void {
  statement(db, "DELETE FROM failed_sign_ins WHERE editor = ?").run(editor);
}

function forgetOldest(db: Database): void {
  statement(
    db,
    `DELETE FROM failed_sign_ins WHERE hash IN
     (SELECT hash FROM failed_sign_ins WHERE editor IS NULL ORDER BY failed_at DESC LIMIT -1 OFFSET ?)`,
  ).run(maxUnknownNames);
}
