import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import { writeWhenFree } from "../database/write-when-free.ts";
import { TooMany } from "../web/errors.ts";
import { stepOfCode } from "./codes.ts";
import { countTry, forgiveFailures } from "./failures.ts";
import { editorNamed } from "./find.ts";
import { isPassword } from "./password.ts";
import { useRecoveryCode } from "./recovery-codes.ts";
import { endSession, startSession } from "./sessions.ts";

/** What somebody typed to sign in. */
interface Credentials {
  name: string;
  password: string;
  /** From the app, or a recovery code; "" if they have none. */
  code: string;
}

interface Secrets {
  id: string;
  password: string | null;
  codeSecret: string | null;
  codeStep: number;
}

/** Somebody who has just signed in. */
interface SignedIn {
  /** The id of the new session. */
  session: string;
  /** The id of the account. */
  account: string;
}

/**
 * Signs somebody in, replacing the session that their browser had (`before`, its hash). Resolves to null if name, password and code do not
 * match, without saying which. Throws TooMany if this name has to wait, or too many sign in. `now` is in epoch milliseconds.
 */
export async function signInEditor(db: Database, given: Credentials, now: number, before: string | null): Promise<SignedIn | null> {
  const secrets = await checkPassword(db, given, now);
  if (secrets === null) return null;
  return writeWhenFree(db, () => {
    if (!passes(db, secrets, given.code, now)) return null;
    if (before !== null) endSession(db, before);
    statement(db, "UPDATE editors SET signed_in_at = ? WHERE id = ?").run(new Date(now).toISOString(), secrets.id);
    return { session: startSession(db, secrets.id, now), account: secrets.id };
  });
}

/**
 * Whether somebody who is signed in can confirm their credentials, required before important changes. Counts like a sign-in; throws
 * TooMany.
 */
export async function confirmEditor(db: Database, given: Credentials, now: number): Promise<boolean> {
  const secrets = await checkPassword(db, given, now);
  return secrets !== null && writeWhenFree(db, () => passes(db, secrets, given.code, now));
}

/** Whether the password is still current and the code right; uses up the code and clears earlier failures. */
function passes(db: Database, secrets: Secrets, code: string, now: number): boolean {
  if (!isUnchanged(db, secrets) || !takeCode(db, secrets, code, now)) return false;
  forgiveFailures(db, secrets.id);
  return true;
}

/** Returns the secrets of the editor with this name and password, in the same time if nobody has the name; null if they do not match. */
async function checkPassword(db: Database, { name, password }: Omit<Credentials, "code">, now: number): Promise<Secrets | null> {
  let secrets: Secrets | null = null;
  const isRight = await isPassword(password, async () => {
    secrets = await writeWhenFree(db, () => tryAs(db, name, now));
    return secrets?.password ?? null;
  });
  return isRight ? secrets : null;
}

/** Counts an attempt with this name. Throws TooMany if it has to wait. */
function tryAs(db: Database, name: string, now: number): Secrets | null {
  const editor = editorNamed(db, name);
  const wait = countTry(db, name, editor?.id ?? null, now);
  if (wait !== null) throw new TooMany("too many failures", wait);
  return editor && secretsOf(db, editor.id);
}

function secretsOf(db: Database, id: string): Secrets | null {
  const found = statement(
    db,
    "SELECT id, password, code_secret AS codeSecret, code_step AS codeStep FROM editors WHERE id = ? AND removed_at IS NULL",
  ).get(id);
  return (found as Secrets | undefined) ?? null;
}

/** The password may be changed, or its editor removed, while it is compared. */
function isUnchanged(db: Database, { id, password }: Secrets): boolean {
  return secretsOf(db, id)?.password === password;
}

/** Whether the code is right, or none is required; uses it up. Rereads the last step, because two requests may carry the same code. */
function takeCode(db: Database, { id }: Secrets, code: string, now: number): boolean {
  const secrets = secretsOf(db, id);
  if (secrets === null) return false;
  if (secrets.codeSecret === null) return true;
  const figures = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(figures)) return useRecoveryCode(db, id, code);
  const step = stepOfCode(secrets.codeSecret, figures, secrets.codeStep, now);
  if (step !== null) statement(db, "UPDATE editors SET code_step = ? WHERE id = ?").run(step, id);
  return step !== null;
}
