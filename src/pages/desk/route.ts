import type { RequestHandler } from "express";
import type { Role } from "../../editors/editor.ts";
import type { FormLimits } from "../../web/form.ts";

/** One address of the desk and who may use it. The router (desk.ts) guards it, and reads the form of a POST before the handler. */
export interface DeskRoute {
  method: "get" | "post";
  /** From urls.ts; may hold `:id`. */
  path: string;
  /** Who may: an admin may what an editor may. "nobody" is for those who are not signed in yet. */
  role: Role | "nobody";
  // biome-ignore lint/suspicious/noExplicitAny: Express's own word for the parameters of any address
  handler: RequestHandler<any>;
  /** What the navigation calls it; absent where it is not there. */
  nav?: string;
  /** What its form may send, where that is more than usual. */
  form?: FormLimits;
  /** Whether what it sends is held for whoever was signed out while typing. Never where a password is typed. */
  holdsTyped?: boolean;
}
