import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import { NotFound } from "../web/errors.ts";
import type { Editor } from "./editor.ts";
import { forgiveFailures } from "./failures.ts";
import { findEditor } from "./find.ts";
import { savePassword } from "./save.ts";
import { hashSecret, makeSecret } from "./secret.ts";

/** How long a link to choose a password works, in milliseconds. */
const maxAge = 3_600_000;

/**
 * Returns the token of a link with which an editor chooses a password, once, within an hour. Earlier links stop working. `now` is in epoch
 * milliseconds.
 */
export function makeLink(db: Database, editor: string, now: number): string {
  const token = makeSecret();
  statement(
    db,
    `INSERT INTO editor_links (editor, hash, expires_at) VALUES (?, ?, ?)
     ON CONFLICT (editor) DO UPDATE SET hash = excluded.hash, expires_at = excluded.expires_at`,
  ).run(editor, hashSecret(token), new Date(now + maxAge).toISOString());
  return token;
}

/** Returns the editor whose link this is; null if it does not exist, was used or has expired, or was made by a clock that was ahead. */
export function findLink(db: Database, token: string, now: number): Editor | null {
  const editor = statement(db, "SELECT editor FROM editor_links WHERE hash = ? AND expires_at > ? AND expires_at <= ?")
    .pluck()
    .get(hashSecret(token), new Date(now).toISOString(), new Date(now + maxAge).toISOString());
  return typeof editor === "string" ? findEditor(db, editor) : null;
}

/**
 * Uses up a link: sets its editor's password, ends their sessions and clears their failures. App codes are still required. Throws NotFound
 * if the link no longer works. Call it in a write transaction.
 */
export function useLink(db: Database, token: string, hashedPassword: string, now: number): void {
  const editor = findLink(db, token, now);
  if (editor === null) throw new NotFound("link");
  statement(db, "DELETE FROM editor_links WHERE editor = ?").run(editor.id);
  forgiveFailures(db, editor.id);
  savePassword(db, editor.id, hashedPassword);
}
