import type { RequestHandler } from "express";
import type { Role } from "../../editors/editor.ts";
import type { FormLimits } from "../../web/form.ts";

/** An address of the desk and who may use it. The router (desk.ts) guards it, and reads the form of a POST before the handler. */
export interface DeskRoute {
  method: "get" | "post";
  /** From urls.ts; may contain `:id`. */
  path: string;
  /** Minimum role: an admin may do whatever an editor may. "nobody" needs no session. */
  role: Role | "nobody";
  // biome-ignore lint/suspicious/noExplicitAny: Express's own word for the parameters of any address
  handler: RequestHandler<any>;
  /** Label in the navigation; absent if it is not there. */
  nav?: string;
  /** Limits of its form, if higher than usual. */
  form?: FormLimits;
  /** Whether submitted text is held if the session ended while typing. Never for a form with a password. */
  holdsTyped?: boolean;
}
