import { type Request, type RequestHandler, Router } from "express";
import { findSession, type Session } from "../../editors/sessions.ts";
import type { Log } from "../../log.ts";
import type { Edition } from "../../site/edition.ts";
import type { Site } from "../../site/site.ts";
import { deskPath, withQuery } from "../../site/urls.ts";
import { Forbidden, NotFound } from "../../web/errors.ts";
import { readForm } from "../../web/form.ts";
import { refuseMethod } from "../../web/methods.ts";
import { refuseOtherOrigins } from "../../web/origin.ts";
import { accountRoutes } from "./account.ts";
import { brokenLinksRoutes } from "./broken-links.ts";
import { callSheetRoutes } from "./call-sheet.ts";
import { checkRoutes } from "./check.ts";
import { closuresRoutes } from "./closures.ts";
import { codesRoutes } from "./codes.ts";
import { drawRoutes } from "./draw.ts";
import { editorRoutes } from "./editor.ts";
import { editorsRoutes } from "./editors.ts";
import { feedsRoutes } from "./feeds/feeds.ts";
import { linkRoutes } from "./link.ts";
import { listingRoutes } from "./listings/listing-routes.ts";
import { meetingRoutes } from "./meetings/meeting-routes.ts";
import { reportRoutes } from "./reports.ts";
import type { DeskRoute } from "./route.ts";
import { sessionIdIn } from "./session-cookie.ts";
import { signInRoutes } from "./sign-in.ts";
import { holdTyped } from "./signed-out.ts";
import { spreadsheetRoutes } from "./spreadsheet.ts";
import { suggestionRoutes } from "./suggestion.ts";
import { todayRoutes } from "./today.ts";
import { keepVisit, visitOf } from "./visit.ts";

/** Returns all routes of the desk, in navigation order. Nothing else under /desk is served. */
export function deskRoutes(site: Site, edition: Edition): readonly DeskRoute[] {
  const parts = [
    todayRoutes,
    listingRoutes,
    meetingRoutes,
    reportRoutes,
    suggestionRoutes,
    brokenLinksRoutes,
    checkRoutes,
    callSheetRoutes,
    closuresRoutes,
    feedsRoutes,
    spreadsheetRoutes,
    drawRoutes,
    accountRoutes,
    codesRoutes,
    editorsRoutes,
    editorRoutes,
    signInRoutes,
    linkRoutes,
  ];
  return parts.flatMap((routesOf) => routesOf(site, edition));
}

/**
 * Returns the router of the desk, with one guard for all routes. Signed-out requests are redirected to sign-in whether or not the address
 * exists, apart from open pages and held forms (holdTyped).
 */
export function deskRouter(site: Site, edition: Edition, log: Log): Router {
  const routes = deskRoutes(site, edition);
  const router = Router({ caseSensitive: true, strict: true });
  router.use(keepOutOfCaches, recognize(site, routes), noteUse(log), refuseOtherOrigins);
  for (const [path, ways] of Map.groupBy(routes, ({ path }) => path)) {
    const route = router.route(path.slice(deskPath.length) || "/");
    for (const { method, role, form, handler, holdsTyped = false } of ways) {
      if (holdsTyped) route[method](holdTyped(site, edition, form));
      route[method](demand(role, edition), ...(method === "post" ? [readForm(form)] : []), handler);
    }
    const lowest = ways.some(({ role }) => role === "nobody") ? "nobody" : "editor";
    route.all(demand(lowest, edition), refuseMethod);
  }
  router.use(demand("editor", edition), (req) => {
    throw new NotFound(req.originalUrl);
  });
  return router;
}

/** On every response, including refusals and redirects. */
const keepOutOfCaches: RequestHandler = (_req, res, next) => {
  res.set("Cache-Control", "no-store");
  next();
};

/** Looks up the session, and which navigation entries it may see. */
function recognize(site: Site, routes: readonly DeskRoute[]): RequestHandler {
  return (req, _res, next) => {
    const id = sessionIdIn(req, site);
    const session = id === null ? null : findSession(site.data.db, id, site.now());
    const nav = routes.flatMap(({ nav: label, path, role }) =>
      label !== undefined && mayUse(session, role) ? [{ label, href: path }] : [],
    );
    keepVisit(req, { session, account: session?.editor.id ?? null, nav });
    next();
  };
}

/**
 * Logs submitted and refused requests by account and route, including failed and successful sign-ins (ASVS 16.3.1). Never logs a typed
 * name: people type their password there by mistake.
 */
function noteUse(log: Log): RequestHandler {
  return (req, res, next) => {
    res.once("finish", () => {
      const isRead = req.method === "GET" || req.method === "HEAD";
      if (isRead && res.statusCode !== 403) return;
      const did = `${req.method} ${deskPath}${req.route?.path ?? ""}`;
      log.info({ account: visitOf(req).account, did, status: res.statusCode }, "Desk");
    });
    next();
  };
}

/** Redirects to sign-in and back if nobody is signed in, and refuses editors what only an admin may do. */
function demand(role: DeskRoute["role"], { urls }: Edition): RequestHandler {
  return (req, res, next) => {
    const { session } = visitOf(req);
    if (mayUse(session, role)) next();
    else if (session === null) res.redirect(303, withQuery(urls.deskSignIn, { to: wayBack(req) }));
    else throw new Forbidden(role);
  };
}

function mayUse(session: Session | null, role: DeskRoute["role"]): boolean {
  return role === "nobody" || session?.editor.role === "admin" || session?.editor.role === role;
}

/** Only pages are returned to, not submitted forms. */
function wayBack(req: Request): string {
  return req.method === "GET" && req.originalUrl !== deskPath ? req.originalUrl : "";
}
