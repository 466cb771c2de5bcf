import type { RequestHandler } from "express";
import { findReport } from "../../reports/find.ts";
import type { Edition } from "../../site/edition.ts";
import type { Site } from "../../site/site.ts";
import { listingReportPage } from "./listings/listing-report.ts";
import { meetingReportPage } from "./meetings/meeting-report.ts";
import type { DeskRoute } from "./route.ts";

/**
 * Returns the routes of readers' reports: those about a meeting are settled in other ways than those about a listing edited at the desk.
 */
export function reportRoutes(site: Site, edition: Edition): readonly DeskRoute[] {
  const path = edition.urls.deskReport(":reference");
  const [ofListing, ofMeeting] = [listingReportPage(site, edition), meetingReportPage(site, edition)];
  const handler: RequestHandler = (req, res, next) => {
    const report = findReport(site.data.db, String(req.params["reference"]));
    const isOfMeeting = report?.list === "meetings" && report.subject !== null;
    return (isOfMeeting ? ofMeeting : ofListing)(req, res, next);
  };
  return [
    { method: "get", path, role: "editor", handler },
    { method: "post", path, role: "editor", handler, holdsTyped: true },
  ];
}
