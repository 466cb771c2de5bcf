import type { Editor, Role } from "../../editors/editor.ts";
import { type Context, nowInIso } from "../../site/site.ts";

/** Who at the desk does something, and when, as the ledger has it: by role and account, never by name. */
export interface Signature {
  by: { role: Role; account: string };
  /** ISO 8601. */
  at: string;
}

/** What an editor who does something now puts under it. */
export function signatureOf(context: Context, { id, role }: Editor): Signature {
  return { by: { role, account: id }, at: nowInIso(context) };
}
