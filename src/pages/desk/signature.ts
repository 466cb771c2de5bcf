import type { Editor, Role } from "../../editors/editor.ts";
import { type Context, nowInIso } from "../../site/site.ts";

/** Who does something at the desk, and when, as recorded in the ledger: by role and account, never by name. */
export interface Signature {
  by: { role: Role; account: string };
  /** ISO 8601. */
  at: string;
}

/** Returns the signature of an editor for the present time. */
export function signatureOf(context: Context, { id, role }: Editor): Signature {
  return { by: { role, account: id }, at: nowInIso(context) };
}
