import { instantOf, localTime, msPerDay, msPerMinute, weekdayOf } from "../../places/wall-clock.ts";
import type { Frequency, Occurrence } from "../meeting.ts";

/** Computes when a weekly time next occurs. Pure: `now` is a parameter, in epoch milliseconds. */

/** Assumed length in minutes of a meeting whose feed gives no end. */
export const usualLength = 60;
const soon = 60 * msPerMinute;
export const sevenDays = 7 * msPerDay;
export const minutesAWeek = 7 * 1440;
/** In weeks. A fifth Friday comes sooner; the limit ends the search for a week of the month that never comes. */
const maxWeeksAhead = 26;

type Weeks = Frequency["weeks"];
const nthOf = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5 } as const;

/** Whether the weeks in which it meets are known; only then is its next time a promise. "Monthly" and "every other" do not say. */
export function knowsItsWeeks({ value, weeks, sure }: Frequency): boolean {
  return sure && !weeks.includes("every-other") && (weeks.length > 0 || value !== "monthly");
}

/** Returns the weeks of the month in which it meets; empty (every week) if they are not known. */
export function weeksOf(frequency: Frequency): Weeks {
  return knowsItsWeeks(frequency) ? frequency.weeks : [];
}

/**
 * Returns the start of the meeting under way, or else of the next one after `now`, in epoch milliseconds. With `weeks` (from `weeksOf`), only
 * starts in those weeks of the month count.
 */
export function nextStart(occurrence: Occurrence, zone: string, now: number, weeks: Weeks = []): number {
  return instantOf(zone, nextLocalTime(occurrence, zone, now, weeks));
}

/** Like nextStart, but returns local time (wall-clock.ts), as written in calendars. */
export function nextLocalTime(occurrence: Occurrence, zone: string, now: number, weeks: Weeks = []): number {
  let local = localStartAt(occurrence, zone, now, occurrence.length ?? usualLength);
  if (weeks.every((week) => week === "every-other")) return local;
  for (let week = 0; week < maxWeeksAhead && !isInWeeks(local, weeks); week++) local += sevenDays;
  return local;
}

/** Returns the UTC minute of the week (0…10079, from Sunday) of an instant. Epoch minutes begin on a Thursday. */
export function minuteOfWeekAt(instant: number): number {
  return (Math.floor(instant / msPerMinute) + 4 * 1440) % minutesAWeek;
}

/**
 * Returns the UTC minute of the week of its first start after `now`. Sorted by it, beginning at the minute of `now`, meetings are in the
 * order in which they start. Valid until clocks change in some time zone (schedule/week.ts rebuilds it hourly).
 */
export function minuteOfWeek(occurrence: Occurrence, zone: string, now: number): number {
  return minuteOfWeekAt(instantOf(zone, localStartAt(occurrence, zone, now, 0)));
}

/** Returns whether it is on now, begins within the hour, or later. */
export function statusAt(occurrence: Occurrence, zone: string, now: number, weeks: Weeks = []): "on-now" | "soon" | "later" {
  const start = nextStart(occurrence, zone, now, weeks);
  if (start <= now) return "on-now";
  return start - now <= soon ? "soon" : "later";
}

/** Parts of the day, in minutes after midnight. They overlap, as the everyday words do. */
const partsOfDay = [
  { id: "morning", from: 4 * 60, to: 12 * 60 },
  { id: "midday", from: 11 * 60, to: 14 * 60 },
  { id: "afternoon", from: 12 * 60, to: 18 * 60 },
  { id: "evening", from: 17 * 60, to: 21 * 60 },
  { id: "night", from: 20 * 60, to: 29 * 60 },
] as const;

type TimeOfDay = (typeof partsOfDay)[number]["id"];

/** Returns the parts of the day that contain a start (minutes after midnight). */
export function timesOfDay(start: number): TimeOfDay[] {
  const within = (from: number, to: number) => (start >= from && start < to) || start + 1440 < to;
  return partsOfDay.filter(({ from, to }) => within(from, to)).map(({ id }) => id);
}

/** Returns the local time of this week's start or, once that meeting has ended, of the start a week later. No meeting lasts into its next. */
function localStartAt({ day, start }: Occurrence, zone: string, now: number, length: number): number {
  const today = Math.floor(localTime(zone, now) / msPerDay);
  const daysAgo = (weekdayOf(today * msPerDay) - day + 7) % 7;
  const local = (today - daysAgo) * msPerDay + start * msPerMinute;
  return instantOf(zone, local) + length * msPerMinute > now ? local : local + sevenDays;
}

/** Whether a local date is in one of these weeks of the month, such as the first or the last. */
function isInWeeks(local: number, weeks: Weeks): boolean {
  const date = new Date(local);
  const nth = Math.ceil(date.getUTCDate() / 7);
  const isLast = new Date(local + sevenDays).getUTCMonth() !== date.getUTCMonth();
  return weeks.some((week) => (week === "last" ? isLast : week !== "every-other" && nthOf[week] === nth));
}
