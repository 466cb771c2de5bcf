import type { RequestHandler } from "express";
import { type CalendarMeeting, calendar } from "../../formats/ical.ts";
import { type Closure, endOf, whileClosed } from "../../meetings/closures.ts";
import { findMeeting } from "../../meetings/find.ts";
import type { Meeting } from "../../meetings/meeting.ts";
import { searchMeetings, type UpcomingRow } from "../../meetings/search.ts";
import type { Edition } from "../../site/edition.ts";
import { type Context, contextOf, type Site } from "../../site/site.ts";
import { inFormat } from "../../site/urls.ts";
import { NotFound } from "../../web/errors.ts";
import { sayDate } from "../../words/dates.ts";
import type { Words } from "../../words/words.ts";
import { closureNow } from "../meetings/closed.ts";
import { meetingQuestion } from "../meetings/question.ts";
import { meetingsList } from "../meetings/results.ts";
import { type DangerNotice, dangerNotices } from "../results/danger-notices.ts";
import { urlOf } from "../results/list-page.ts";

/** More events than this no calendar wants. */
const maxEvents = 500;

const ics = { contentType: "text/calendar; charset=utf-8", freshness: "a minute" } as const;

/** The times that fit a filter as a calendar, at most five hundred. */
export function meetingsCalendar(context: Context, query: Readonly<Record<string, unknown>>) {
  const { filter, from, night } = meetingQuestion(context, query);
  const address = inFormat(urlOf(meetingsList(context), { ...filter, page: 1 }), "ics");
  return {
    page: { ...ics, address, lists: ["meetings", "programs"] },
    write: () => {
      const { meetings, words, now } = context;
      const answer = searchMeetings(meetings, filter, now, from, night);
      const { title } = words.meetings;
      const name = answer.total > maxEvents ? words.calendar.soonest(title, maxEvents) : title;
      const dangers = dangerNotices(context, answer).flatMap((danger) => sayDanger(danger, words));
      const description = dangers.length > 0 ? words.calendar.crisis(dangers) : null;
      return write(context, byMeeting(context, answer.take(0, maxEvents)), name, description);
    },
  };
}

/** What to do, then each line with whom it is for. 911 is in the notice already. */
function sayDanger({ notice, groups }: DangerNotice, { calendar }: Words): string[] {
  const said = groups.flatMap(({ lead, lines }) => [lead, ...lines.map(({ name, label }) => name && calendar.line(name, label))]);
  return [notice, ...said].filter((words) => words !== null);
}

/** One meeting as a calendar. */
export function meetingCalendar(site: Site, edition: Edition): RequestHandler<{ id: string }> {
  return (req, res) => {
    const context = contextOf(site, edition);
    const meeting = findMeeting(context.db, req.params.id);
    // Without any time there is nothing to put into a calendar.
    if (!meeting || meeting.occurrences.length === 0) throw new NotFound(req.params.id);
    const address = inFormat(context.urls.meeting(meeting.id), "ics");
    const entry = { ...entryOf(context, meeting, closureNow(context, meeting)), occurrences: meeting.occurrences };
    site.cache.send(req, res, { ...ics, address, lists: ["meetings"] }, () => write(context, [entry], meeting.name, null));
  };
}

type Entry = Omit<CalendarMeeting, "url">;

/** The rows of an answer, those of one meeting together. A paused meeting is in no calendar of a search, since it has no next time; one that is closed until a day has. */
function byMeeting(context: Context, rows: readonly UpcomingRow[]): Entry[] {
  const entries = new Map<string, Omit<Entry, "occurrences"> & { occurrences: Entry["occurrences"][number][] }>();
  for (const { listed, closure, occurrence } of rows.filter(({ listed }) => listed.join !== "paused")) {
    const entry = entries.get(listed.id) ?? { ...entryOf(context, listed, closure), occurrences: [] };
    entries.set(listed.id, entry);
    if (occurrence) entry.occurrences.push(occurrence);
  }
  return [...entries.values()];
}

/** A meeting for a calendar. What is closed begins again on its day; what goes on online meanwhile has its time and no room. */
function entryOf({ words }: Context, listed: Meeting, closure: Closure | null): Pick<Entry, "meeting" | "closed"> {
  if (closure === null) return { meeting: listed, closed: null };
  const meanwhile = whileClosed(listed, closure);
  const note = words.calendar.closedUntil(sayDate(closure.until, words), closure.words);
  if (meanwhile.join === "paused") return { meeting: listed, closed: { note, end: endOf(closure) } };
  return { meeting: meanwhile, closed: { note, end: null } };
}

function write({ settings, words, urls, now }: Context, entries: readonly Entry[], name: string, description: string | null): string {
  const { siteUrl } = settings;
  const meetings = entries.map((entry) => ({ ...entry, url: siteUrl + urls.meeting(entry.meeting.id) }));
  return calendar(meetings, { name, description, host: new URL(siteUrl).host, now, language: words.language, words: words.calendar });
}
