import type { Request, RequestHandler, Response } from "express";
import { MethodNotAllowed } from "./errors.ts";

/**
 * The last handler of a route, for methods without a handler: `app.route("/about").get(page).all(refuseMethod)`. Responds to OPTIONS with
 * the methods of the route, and to any other method with 405 and the same list.
 */
export const refuseMethod: RequestHandler = (req: Request, res: Response) => {
  res.set("Allow", methodsOf(req).join(", "));
  if (req.method !== "OPTIONS") throw new MethodNotAllowed(req.method);
  res.status(204).end();
};

/** Returns the route's methods; Express handles HEAD with the handler of GET. */
function methodsOf(req: Request): string[] {
  const route: { methods: Record<string, boolean> } = req.route;
  const named = Object.keys(route.methods).filter((method) => method !== "_all");
  return named.flatMap((method) => (method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()]));
}
