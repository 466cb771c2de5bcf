import { addBit, type Bits, hasBit, noBits } from "../../search/facets/bits.ts";
import { lowerBound } from "../../search/lower-bound.ts";
import { radii } from "../facets.ts";
import type { OpenMeetings } from "../open.ts";
import { minuteOfWeekAt, minutesAWeek } from "./next.ts";

/** Which meetings can still be joined in time. Minutes are counted from the start: before it they are negative. */

/** Minutes after the start for which a call or a link is still offered: most meetings last an hour. */
export const maxMinutesLate = 15;

/** Miles per hour on country roads, and the ratio of their length to the straight line. */
const speed = 45;
const detour = 1.25;

/** Returns the travel time in minutes for a distance in miles; 0 if the distance is unknown. */
function minutesToGo(miles: number | null): number {
  return miles === null ? 0 : Math.ceil((miles * detour * 60) / speed);
}

/** Whether somebody who leaves or calls at `now` is in time for a start at `start` (both in epoch milliseconds). */
export function isInTime(start: number, now: number, { travel, miles }: { travel: boolean; miles: number | null }): boolean {
  const minutesLate = (now - start) / 60_000;
  return travel ? minutesLate <= -minutesToGo(miles) : minutesLate <= maxMinutesLate;
}

const aDay = 1440;

/** The hours called "tonight", in minutes after midnight. */
export const eveningBegins = 17 * 60;
export const nightEnds = 5 * 60;

/** Span in epoch milliseconds, including `from` and excluding `to`. */
export interface TimeSpan {
  from: number;
  to: number;
}

/**
 * Returns what is left of tonight: from 5 pm, or from `now` if that is later, until 5 am. `minutes` is the local time at `now`, in minutes
 * after midnight.
 */
export function restOfNight(now: number, minutes: number): TimeSpan {
  const isDay = minutes >= nightEnds && minutes < eveningBegins;
  const from = isDay ? now + (eveningBegins - minutes) * 60_000 : now;
  return { from, to: now + ((nightEnds - minutes + aDay) % aDay || aDay) * 60_000 };
}

/** Finds the positions that start within a span, or so shortly before it that they can still be joined. */
export function findStarting({ times, week }: Pick<OpenMeetings, "times" | "week">, { from, to }: TimeSpan): Bits {
  const found = noBits(times.minutes.length);
  const first = from - maxMinutesLate * 60_000;
  const minute = minuteOfWeekAt(first);
  week.order.forEach((position, place) => {
    const sinceFirst = (week.minutes[place]! - minute + minutesAWeek) % minutesAWeek;
    if (sinceFirst * 60_000 < to - first) addBit(found, position);
  });
  return found;
}

/**
 * Finds the positions that are too late for today: begun within the last day, or too far away to reach by their start. `mustTravel` are those
 * that cannot be joined from home; `milesTo` returns a distance, null if distances are unknown.
 */
export function findTooLate(
  { times, week }: Pick<OpenMeetings, "times" | "week">,
  now: number,
  mustTravel: Bits,
  milesTo: ((position: number) => number) | null,
): Bits {
  const { order, minutes } = week;
  const late = noBits(times.minutes.length);
  const minute = minuteOfWeekAt(now);
  const longestWay = minutesToGo(radii.at(-1)!);
  const from = (minute - aDay + minutesAWeek) % minutesAWeek;
  const length = aDay + longestWay;
  const first = lowerBound(minutes.length, (place) => minutes[place]! < from);
  for (let step = 0; step < order.length; step++) {
    const place = (first + step) % order.length;
    const sinceFrom = (minutes[place]! - from + minutesAWeek) % minutesAWeek;
    if (sinceFrom > length) break;
    const position = order[place]!;
    const minutesLate = aDay - sinceFrom;
    const isLate = hasBit(mustTravel, position)
      ? minutesLate > 0 || minutesLate > -minutesToGo(milesTo === null ? null : milesTo(position))
      : minutesLate > maxMinutesLate;
    if (isLate) addBit(late, position);
  }
  return late;
}
