import type { Editor } from "../../editors/editor.ts";

/** Somebody at the desk as the ledger names them: by role and account. */
export function deskActor({ id, role }: Editor): { role: Editor["role"]; account: string } {
  return { role, account: id };
}
