// cspell:ignore byday calname calscale dtstamp dtstart ical prodid rrule tzlib vcalendar vevent
import { tzlib_get_ical_block, tzlib_get_timezones } from "timezones-ical-library";
import type { Meeting, Occurrence } from "../meetings/meeting.ts";
import { nextWall, USUAL_LENGTH, weeksOf } from "../meetings/schedule.ts";
import { describe, locate } from "./ical-words.ts";

/** Meetings as an iCalendar file (RFC 5545), to open in any calendar. */

export interface CalendarMeeting {
  meeting: Meeting;
  /** Its page on our site, absolute. */
  url: string;
  /** The site's host name, which makes the ids of its events the only ones in the world. */
  host: string;
}

interface Zone {
  id: string;
  block: string;
}

const DAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const NTH = { first: "1", second: "2", third: "3", fourth: "4", fifth: "5", last: "-1", "every-other": "" };

/** One event for each time in the week, from its next start on. A meeting without a known zone or any time is left out. */
export function calendar(meetings: readonly CalendarMeeting[], name: string, now: number): string {
  const zones = new Map<string, Zone | null>();
  const zoneOf = (zone: string) => {
    if (!zones.has(zone)) zones.set(zone, readZone(zone));
    return zones.get(zone) ?? null;
  };
  const stamp = `${compact(now)}Z`;
  const events = meetings.flatMap((one) => {
    const { zone: named, occurrences } = one.meeting;
    const zone = named && occurrences.length > 0 ? zoneOf(named.name) : null;
    return zone ? eventsOf(one, zone, now, stamp) : [];
  });
  // Two names may stand for one zone: US/Central is America/Chicago.
  const blocks = new Set([...zones.values()].flatMap((zone) => (zone ? [zone.block] : [])));
  return `${[...head(name), ...blocks, ...events, "END:VCALENDAR"].join("\r\n")}\r\n`;
}

function head(name: string): string[] {
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Porchlight//Meetings//EN",
    "CALSCALE:GREGORIAN",
    text("NAME", name),
    text("X-WR-CALNAME", name),
  ];
}

/** PRIVATE, because a shared calendar need not tell colleagues where somebody goes. */
function eventsOf({ meeting, url, host }: CalendarMeeting, zone: Zone, now: number, stamp: string): string[] {
  const location = locate(meeting);
  return meeting.occurrences.flatMap((occurrence, n) => [
    "BEGIN:VEVENT",
    text("UID", `${meeting.id}-${n}@${host}`),
    `DTSTAMP:${stamp}`,
    ...times(meeting, occurrence, zone, now),
    text("SUMMARY", meeting.name),
    ...(location ? [text("LOCATION", location)] : []),
    text("DESCRIPTION", describe(meeting, occurrence, url)),
    fold(`URL:${withoutControls(url)}`),
    "CLASS:PRIVATE",
    ...(meeting.join === "paused" ? ["STATUS:TENTATIVE"] : []),
    "END:VEVENT",
  ]);
}

function times(meeting: Meeting, occurrence: Occurrence, { id }: Zone, now: number): string[] {
  const weeks = weeksOf(meeting.frequency);
  const day = DAYS[occurrence.day];
  const rule = weeks.length > 0 ? `FREQ=MONTHLY;BYDAY=${weeks.map((week) => `${NTH[week]}${day}`)}` : `FREQ=WEEKLY;BYDAY=${day}`;
  return [
    `DTSTART;TZID=${id}:${compact(nextWall(occurrence, meeting.zone!.name, now, weeks))}`,
    `DURATION:PT${occurrence.length ?? USUAL_LENGTH}M`,
    `RRULE:${rule}`,
  ];
}

const known = new Set<string>(tzlib_get_timezones());

function readZone(name: string): Zone | null {
  if (!known.has(name)) return null;
  const [block, parameter] = tzlib_get_ical_block(name) as string[];
  return { id: parameter!.replace("TZID=", ""), block: block! };
}

/** "20261124T190000". */
function compact(wall: number): string {
  return new Date(wall).toISOString().slice(0, 19).replace(/[-:]/g, "");
}

/** RFC 5545, 3.3.11. */
function text(property: string, value: string): string {
  const escaped = withoutControls(
    value
      .replace(/\r\n?/g, "\n")
      .replace(/[\\;,]/g, "\\$&")
      .replaceAll("\n", "\\n"),
  );
  return fold(`${property}:${escaped}`);
}

/** Those have no place in any line, nor has half of a surrogate pair. */
function withoutControls(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return value.replace(/[\u0000-\u0008\u000a-\u001f\u007f]/g, "").toWellFormed();
}

/** RFC 5545, 3.1: at most 75 octets a line, and the space that opens the next is one of them; never within a character. */
function fold(line: string): string {
  if (Buffer.byteLength(line) <= 75) return line;
  let folded = "";
  let room = 75;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (size > room) {
      folded += "\r\n ";
      room = 74;
    }
    folded += character;
    room -= size;
  }
  return folded;
}
