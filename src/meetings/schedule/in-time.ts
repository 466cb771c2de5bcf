import { addBit, type Bits, hasBit, noBits } from "../../search/facets/bits.ts";
import { lowerBound } from "../../search/lower-bound.ts";
import { radii } from "../facets.ts";
import type { OpenMeetings } from "../open.ts";
import { minutesAWeek } from "./week.ts";

/** What one can still be in time for. Minutes count from the start: before it they are negative. */

/** A call or a link that was opened so long ago is no longer offered: most are an hour. */
export const maxMinutesLate = 15;

/** Miles an hour on country roads, and how much longer these are than a straight line. */
const speed = 45;
const detour = 1.25;

/** The minutes by which somebody who sets out now must start before a meeting so many miles away; where nobody knows how far, none. */
function minutesToGo(miles: number | null): number {
  return miles === null ? 0 : Math.ceil((miles * detour * 60) / speed);
}

/** Whether somebody who sets out, or picks up the phone, `now` is in time for what begins at `start` (epoch milliseconds). */
export function isInTime(start: number, now: number, { travel, miles }: { travel: boolean; miles: number | null }): boolean {
  const minutesLate = (now - start) / 60_000;
  return travel ? minutesLate <= -minutesToGo(miles) : minutesLate <= maxMinutesLate;
}

const aDay = 1440;

/** Minutes after midnight: the hours in which one says "tonight". */
export const eveningBegins = 17 * 60;
export const nightEnds = 5 * 60;

/** From one instant to before another, in epoch milliseconds. */
export interface TimeSpan {
  from: number;
  to: number;
}

/** What is left of tonight, by the clock on which it is so many `minutes` after midnight: from five, or from now, until five in the morning. */
export function restOfNight(now: number, minutes: number): TimeSpan {
  const isDay = minutes >= nightEnds && minutes < eveningBegins;
  const from = isDay ? now + (eveningBegins - minutes) * 60_000 : now;
  return { from, to: now + ((nightEnds - minutes + aDay) % aDay || aDay) * 60_000 };
}

/** The positions that begin within some hours, and those that began so lately before them that one is still in time. */
export function findStarting({ times, week }: Pick<OpenMeetings, "times" | "week">, { from, to }: TimeSpan): Bits {
  const found = noBits(times.minutes.length);
  const first = from - maxMinutesLate * 60_000;
  const minute = (Math.floor(first / 60_000) + 4 * aDay) % minutesAWeek;
  week.order.forEach((position, place) => {
    const sinceFirst = (week.minutes[place]! - minute + minutesAWeek) % minutesAWeek;
    if (sinceFirst * 60_000 < to - first) addBit(found, position);
  });
  return found;
}

/**
 * The positions that nobody can be in time for today: begun within the last day, and those too far away for their start. `mustTravel` are
 * the positions that nobody joins from home, `milesTo` says how far one is; without it nobody knows.
 */
export function findTooLate(
  { times, week }: Pick<OpenMeetings, "times" | "week">,
  now: number,
  mustTravel: Bits,
  milesTo: ((position: number) => number) | null,
): Bits {
  const { order, minutes } = week;
  const late = noBits(times.minutes.length);
  const minute = (Math.floor(now / 60_000) + 4 * aDay) % minutesAWeek;
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
