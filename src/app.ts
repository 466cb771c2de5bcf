import express, { type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import { documentPage } from "./pages/document.ts";
import { errorHandler, notFound } from "./pages/errors.ts";
import { guidancePage } from "./pages/guidance.ts";
import { helpNowPage } from "./pages/help-now.ts";
import { homePage } from "./pages/home.ts";
import { libraryJson, namesJson, programsJson } from "./pages/json.ts";
import { libraryPage } from "./pages/library.ts";
import { healthPage, robotsPage, sitemapPage } from "./pages/machines.ts";
import { meetingPage } from "./pages/meeting.ts";
import { meetingCalendar, meetingsCalendar, meetingsJson } from "./pages/meeting-files.ts";
import { meetingsPage } from "./pages/meetings.ts";
import { placePage, placesPage } from "./pages/places.ts";
import { programPage } from "./pages/program.ts";
import { programsPage } from "./pages/programs.ts";
import { prosePage } from "./pages/prose.ts";
import type { Site } from "./pages/site.ts";
import { urls } from "./pages/urls.ts";
import { refuseMethod } from "./web/methods.ts";
import { securityHeaders } from "./web/security-headers.ts";

/** The site as a table of contents: what a request meets, in order. Pages that are kept are answered before (web/server.ts). */
export function createApp(site: Site, log: Logger): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");

  app.use((_req, res, next) => {
    res.set(securityHeaders);
    next();
  });

  /** A page to read: other methods are refused with those that work. */
  const get = <Params>(path: string | string[], page: RequestHandler<Params>) => app.route(path).get(page).all(refuseMethod);

  get(site.assets.addresses, site.assets.serve);
  get(urls.home, homePage(site));
  get(urls.programs, programsPage(site));
  get(`${urls.programs}.json`, programsJson(site));
  get(urls.names, namesJson(site));
  get(urls.program(":id"), programPage(site));
  get(urls.meetings, meetingsPage(site));
  get(`${urls.meetings}.json`, meetingsJson(site));
  get(`${urls.meetings}.ics`, meetingsCalendar(site));
  get(`${urls.meeting(":id")}.ics`, meetingCalendar(site));
  get(urls.meeting(":id"), meetingPage(site));
  get(urls.library, libraryPage(site));
  get(`${urls.library}.json`, libraryJson(site));
  get(urls.document(":id"), documentPage(site));
  get(urls.places, placesPage(site));
  get(urls.place(":state"), placePage(site));
  get(urls.guidance, guidancePage(site));
  get(urls.helpNow, helpNowPage(site));
  get(urls.about, prosePage(site, "about"));
  get(urls.privacy, prosePage(site, "privacy"));
  get(urls.accessibility, prosePage(site, "accessibility"));
  get(urls.health, healthPage(site));
  get(urls.robots, robotsPage(site));
  get(urls.sitemap, sitemapPage(site));

  app.use(notFound);
  app.use(errorHandler(site, log));
  return app;
}
