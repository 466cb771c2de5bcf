import type { Request } from "express";
import type { Session } from "../../editors/sessions.ts";

/** What the guard knows of a request to the desk. */
export interface Visit {
  /** Null if nobody is signed in. */
  session: Session | null;
  /** The id of the account, for the log; when signing in, set only afterwards. */
  account: string | null;
  /** The entries of the navigation. */
  nav: readonly { label: string; href: string }[];
}

const visits = new WeakMap<object, Visit>();

/** Attaches a visit to a request. Called by the guard before any handler. */
export function keepVisit(req: object, visit: Visit): void {
  visits.set(req, visit);
}

/** Returns what the guard knows about this request. Throws if it has not passed the guard. */
export function visitOf(req: object): Visit {
  const visit = visits.get(req);
  if (visit === undefined) throw new Error("A page of the desk was asked for without its guard");
  return visit;
}

/** Returns the session of a request that passed the guard. Throws if nobody is signed in. */
export function sessionOf(req: Request): Session {
  const { session } = visitOf(req);
  if (session === null) throw new Error("A page of the desk for editors was asked for by nobody");
  return session;
}
