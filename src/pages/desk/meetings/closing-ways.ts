import { readClosedDays } from "../../../feeds/values/closed-days.ts";
import { closedNow } from "../../../feeds/values/closed-now.ts";
import { folded } from "../../../feeds/values/sentences.ts";
import { closedGroup, closedGroupName } from "../../../meetings/closures.ts";
import { hasRoom } from "../../../meetings/join.ts";
import { samePlaceKey } from "../../../meetings/match-keys.ts";
import type { Meeting } from "../../../meetings/meeting.ts";
import { officeDay } from "../../../places/office-day.ts";
import type { Report } from "../../../reports/report.ts";
import type { Context } from "../../../site/site.ts";
import { withQuery } from "../../../site/urls.ts";
import type { WayOn } from "../../../web/errors.ts";
import { whichOf } from "../closable.ts";
import { readerSays } from "./meeting-fields.ts";

/**
 * Returns links to close the place of a meeting, or its group, until a day: the page of closures with everything known filled in and, from
 * a report, the way back to it. The public text is left to the editor, because what a reader wrote is for the desk only.
 */
export function closingWays(context: Context, meeting: Meeting, report: Report | null): WayOn[] {
  const { words, urls } = context;
  const { close } = words.deskMeetings;
  const { name, street, city } = meeting.place;
  const place = hasRoom(meeting) ? samePlaceKey(meeting.place) : null;
  const group = closedGroup(meeting);
  const called = closedGroupName(meeting);
  const common = report === null ? {} : { until: untilIn(context, report), why: whyOf(context, report), report: report.reference };
  const way = (label: string, which: string, q: string) => ({ label, href: withQuery(urls.deskClosures, { q, which, ...common }) });
  const house = [name ?? street, city].filter(Boolean).join(", ");
  return [
    ...(place === null
      ? []
      : [way(close.place(house), whichOf({ place, feed: null, group: null }), [street ?? name, city].filter(Boolean).join(" "))]),
    ...(group === null ? [] : [way(close.group(called), whichOf({ place: null, feed: meeting.feed, group }), called)]),
  ];
}

/** A note for other editors: which report it was, and about what. */
function whyOf({ words }: Context, report: Report): string {
  return words.deskMeetings.report.why(report.reference, readerSays(words, report));
}

/** Returns the future day until which a reader says it is closed: "closed until January 15"; empty if they give none. */
function untilIn({ now }: Context, { note, right, at }: Report): string {
  const { days } = readClosedDays(folded([right, note].filter(Boolean).join(". ")));
  const { isClosed, next } = closedNow(days, { updated: officeDay(Date.parse(at)), today: officeDay(now) });
  return isClosed && next !== null ? next : "";
}
