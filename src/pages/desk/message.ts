import type { Request } from "express";
import { writeWhenFree } from "../../database/write-when-free.ts";
import type { Editor } from "../../editors/editor.ts";
import { emailsOf } from "../../reports/find.ts";
import type { Outcome, Report, Suggestion } from "../../reports/report.ts";
import { markSeen } from "../../reports/settle.ts";
import { type Context, nowInIso } from "../../site/site.ts";
import { field } from "../../web/form.ts";
import { signatureOf } from "./signature.ts";

/** What the desk does with every message of a reader, whether a report or a suggestion: open and answer it. */

/** Maximum characters of a public reply. */
export const maxReply = 300;

/** Returns the typed public reply; "" if there is none. */
export function replyIn(req: Request): string {
  return field(req, "reply", maxReply);
}

/** Records the first time that a message is opened. */
export async function noteSeen(context: Context, { seenAt, reference }: Report | Suggestion): Promise<void> {
  if (seenAt === null) await writeWhenFree(context.db, () => markSeen(context.db, reference, nowInIso(context)));
}

/** Returns the addresses of those who want an answer, deleted once there is one; null if nobody does. */
export function sayEmails({ db, words }: Context, { reference }: Report | Suggestion): string | null {
  const emails = emailsOf(db, reference);
  return emails.length > 0 ? words.list.comma(emails) : null;
}

/** Returns the settlement of a message by an editor; an empty reply becomes null. */
export function settlementBy<Came extends Outcome>(context: Context, editor: Editor, outcome: Came, reply: string) {
  return { outcome, reply: reply || null, ...signatureOf(context, editor) };
}
