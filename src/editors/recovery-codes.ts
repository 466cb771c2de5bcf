import { randomBytes } from "node:crypto";
import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import { hashSecret } from "./secret.ts";

/** Codes for the day on which the app is lost. At 120 bits each, nobody can try them all, so a plain hash keeps them (ASVS 6.5.2). */

const codesAtOnce = 10;
const lettersInCode = 24;
/** Crockford's 32, none of which is taken for another: five bits each. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** New recovery codes in place of those before, to be shown once. Call it in a write transaction. */
export function renewRecoveryCodes(db: Database, editor: string): string[] {
  const codes = Array.from({ length: codesAtOnce }, makeRecoveryCode);
  forgetRecoveryCodes(db, editor);
  for (const code of codes) {
    statement(db, "INSERT INTO recovery_codes (editor, hash) VALUES (?, ?)").run(editor, hashSecret(lettersOf(code)));
  }
  return codes;
}

/** Forgets them all. */
export function forgetRecoveryCodes(db: Database, editor: string): void {
  statement(db, "DELETE FROM recovery_codes WHERE editor = ?").run(editor);
}

/** Uses a recovery code up. False where it is none of theirs, or was used before. */
export function useRecoveryCode(db: Database, editor: string, code: string): boolean {
  return statement(db, "DELETE FROM recovery_codes WHERE editor = ? AND hash = ?").run(editor, hashSecret(lettersOf(code))).changes === 1;
}

/** How many are left. */
export function countRecoveryCodes(db: Database, editor: string): number {
  return statement(db, "SELECT count(*) FROM recovery_codes WHERE editor = ?").pluck().get(editor) as number;
}

/** "k3vq8d-…", in groups of six, as one copies them. */
function makeRecoveryCode(): string {
  const letters = Array.from(randomBytes(lettersInCode), (byte) => alphabet[byte % alphabet.length]).join("");
  return letters.replace(/.{6}(?=.)/g, "$&-");
}

/** As it was hashed, whatever somebody typed between the letters and whatever they took for others. */
function lettersOf(code: string): string {
  return code
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replaceAll("o", "0")
    .replace(/[il]/g, "1");
}
