import type { Request, RequestHandler, Response } from "express";
import { type CalendarMeeting, calendar } from "../formats/ical.ts";
import type { MeetingCard } from "../meetings/card.ts";
import { findMeeting, meetingsAt } from "../meetings/find.ts";
import { formatsOf } from "../meetings/join.ts";
import type { Occurrence } from "../meetings/meeting.ts";
import { weekdays } from "../meetings/save.ts";
import { knowsItsWeeks } from "../meetings/schedule.ts";
import { type Coming, type FoundMeetings, searchMeetings } from "../meetings/search.ts";
import { NotFound } from "../web/errors.ts";
import { answer, sendJson } from "./json.ts";
import { meetingQuestion } from "./meeting-question.ts";
import type { Site } from "./site.ts";
import { filterUrl, urls } from "./urls.ts";

/** Meetings for machines: the same questions as JSON, and as calendars. */

/** More events than this no calendar wants. */
const mostEvents = 500;

/** `/meetings.json?…` answers the same question as `/meetings?…`. */
export function meetingsJson(site: Site): RequestHandler {
  return (req, res) => {
    const { filter, now, from } = meetingQuestion(site, req.query);
    const address = filterUrl(`${urls.meetings}.json`, site.meetings, filter);
    sendJson(site, req, res, { address, freshness: "a minute" }, () => {
      const found = searchMeetings(site.meetings, filter, now, from);
      const items = found.coming.map((coming) => meetingItem(coming, site));
      const noTravel = found.noTravel.map((coming) => meetingItem(coming, site));
      return { ...answer(site.meetings, urls.meetings, filter, found, items, site.words), miles: found.miles, noTravel };
    });
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
    const address = filterUrl(`${urls.meetings}.ics`, site.meetings, { ...filter, page: 1 });
    sendCalendar(site, req, res, address, () => {
      const times = new Map<string, Occurrence[]>();
      const { title } = site.words.meetings;
      const { total, cards } = upTo(mostEvents, (page) => searchMeetings(site.meetings, { ...filter, page }, now, from));
      for (const { id, occurrence } of cards) times.set(id, [...(times.get(id) ?? []), ...(occurrence ? [occurrence] : [])]);
      const entries = meetingsAt(site.db, [...times.keys()]).map((meeting) => ({ meeting, occurrences: times.get(meeting.id)! }));
      return { entries, name: total > mostEvents ? site.words.calendar.soonest(title, mostEvents) : title };
    });
  };
}

/** So many cards, page by page. */
function upTo(most: number, search: (page: number) => FoundMeetings): { total: number; cards: MeetingCard[] } {
  const first = search(1);
  const cards = [...first.cards];
  for (let page = 2; page <= first.pages && cards.length < most; page++) cards.push(...search(page).cards);
  return { total: first.total, cards: cards.slice(0, most) };
}

/** `/meetings/:id.ics` */
export function meetingCalendar(site: Site): RequestHandler<{ id: string }> {
  return (req, res) => {
    const meeting = findMeeting(site.db, req.params.id);
    if (!meeting) throw new NotFound(req.params.id);
    const entries = [{ meeting, occurrences: meeting.occurrences }];
    sendCalendar(site, req, res, `${urls.meeting(meeting.id)}.ics`, () => ({ entries, name: meeting.name }));
  };
}

interface CalendarEntries {
  entries: readonly Omit<CalendarMeeting, "url">[];
  name: string;
}

/** A calendar needs at least one event: without any there is nothing at this address. */
function sendCalendar(site: Site, req: Request, res: Response, address: string, find: () => CalendarEntries): void {
  const { siteUrl } = site.settings;
  site.cache.send(req, res, { address, freshness: "a minute", contentType: "text/calendar; charset=utf-8" }, () => {
    const { entries, name } = find();
    if (entries.every(({ occurrences }) => occurrences.length === 0)) throw new NotFound(address);
    const meetings = entries.map((entry) => ({ ...entry, url: siteUrl + urls.meeting(entry.meeting.id) }));
    return calendar(meetings, { name, host: new URL(siteUrl).host, now: site.now(), words: site.words.calendar });
  });
}
