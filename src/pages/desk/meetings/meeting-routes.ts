import type { Edition } from "../../../site/edition.ts";
import type { Site } from "../../../site/site.ts";
import { deskAction } from "../../../site/urls.ts";
import type { DeskRoute } from "../route.ts";
import { findMeetingsPage } from "./find-meetings.ts";
import { meetingAtDesk, relistAtDesk, unlistAtDesk } from "./meeting.ts";

/** Returns the routes of meetings at the desk. Their content comes from their lists: here they are found, unlisted and relisted. */
export function meetingRoutes(site: Site, edition: Edition): readonly DeskRoute[] {
  const { urls, words } = edition;
  const role = "editor";
  return [
    { method: "get", path: urls.deskMeetings, role, nav: words.deskMeetings.find.title, handler: findMeetingsPage(site, edition) },
    { method: "get", path: urls.deskMeeting(":id"), role, handler: meetingAtDesk(site, edition) },
    { method: "post", path: deskAction(urls.deskMeeting(":id"), "unlist"), role, handler: unlistAtDesk(site, edition) },
    { method: "post", path: deskAction(urls.deskMeeting(":id"), "relist"), role, handler: relistAtDesk(site, edition) },
  ];
}
