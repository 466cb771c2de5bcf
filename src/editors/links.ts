import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import { NotFound } from "../web/errors.ts";
import type { Editor } from "./editor.ts";
import { forgiveFailures } from "./failures.ts";
import { findEditor } from "./find.ts";
import { savePassword } from "./save.ts";
import { hashSecret, makeSecret } from "./secret.ts";

/** Milliseconds for which a link to choose a password works. */
const maxAge = 3_600_000;

/** The token of a link by which an editor chooses a password, once, within an hour. A link made before works no more. `now` is in epoch milliseconds. */
export function makeLink(db: Database, editor: string, now: number): string {
  const token = makeSecret();
  statement(
    db,
    `INSERT INTO editor_links (editor, hash, expires_at) VALUES (?, ?, ?)
     ON CONFLICT (editor) DO UPDATE SET hash = excluded.hash, expires_at = excluded.expires_at`,
  ).run(editor, hashSecret(token), new Date(now + maxAge).toISOString());
  return token;
}

/** Whose link this is; null where it is none, was used, or is over. */
export function findLink(db: Database, token: string, now: number): Editor | null {
  const editor = statement(db, "SELECT editor FROM editor_links WHERE hash = ? AND expires_at > ?")
    .pluck()
    .get(hashSecret(token), new Date(now).toISOString());
  return typeof editor === "string" ? findEditor(db, editor) : null;
}

/**
 * Uses a link up: its editor has this password from now on, is signed in nowhere, and may try again after failures. Codes of an app are asked
 * for as before. Throws NotFound where it works no more. Call it in a write transaction.
 */
export function useLink(db: Database, token: string, hashedPassword: string, now: number): void {
  const editor = findLink(db, token, now);
  if (editor === null) throw new NotFound("link");
  statement(db, "DELETE FROM editor_links WHERE editor = ?").run(editor.id);
  forgiveFailures(db, editor.id);
  savePassword(db, editor.id, hashedPassword);
}
