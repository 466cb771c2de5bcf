import type { Request, RequestHandler, Response } from "express";
import { MethodNotAllowed } from "./errors.ts";

/**
 * The last handler of a route, for the methods that none before it handles: `app.route("/about").get(page).all(refuseMethod)`.
 * OPTIONS is answered with the methods of the route; any other is refused with 405 and the same list.
 */
export const refuseMethod: RequestHandler = (req: Request, res: Response) => {
  res.set("Allow", methodsOf(req).join(", "));
  if (req.method !== "OPTIONS") throw new MethodNotAllowed(req.method);
  res.status(204).end();
};

/** Express answers HEAD by the handler of GET. */
function methodsOf(req: Request): string[] {
  const route: { methods: Record<string, boolean> } = req.route;
  const named = Object.keys(route.methods).filter((method) => method !== "_all");
  return named.flatMap((method) => (method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()]));
}
