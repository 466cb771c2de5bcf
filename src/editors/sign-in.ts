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
  /** Of the app, or a recovery code; "" where they have none. */
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
 * Signs somebody in, in place of the session that their browser had (`before`, its hash). Resolves to null where name, password and code do not go
 * together, whichever of them it is. Throws TooMany where this name has to wait, or too many sign in. `now` is in epoch milliseconds.
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

/** Whether somebody who is signed in can do it again, asked before what matters. Counts like a sign-in; throws TooMany. */
export async function confirmEditor(db: Database, given: Credentials, now: number): Promise<boolean> {
  const secrets = await checkPassword(db, given, now);
  return secrets !== null && writeWhenFree(db, () => passes(db, secrets, given.code, now));
}

/** Whether the password is still theirs and the code is right, which is then used up. Forgives earlier failures. */
function passes(db: Database, secrets: Secrets, code: string, now: number): boolean {
  if (!isUnchanged(db, secrets) || !takeCode(db, secrets, code, now)) return false;
  forgiveFailures(db, secrets.id);
  return true;
}

/** The secrets of whoever has this name and this password, which take as long to compare where nobody has the name. */
async function checkPassword(db: Database, { name, password }: Omit<Credentials, "code">, now: number): Promise<Secrets | null> {
  let secrets: Secrets | null = null;
  const isRight = await isPassword(password, async () => {
    secrets = await writeWhenFree(db, () => tryAs(db, name, now));
    return secrets?.password ?? null;
  });
  return isRight ? secrets : null;
}

/** Counts a try with this name. Throws TooMany where it has to wait. */
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

/** A password may change, or its editor be removed, while it is compared. */
function isUnchanged(db: Database, { id, password }: Secrets): boolean {
  return secretsOf(db, id)?.password === password;
}

/** Whether the code is right where one is asked for, and uses it up. Reads the last step anew: two may come with one code. */
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
