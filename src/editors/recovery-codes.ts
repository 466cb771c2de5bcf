import { randomBytes } from "node:crypto";
import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import { hashSecret } from "./secret.ts";

/** Codes for when the app is lost. At 120 bits each they cannot be found by brute force, so a plain hash is enough (ASVS 6.5.2). */

const codesAtOnce = 10;
const lettersInCode = 24;
/** Crockford's base 32, in which no character is mistaken for another: five bits each. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** Replaces the recovery codes with new ones, to be shown once. Call it in a write transaction. */
export function renewRecoveryCodes(db: Database, editor: string): string[] {
  const codes = Array.from({ length: codesAtOnce }, makeRecoveryCode);
  forgetRecoveryCodes(db, editor);
  for (const code of codes) {
    statement(db, "INSERT INTO recovery_codes (editor, hash) VALUES (?, ?)").run(editor, hashSecret(lettersOf(code)));
  }
  return codes;
}

/** Deletes all recovery codes of an editor. */
export function forgetRecoveryCodes(db: Database, editor: string): void {
  statement(db, "DELETE FROM recovery_codes WHERE editor = ?").run(editor);
}

/** Uses up a recovery code. Returns false if it is not theirs, or was used before. */
export function useRecoveryCode(db: Database, editor: string, code: string): boolean {
  return statement(db, "DELETE FROM recovery_codes WHERE editor = ? AND hash = ?").run(editor, hashSecret(lettersOf(code))).changes === 1;
}

/** Counts the recovery codes that are left. */
export function countRecoveryCodes(db: Database, editor: string): number {
  return statement(db, "SELECT count(*) FROM recovery_codes WHERE editor = ?").pluck().get(editor) as number;
}

/** Returns a code such as "k3vq8d-…", in groups of six for copying. */
function makeRecoveryCode(): string {
  const letters = Array.from(randomBytes(lettersInCode), (byte) => alphabet[byte % alphabet.length]).join("");
  return letters.replace(/.{6}(?=.)/g, "$&-");
}

/** Returns the letters that were hashed, ignoring separators and correcting easily confused characters. */
function lettersOf(code: string): string {
  return code
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replaceAll("o", "0")
    .replace(/[il]/g, "1");
}
