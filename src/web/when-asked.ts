import type { RequestHandler, Router } from "express";

/** A router that is loaded and made when somebody first asks it, so that no start waits for rooms that few enter. */
export function whenAsked(open: () => Promise<Router>): RequestHandler {
  let opened: Promise<Router> | null = null;
  return async function router(req, res, next) {
    opened ??= open();
    (await opened)(req, res, next);
  };
}
