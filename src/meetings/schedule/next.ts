import { instantOf, localTime, msPerDay, msPerMinute, weekdayOf } from "../../places/wall-clock.ts";
import type { Frequency, Occurrence } from "../meeting.ts";

/** When a weekly time comes round. Pure: `now` is handed in, in epoch milliseconds. */

/** Minutes that a meeting is assumed to last where its feed gives no end. */
export const usualLength = 60;
const soon = 60 * msPerMinute;
const sevenDays = 7 * msPerDay;
const minutesAWeek = 10_080;
/** Weeks. A fifth Friday comes sooner; a week of the month that never comes must not be looked for without end. */
const maxWeeksAhead = 26;

type Weeks = Frequency["weeks"];
const nthOf = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5 } as const;

/** Whether it is known in which weeks it meets: only then is its next time a promise. "Monthly" and "every other" do not say. */
export function knowsItsWeeks({ value, weeks, sure }: Frequency): boolean {
  return sure && !weeks.includes("every-other") && (weeks.length > 0 || value !== "monthly");
}

/** The weeks of the month in which it meets; none (each week) where they are not known. */
export function weeksOf(frequency: Frequency): Weeks {
  return knowsItsWeeks(frequency) ? frequency.weeks : [];
}

/**
 * Epoch milliseconds of the start under way, or else of the next one after `now`. With `weeks` (from `weeksOf`) it is the next
 * in one of those weeks of the month; without, each week's counts.
 */
export function nextStart(occurrence: Occurrence, zone: string, now: number, weeks: Weeks = []): number {
  return instantOf(zone, nextLocalTime(occurrence, zone, now, weeks));
}

/** The same as local time (wall-clock.ts): what a calendar writes down. */
export function nextLocalTime(occurrence: Occurrence, zone: string, now: number, weeks: Weeks = []): number {
  let local = localStartAt(occurrence, zone, now, occurrence.length ?? usualLength);
  if (weeks.every((week) => week === "every-other")) return local;
  for (let week = 0; week < maxWeeksAhead && !isInWeeks(local, weeks); week++) local += sevenDays;
  return local;
}

/**
 * 0…10079: the UTC minute of the week, from Sunday, of its first start after `now`. Sorted by it, from the minute of `now` on,
 * meetings are in the order in which they begin. It holds until the clocks of some zone change (schedule/week.ts rebuilds it hourly).
 */
export function minuteOfWeek(occurrence: Occurrence, zone: string, now: number): number {
  const start = instantOf(zone, localStartAt(occurrence, zone, now, 0));
  return (Math.floor(start / msPerMinute) + 4 * 1440) % minutesAWeek;
}

/** Whether it is on now, begins within the hour, or later. */
export function statusAt(occurrence: Occurrence, zone: string, now: number, weeks: Weeks = []): "on-now" | "soon" | "later" {
  const start = nextStart(occurrence, zone, now, weeks);
  if (start <= now) return "on-now";
  return start - now <= soon ? "soon" : "later";
}

/** Parts of the day, by minutes after midnight: they overlap, as people's words for them do. */
const partsOfDay = [
  { id: "morning", from: 4 * 60, to: 12 * 60 },
  { id: "midday", from: 11 * 60, to: 14 * 60 },
  { id: "afternoon", from: 12 * 60, to: 18 * 60 },
  { id: "evening", from: 17 * 60, to: 21 * 60 },
  { id: "night", from: 20 * 60, to: 29 * 60 },
] as const;

type TimeOfDay = (typeof partsOfDay)[number]["id"];

/** The parts of the day in which a start falls (minutes after midnight). */
export function timesOfDay(start: number): TimeOfDay[] {
  const within = (from: number, to: number) => (start >= from && start < to) || start + 1440 < to;
  return partsOfDay.filter(({ from, to }) => within(from, to)).map(({ id }) => id);
}

/** In local time: this week's start unless it has ended, and then the one a week later. No meeting lasts into its next. */
function localStartAt({ day, start }: Occurrence, zone: string, now: number, length: number): number {
  const today = Math.floor(localTime(zone, now) / msPerDay);
  const daysAgo = (weekdayOf(today * msPerDay) - day + 7) % 7;
  const local = (today - daysAgo) * msPerDay + start * msPerMinute;
  return instantOf(zone, local) + length * msPerMinute > now ? local : local + sevenDays;
}

/** Whether a local date is, say, the first or the last of its weekday in the month. */
function isInWeeks(local: number, weeks: Weeks): boolean {
  const date = new Date(local);
  const nth = Math.ceil(date.getUTCDate() / 7);
  const isLast = new Date(local + sevenDays).getUTCMonth() !== date.getUTCMonth();
  return weeks.some((week) => (week === "last" ? isLast : week !== "every-other" && nthOf[week] === nth));
}
