import type { Request } from "express";
import type { Session } from "../../editors/sessions.ts";

/** What the guard knows of a request to the desk. */
export interface Visit {
  /** Null where nobody is signed in. */
  session: Session | null;
  /** The id of the account, for the log; whoever signs in by this request is known only after it. */
  account: string | null;
  /** What the navigation leads to. */
  nav: readonly { label: string; href: string }[];
}

const visits = new WeakMap<object, Visit>();

/** Called by the guard before any handler. */
export function keepVisit(req: object, visit: Visit): void {
  visits.set(req, visit);
}

/** What the guard knows of this request. Throws where no guard has seen it. */
export function visitOf(req: object): Visit {
  const visit = visits.get(req);
  if (visit === undefined) throw new Error("A page of the desk was asked for without its guard");
  return visit;
}

/** The session of a request that the guard let in. Throws where nobody is signed in. */
export function sessionOf(req: Request): Session {
  const { session } = visitOf(req);
  if (session === null) throw new Error("A page of the desk for editors was asked for by nobody");
  return session;
}
