import type { Fields } from "../record.ts";
import { excerpt } from "../values/text.ts";

/** Folds a calendar's dated events into the meetings that they are occurrences of. */

export interface DatedEvent {
  /** The fields of the meeting's record without its day and time. */
  fields: Fields;
  /** Local date at the place: 2026-12-07. */
  date: string;
  /** Local time at the place: 18:00; null for an all-day event. */
  time: string | null;
}

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const nths = ["First", "Second", "Third", "Fourth", "Fifth"];
const msPerDay = 86_400_000;

/** Returns one record per title, place, weekday and time. What is on one date only, or all day, is marked as such, and refused later. */
export function foldEvents(events: readonly DatedEvent[]): Fields[] {
  const series = new Map<string, DatedEvent[]>();
  for (const event of events) {
    const { name, location, formatted_address: address } = event.fields;
    const key = JSON.stringify([...[name, location, address].map(textOf), weekdayOn(event.date), event.time]);
    const known = series.get(key);
    if (known) known.push(event);
    else series.set(key, [event]);
  }
  return [...series.values()].map(recordOf);
}

/** Returns a string as it is, and an excerpt of any other value, which may be nested as deep as a feed is long. */
const textOf = (value: unknown) => (typeof value === "string" ? value : excerpt(value));

/** Returns the day of the week, 0 for Sunday. */
export function weekdayOn(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** Returns the name of the weekday: "Monday". */
export function weekdayName(date: string): string {
  return weekdays[weekdayOn(date)]!;
}

function recordOf(events: readonly DatedEvent[]): Fields {
  const [first] = events as [DatedEvent, ...DatedEvent[]];
  const dates = [...new Set(events.map(({ date }) => date))].sort();
  const written = events
    .flatMap(({ fields: { updated } }) => (typeof updated === "string" ? updated : []))
    .sort()
    .at(-1);
  return { ...first.fields, ...(written !== undefined && { updated: written }), ...scheduleOfDates(first.fields, dates, first.time) };
}

/**
 * Returns the schedule of a series with exactly these dates, which are sorted. If it meets rarely and no pattern such as "First Monday" fits,
 * its dates are listed in its notes.
 */
export function scheduleOfDates({ notes }: Fields, dates: readonly string[], time: string | null, isRare = meetsRarely(dates)): Fields {
  const day = time === null ? null : dayWords(dates);
  if (day === null) return { one_date: dates.slice(0, 3).join(", ") };
  const isListed = isRare && weekdays.includes(day);
  return { day, time, ...(isListed && { notes: withNote(notes, `Meets only on ${sayDates(dates)}.`) }) };
}

/** A series that meets in a smaller share of its weeks is shown with its dates, and not as if it met each week. */
const rare = 0.6;

function meetsRarely(dates: readonly string[]): boolean {
  const weeks = (Date.parse(dates.at(-1)!) - Date.parse(dates[0]!)) / msPerDay / 7 + 1;
  return dates.length / weeks < rare;
}

/** How many dates are named at most. */
const maxDates = 12;
const inWords = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });
const listed = new Intl.ListFormat("en-US");

/** Formats dates as "December 22, 2026, and December 29, 2026". */
export function sayDates(dates: readonly string[]): string {
  return listed.format(dates.slice(0, maxDates).map((date) => inWords.format(Date.parse(date))));
}

/** Appends a note to a record's notes. */
export function withNote(notes: unknown, note: string): string {
  return typeof notes === "string" ? `${notes}\n${note}` : note;
}

/** Returns "Monday", "First Monday" or "Every other Monday", as the dates of a series suggest; null if they form no series. */
function dayWords(dates: readonly string[]): string | null {
  const days = dates.map((date) => Date.parse(`${date}T00:00:00Z`) / msPerDay);
  const gaps = days.slice(1).map((day, at) => day - days[at]!);
  if (gaps.length === 0) return null;
  const day = weekdayName(dates[0]!);
  const weeks = new Set(dates.map((date) => Math.ceil(Number(date.slice(8)) / 7)));
  if (weeks.size === 1 && gaps.every((gap) => gap >= 28)) return `${nths[[...weeks][0]! - 1]} ${day}`;
  if (gaps.every((gap) => gap > 14)) return null;
  return gaps.every((gap) => gap % 14 === 0) && gaps.includes(14) ? `Every other ${day}` : day;
}
