import express, { type Express } from "express";
import type { Logger } from "pino";
import { documentPage } from "./pages/library/document.ts";
import { errorHandler, notFound, onlyReading } from "./pages/errors.ts";
import { guidancePage } from "./pages/guidance.ts";
import { helpNowPage } from "./pages/help-now.ts";
import { homePage } from "./pages/home.ts";
import { libraryJson, namesJson, programsJson } from "./pages/exports/export.ts";
import { libraryPage } from "./pages/library/results.ts";
import { healthPage, robotsPage, sitemapPage } from "./pages/sitemap.ts";
import { meetingPage } from "./pages/meetings/meeting.ts";
import { meetingCalendar, meetingsCalendar, meetingsJson } from "./pages/exports/meeting-files.ts";
import { meetingsPage } from "./pages/meetings/results.ts";
import { placePage, placesPage } from "./pages/places/places.ts";
import { programPage } from "./pages/programs/program.ts";
import { programsPage } from "./pages/programs/results.ts";
import { prosePage } from "./pages/prose.ts";
import type { Site } from "./site/site.ts";
import { urls } from "./pages/urls.ts";
import { securityHeaders } from "./web/security.ts";

/** The site as a table of contents: what a request meets, in order. Pages that are kept never get here (web/server.ts). */
export function createApp(site: Site, log: Logger): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");

  app.use((_req, res, next) => {
    res.set(securityHeaders);
    next();
  });
  app.use(onlyReading(site));
  app.use(site.assets.serve);

  app.get(urls.home, homePage(site));
  app.get(urls.programs, programsPage(site));
  app.get(`${urls.programs}.json`, programsJson(site));
  app.get(urls.names, namesJson(site));
  app.get(urls.program(":id"), programPage(site));
  app.get(urls.meetings, meetingsPage(site));
  app.get(`${urls.meetings}.json`, meetingsJson(site));
  app.get(`${urls.meetings}.ics`, meetingsCalendar(site));
  app.get(`${urls.meeting(":id")}.ics`, meetingCalendar(site));
  app.get(urls.meeting(":id"), meetingPage(site));
  app.get(urls.library, libraryPage(site));
  app.get(`${urls.library}.json`, libraryJson(site));
  app.get(urls.document(":id"), documentPage(site));
  app.get(urls.places, placesPage(site));
  app.get(urls.place(":state"), placePage(site));
  app.get(urls.guidance, guidancePage(site));
  app.get(urls.helpNow, helpNowPage(site));
  app.get(urls.about, prosePage(site, "about"));
  app.get(urls.privacy, prosePage(site, "privacy"));
  app.get(urls.accessibility, prosePage(site, "accessibility"));
  app.get(urls.health, healthPage(site));
  app.get(urls.robots, robotsPage(site));
  app.get(urls.sitemap, sitemapPage(site));

  app.use(notFound);
  app.use(errorHandler(site, log));
  return app;
}
