import type { Request, RequestHandler, Response } from "express";
import { type CalendarMeeting, calendar } from "../../formats/ical.ts";
import { findMeeting, meetingsAt } from "../../meetings/find.ts";
import { formatsOf } from "../../meetings/join.ts";
import type { Occurrence } from "../../meetings/meeting.ts";
import { weekdays } from "../../meetings/save.ts";
import { knowsItsWeeks } from "../../meetings/schedule/next.ts";
import { type Coming, type FoundMeetings, searchMeetings } from "../../meetings/search.ts";
import { NotFound } from "../../web/errors.ts";
import { crisisLines } from "../results/crisis.ts";
import { answer, crisisItems } from "./export.ts";
import { meetingQuestion } from "../meetings/question.ts";
import type { Site } from "../../site/site.ts";
import { urls } from "../urls.ts";

/** Meetings for machines: the same questions as JSON, and as calendars. */

/** More events than this no calendar wants. */
const mostEvents = 500;

/** `/meetings.json?…` answers the same question as `/meetings?…`. */
export function meetingsJson(site: Site): RequestHandler {
  return (req, res) => {
    const { filter, now, from } = meetingQuestion(site, req.query);
    const found = searchMeetings(site.meetings, filter, now, from);
    const items = found.coming.map((coming) => meetingItem(coming, site));
    const noTravel = found.noTravel.map((coming) => meetingItem(coming, site));
    const body = {
      ...answer(site.meetings, urls.meetings, filter, found, items, site.words),
      miles: found.miles,
      noTravel,
      crisis: crisisItems(site, found),
    };
    site.kept.sendOnce(req, res, JSON.stringify(body), "application/json; charset=utf-8");
  };
}

function meetingItem({ card, startsAt, miles }: Coming, { settings }: Site) {
  const { occurrence, online, phone } = card;
  const end = occurrence?.length ? (occurrence.start + occurrence.length) % 1440 : null;
  return {
    id: card.id,
    name: card.name,
    program: card.program,
    day: occurrence ? weekdays[occurrence.day] : null,
    time: occurrence ? clockOf(occurrence.start) : null,
    end: end === null ? null : clockOf(end),
    zone: card.zone,
    // A promise, so only where it is known in which weeks it meets.
    next: startsAt === null || !knowsItsWeeks(card.frequency) ? null : new Date(startsAt).toISOString(),
    join: card.join,
    formats: formatsOf(card.join, { url: online !== null, phone: phone !== null }),
    frequency: card.frequency,
    types: card.types,
    languages: card.languages,
    place: card.place,
    city: card.city,
    state: card.state,
    miles: miles === null ? null : Math.round(miles * 10) / 10,
    online: online?.url ?? null,
    phone: phone?.number ?? null,
    feed: card.feed,
    updated: card.updated,
    url: settings.siteUrl + urls.meeting(card.id),
  };
}

/** "19:30". */
function clockOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** `/meetings.ics?…`: the times that fit a filter, for a calendar. */
export function meetingsCalendar(site: Site): RequestHandler {
  return (req, res) => {
    const { filter, now, from } = meetingQuestion(site, req.query);
    const times = new Map<string, Occurrence[]>();
    const { title } = site.words.meetings;
    const { total, cards, crisis } = upTo(mostEvents, (page) => searchMeetings(site.meetings, { ...filter, page }, now, from), site);
    for (const { id, occurrence } of cards) times.set(id, [...(times.get(id) ?? []), ...(occurrence ? [occurrence] : [])]);
    const entries = meetingsAt(site.db, [...times.keys()]).map((meeting) => ({ meeting, occurrences: times.get(meeting.id)! }));
    const name = total > mostEvents ? site.words.calendar.soonest(title, mostEvents) : title;
    sendCalendar(site, req, res, entries, { name, description: crisis });
  };
}

/** So many cards, page by page; and whom to call at once, where the words speak of danger. */
function upTo(most: number, search: (page: number) => FoundMeetings, site: Site) {
  const first = search(1);
  const cards = [...first.cards];
  for (let page = 2; page <= first.pages && cards.length < most; page++) cards.push(...search(page).cards);
  const lines = crisisLines(site, first).map(({ name, label }) => `${name}: ${label}.`);
  const crisis = lines.length > 0 ? site.words.calendar.crisis(lines.join(" ")) : null;
  return { total: first.total, cards: cards.slice(0, most), crisis };
}

/** `/meetings/:id.ics` */
export function meetingCalendar(site: Site): RequestHandler<{ id: string }> {
  return (req, res) => {
    const meeting = findMeeting(site.db, req.params.id);
    if (!meeting) throw new NotFound(req.params.id);
    // Without any time there is nothing to put into a calendar.
    if (meeting.occurrences.length === 0) throw new NotFound(req.path);
    sendCalendar(site, req, res, [{ meeting, occurrences: meeting.occurrences }], { name: meeting.name, description: null });
  };
}

function sendCalendar(
  site: Site,
  req: Request,
  res: Response,
  entries: readonly Omit<CalendarMeeting, "url">[],
  about: { name: string; description: string | null },
): void {
  const { siteUrl } = site.settings;
  const meetings = entries.map((entry) => ({ ...entry, url: siteUrl + urls.meeting(entry.meeting.id) }));
  const text = calendar(meetings, { ...about, host: new URL(siteUrl).host, now: site.now(), words: site.words.calendar });
  site.kept.sendOnce(req, res, text, "text/calendar; charset=utf-8");
}
