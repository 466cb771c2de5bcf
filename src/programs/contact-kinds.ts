import type { Contact } from "./program.ts";

/** Whether a contact is a number to dial or text. */
export function isDialed({ kind }: Contact): boolean {
  return kind === "call" || kind === "text" || kind === "tty";
}

/** Whether a contact is a page of the program itself, to open. */
export function isOwnPage({ kind }: Contact): boolean {
  return kind === "site" || kind === "finder" || kind === "chat";
}
