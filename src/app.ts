import express, { type Express, type RequestHandler } from "express";
import type { Log } from "./log.ts";
import { accuracyJson, accuracyPage } from "./pages/accuracy.ts";
import { changesFeed } from "./pages/changes/atom.ts";
import { changesPage } from "./pages/changes/changes.ts";
import { ledgerPage } from "./pages/changes/ledger.ts";
import { errorHandler, notFound } from "./pages/errors.ts";
import { meetingCalendar } from "./pages/exports/calendar.ts";
import { listExports } from "./pages/exports/export.ts";
import { namesJson } from "./pages/exports/names.ts";
import { guidancePage } from "./pages/guidance.ts";
import { healthPage } from "./pages/health.ts";
import { helpNowPage } from "./pages/help-now.ts";
import { homePage } from "./pages/home.ts";
import { documentPage } from "./pages/library/document.ts";
import { printedLibraryPage } from "./pages/library/printed.ts";
import { libraryPage } from "./pages/library/results.ts";
import { meetingPage } from "./pages/meetings/meeting.ts";
import { printedMeetingsPage } from "./pages/meetings/printed.ts";
import { meetingsPage } from "./pages/meetings/results.ts";
import { placesPage } from "./pages/places/places.ts";
import { statePage } from "./pages/places/state.ts";
import { printedProgramsPage } from "./pages/programs/printed.ts";
import { programPage } from "./pages/programs/program.ts";
import { programsPage } from "./pages/programs/results.ts";
import { prosePage } from "./pages/prose.ts";
import { answerPage, lookUp } from "./pages/reports/answer.ts";
import { maxFormBytes } from "./pages/reports/fields.ts";
import { openIntake } from "./pages/reports/intake.ts";
import { reportPage, sendReport } from "./pages/reports/report.ts";
import { sendSuggestion, suggestPage } from "./pages/reports/suggest.ts";
import { onScreenOrPaper } from "./pages/results/print.ts";
import { robotsPage } from "./pages/robots.ts";
import { sitemapPage } from "./pages/sitemap.ts";
import { talkPage } from "./pages/talk.ts";
import { type Edition, editions, inTranslation } from "./site/edition.ts";
import type { Site } from "./site/site.ts";
import { inFormat } from "./site/urls.ts";
import { readForm } from "./web/form.ts";
import { refuseMethod } from "./web/methods.ts";
import { refuseOtherOrigins } from "./web/origin.ts";
import { securityHeaders } from "./web/security-headers.ts";
import { whenAsked } from "./web/when-asked.ts";

/** Builds the app: the site's table of contents, in the order of matching. Cached pages are served earlier (web/server.ts). */
export function createApp(site: Site, log: Log, served: readonly [Edition, ...Edition[]] = editions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");

  app.use((_req, res, next) => {
    res.set(securityHeaders);
    next();
  });
  /** Routes a page that is only read: any other method is refused with the allowed ones. */
  const get = <Params>(path: string | string[], page: RequestHandler<Params>) => app.route(path).get(page).all(refuseMethod);
  /** Routes a form that anybody may send, but only from this site. */
  const form = (path: string, page: RequestHandler[], send: RequestHandler) =>
    app
      .route(path)
      .get(...page)
      .post(refuseOtherOrigins, readForm({ maxBytes: maxFormBytes, maxFields: 60 }), send)
      .all(refuseMethod);
  const intake = openIntake(site);

  get(site.assets.addresses, site.assets.serve);
  for (const edition of inTranslation(served)) {
    const { urls } = edition;
    get(urls.home, homePage(site, edition));
    get(urls.talk, talkPage(site, edition));
    get(urls.programs, onScreenOrPaper(programsPage(site, edition), printedProgramsPage(site, edition)));
    get(urls.program(":id"), programPage(site, edition));
    get(urls.meetings, onScreenOrPaper(meetingsPage(site, edition), printedMeetingsPage(site, edition)));
    get(inFormat(urls.meeting(":id"), "ics"), meetingCalendar(site, edition));
    get(urls.meeting(":id"), meetingPage(site, edition));
    get(urls.library, onScreenOrPaper(libraryPage(site, edition), printedLibraryPage(site, edition)));
    get(urls.document(":id"), documentPage(site, edition));
    get(urls.places, placesPage(site, edition));
    get(urls.place(":state"), statePage(site, edition));
    get(urls.guidance, guidancePage(site, edition));
    get(urls.helpNow, helpNowPage(site, edition));
    get(urls.about, prosePage(site, edition, "about"));
    get(urls.accuracy, accuracyPage(site, edition));
    get(urls.privacy, prosePage(site, edition, "privacy"));
    get(urls.accessibility, prosePage(site, edition, "accessibility"));
    form(urls.report, [lookUp(edition), reportPage(site, edition, intake)], sendReport(site, edition, intake));
    get(urls.reportAnswer(":reference"), answerPage(site, edition, intake));
    form(urls.suggest, [suggestPage(site, edition, intake)], sendSuggestion(site, edition, intake));
    get(urls.changes, changesPage(site, edition));
    get(urls.changesFeed, changesFeed(site, edition));
    for (const { url, format, handler } of listExports(site, edition)) get(inFormat(url, format), handler);
    get(urls.names, namesJson(site, edition));
  }
  const [first] = served;
  get(first.urls.ledger, ledgerPage(site, first.urls));
  get(first.urls.health, healthPage(site));
  get(first.urls.accuracyData, accuracyJson(site));
  get(first.urls.robots, robotsPage(site, served));
  get(first.urls.sitemap, sitemapPage(site, served));
  app.use(
    first.urls.desk,
    whenAsked(async () => (await import("./pages/desk/desk.ts")).deskRouter(site, inTranslation(served)[0]!, log)),
  );

  // An error page is in the language of its address: the longest base first, because English at "/" is a prefix of all.
  for (const edition of served.toSorted((a, b) => b.urls.home.length - a.urls.home.length)) {
    app.use(edition.urls.home, notFound, errorHandler(site, edition, log));
  }
  return app;
}
