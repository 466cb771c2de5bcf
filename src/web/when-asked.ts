import type { RequestHandler, Router } from "express";

/** Returns a handler that loads and creates a router on its first request, so that a start does not wait for rarely used rooms. */
export function whenAsked(open: () => Promise<Router>): RequestHandler {
  let opened: Promise<Router> | null = null;
  return async function router(req, res, next) {
    opened ??= open();
    (await opened)(req, res, next);
  };
}
