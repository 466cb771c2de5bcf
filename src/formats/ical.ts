// cspell:ignore byday caldesc calname calscale tzoffsetfrom tzoffsetto vtimezone dtstamp dtstart ical prodid rrule tzlib vcalendar vevent
import { tzlib_get_ical_block, tzlib_get_timezones } from "timezones-ical-library";
import type { Meeting, Occurrence } from "../meetings/meeting.ts";
import { weekdays } from "../meetings/meeting.ts";
import { knowsItsWeeks, nextLocalTime, usualLength, weeksOf } from "../meetings/schedule/next.ts";
import type { Language } from "../words/languages.ts";
import type { CalendarWords } from "../words/meetings-words.ts";
import { describe, locate, titleOf } from "./ical-event.ts";
import { text, uri } from "./ical-lines.ts";

/**
 * Meetings as an iCalendar file (RFC 5545), to open in any calendar. Not written with ical-generator (10.2), which was tried: it lets
 * control characters and lone surrogates through, writes DTSTAMP without its Z once a calendar has a zone, and takes 420 ms for five
 * hundred events where this takes 25.
 */

export interface CalendarMeeting {
  meeting: Meeting;
  /** Times to write, one event each. */
  occurrences: readonly Occurrence[];
  /** Absolute address of its page on our site. */
  url: string;
  /** Note while it is closed, and when it meets again (epoch milliseconds; null if it continues meanwhile). Null while it is open. */
  closed: { note: string; end: number | null } | null;
}

interface CalendarFile {
  name: string;
  /** What readers must know about the calendar as a whole; null for most. */
  description: string | null;
  /** Host name of the site, which makes the ids of its events globally unique. */
  host: string;
  /** Epoch milliseconds: each event begins with its next time. */
  now: number;
  language: Language;
  words: CalendarWords;
}

interface Zone {
  id: string;
  block: string;
}

interface Timed extends Pick<CalendarMeeting, "meeting" | "url" | "closed"> {
  occurrence: Occurrence;
  /** Null for floating times. */
  zone: Zone | null;
}

const dayCodes = weekdays.map((day) => day.slice(0, 2).toUpperCase());
const weekNumbers = { first: "1", second: "2", third: "3", fourth: "4", fifth: "5", last: "-1", "every-other": "" };
/** Time zone for meetings without one: the last to reach any local time, so that a meeting still to come somewhere is not skipped as past. */
const lastZone = "Pacific/Pago_Pago";

/**
 * Writes one event for each weekly time, beginning with its next start. Meetings without a zone have floating times, those of whatever
 * clock shows them (RFC 5545, 3.3.5), which is right for people nearby; meetings with an unknown zone are left out.
 */
export function calendar(meetings: readonly CalendarMeeting[], file: CalendarFile): string {
  const timed = meetings
    .flatMap(({ occurrences, ...one }) => occurrences.map((occurrence) => ({ ...one, occurrence, zone: zoneOf(one.meeting) })))
    .filter(({ meeting, zone }) => zone !== null || meeting.zone === null);
  // A set, because two names may mean one zone: US/Central is America/Chicago.
  const blocks = new Set(timed.flatMap(({ zone }) => (zone ? [zone.block] : [])));
  const components = timed.length > 0 ? [...blocks] : [utc];
  return `${[...head(file), ...components, ...timed.flatMap((one) => event(one, file)), "END:VCALENDAR"].join("\r\n")}\r\n`;
}

/** A calendar must have at least one component (RFC 5545, 3.6): for subscribers, one without events is better than none. */
const utc = [
  "BEGIN:VTIMEZONE",
  "TZID:UTC",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
].join("\r\n");

function head({ name, description, language }: CalendarFile): string[] {
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Porchlight//Meetings//${language.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    text("NAME", name),
    text("X-WR-CALNAME", name),
    ...(description === null ? [] : [text("DESCRIPTION", description), text("X-WR-CALDESC", description)]),
  ];
}

/** Writes an event. PRIVATE, so that a shared calendar does not show colleagues where somebody goes. */
function event({ meeting, occurrence, url, zone, closed }: Timed, { host, now, words }: CalendarFile): string[] {
  const location = locate(meeting);
  const paused = meeting.join === "paused";
  return [
    "BEGIN:VEVENT",
    text("UID", `${meeting.id}-${timeId(meeting, occurrence)}@${host}`),
    `DTSTAMP:${compact(now)}Z`,
    ...times(meeting, occurrence, zone, Math.max(now, closed?.end ?? now)),
    text("SUMMARY", titleOf(meeting, words)),
    ...(location ? [text("LOCATION", location)] : []),
    text("DESCRIPTION", describe(meeting, occurrence, { url, closed: closed?.note ?? null }, words)),
    uri("URL", url),
    "CLASS:PRIVATE",
    // Calendars that already have the event show it as canceled.
    ...(paused ? ["STATUS:CANCELLED"] : knowsItsWeeks(meeting.frequency) ? [] : ["STATUS:TENTATIVE"]),
    "END:VEVENT",
  ];
}

/** Identifies a time of a meeting: "sa", or "sa-2" for a later time that day. Does not depend on other days or on the hour. */
export function timeId({ occurrences }: Meeting, { day, start }: Occurrence): string {
  const earlier = occurrences.filter((other) => other.day === day && other.start < start).length;
  return `${dayCodes[day]!.toLowerCase()}${earlier > 0 ? `-${earlier + 1}` : ""}`;
}

function times(meeting: Meeting, occurrence: Occurrence, zone: Zone | null, now: number): string[] {
  const weeks = weeksOf(meeting.frequency);
  const day = dayCodes[occurrence.day];
  const rule = weeks.length > 0 ? `FREQ=MONTHLY;BYDAY=${weeks.map((week) => `${weekNumbers[week]}${day}`)}` : `FREQ=WEEKLY;BYDAY=${day}`;
  const wall = nextLocalTime(occurrence, zone && meeting.zone ? meeting.zone.name : lastZone, now, weeks);
  return [`DTSTART${zone ? `;TZID=${zone.id}` : ""}:${compact(wall)}`, `DURATION:PT${occurrence.length ?? usualLength}M`, `RRULE:${rule}`];
}

const known = new Set<string>(tzlib_get_timezones());
const zones = new Map<string, Zone>();

function zoneOf({ zone }: Meeting): Zone | null {
  if (!zone || !known.has(zone.name)) return null;
  const kept = zones.get(zone.name) ?? readZone(zone.name);
  zones.set(zone.name, kept);
  return kept;
}

function readZone(name: string): Zone {
  const [block, parameter] = tzlib_get_ical_block(name) as string[];
  return { id: parameter!.replace("TZID=", ""), block: block! };
}

/** Formats as "20261124T190000". */
function compact(wall: number): string {
  return new Date(wall).toISOString().slice(0, 19).replace(/[-:]/g, "");
}
