import type { RequestHandler } from "express";
import { type CalendarMeeting, calendar, timeId } from "../../formats/ical.ts";
import type { MeetingCard } from "../../meetings/card.ts";
import { closureNow } from "../../meetings/closed-rows.ts";
import { endOf, whileClosed } from "../../meetings/closures.ts";
import { findGroup } from "../../meetings/find-group.ts";
import type { Meeting } from "../../meetings/meeting.ts";
import { searchMeetings } from "../../meetings/search.ts";
import { nameOfGroup, type UpcomingGroup, type UpcomingTime } from "../../meetings/upcoming-groups.ts";
import type { Edition } from "../../site/edition.ts";
import { type Context, contextOf, type Site } from "../../site/site.ts";
import { inFormat, withQuery } from "../../site/urls.ts";
import { sayDate } from "../../words/dates.ts";
import type { Words } from "../../words/words.ts";
import { meetingElsewhere } from "../elsewhere.ts";
import { meetingQuestion } from "../meetings/question.ts";
import { meetingsList } from "../meetings/results.ts";
import { type DangerNotice, dangerNotices } from "../results/danger-notices.ts";
import { urlOf } from "../results/list-page.ts";

/** Limit on the events of a calendar: more would be of no use. */
const maxEvents = 500;

const ics = { contentType: "text/calendar; charset=utf-8", freshness: "a minute" } as const;

/** Builds a calendar of the times that fit a filter, at most five hundred. */
export function meetingsCalendar(context: Context, query: Readonly<Record<string, unknown>>) {
  const question = meetingQuestion(context, query);
  const address = inFormat(urlOf(meetingsList(context), { ...question.filter, page: 1 }), "ics");
  return {
    page: { ...ics, address, lists: ["meetings", "programs"] },
    write: () => {
      const { meetings, words, now } = context;
      const answer = searchMeetings(meetings, question, now);
      const { title } = words.meetings;
      const times = soonestTimes(answer.take(0, maxEvents + 1));
      const name = times.length > maxEvents ? words.calendar.soonest(title, maxEvents) : title;
      const dangers = dangerNotices(context, answer).flatMap((danger) => sayDanger(danger, words));
      const description = dangers.length > 0 ? words.calendar.crisis(dangers) : null;
      return write(
        context,
        byMeeting(
          context,
          times.slice(0, maxEvents).map(({ listed, occurrence }) => ({ meeting: listed, occurrence })),
        ),
        name,
        description,
      );
    },
  };
}

/** Says what to do, then each line with whom it is for. 911 is already in the notice. */
function sayDanger({ notice, groups }: DangerNotice, { calendar }: Words): string[] {
  const said = groups.flatMap(({ lead, lines }) => [lead, ...lines.map(({ name, label }) => name && calendar.line(name, label))]);
  return [notice, ...said].filter((words) => words !== null);
}

/** Serves a group as a calendar; with `time`, only that time of the meeting with this id. */
export function meetingCalendar(site: Site, edition: Edition): RequestHandler<{ id: string }> {
  return (req, res) => {
    const context = contextOf(site, edition);
    const { id } = req.params;
    const group = findGroup(context.meetings, id);
    const time = typeof req.query["time"] === "string" ? req.query["time"] : null;
    const entries = group === null ? [] : byMeeting(context, group.times).flatMap((entry) => withTime(entry, id, time));
    // Without any time the calendar would be empty.
    if (!group || entries.every(({ occurrences }) => occurrences.length === 0)) throw meetingElsewhere(context, id);
    const address = withQuery(inFormat(context.urls.meeting(time === null ? group.id : id), "ics"), { time: time ?? "" });
    const name = nameOfGroup(group.times);
    site.cache.send(req, res, { ...ics, address, lists: ["meetings"] }, () => write(context, entries, name, null));
  };
}

/** Keeps only the requested time, if one was requested. */
function withTime(entry: Entry, id: string, time: string | null): Entry[] {
  const { meeting, occurrences } = entry;
  if (time === null) return [entry];
  if (meeting.id !== id) return [];
  return [{ ...entry, occurrences: occurrences.filter((occurrence) => timeId(meeting, occurrence) === time) }];
}

type Entry = Omit<CalendarMeeting, "url">;

/** Returns the times of groups, soonest first: in that order of groups, the first N times are all in the first N. Paused meetings have none. */
function soonestTimes(groups: readonly UpcomingGroup[]): UpcomingTime[] {
  const begins = ({ startsAt }: UpcomingTime) => startsAt ?? Number.MAX_SAFE_INTEGER;
  const times = groups.flatMap(({ fitting }) => fitting).filter(({ listed }) => listed.join !== "paused");
  return times.sort((a, b) => begins(a) - begins(b));
}

/** Groups times, as their lists have them, by meeting. */
function byMeeting(context: Context, rows: readonly MeetingCard[]): Entry[] {
  const entries = new Map<string, Omit<Entry, "occurrences"> & { occurrences: Entry["occurrences"][number][] }>();
  for (const { meeting, occurrence } of rows) {
    const entry = entries.get(meeting.id) ?? { ...entryOf(context, meeting), occurrences: [] };
    entries.set(meeting.id, entry);
    if (occurrence) entry.occurrences.push(occurrence);
  }
  return [...entries.values()];
}

/** Returns a meeting for a calendar. One that is closed begins again on its day; one that continues online has its time but no room. */
function entryOf({ meetings, words, now }: Context, listed: Meeting): Pick<Entry, "meeting" | "closed"> {
  const closure = closureNow(meetings.closed, listed, now);
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
