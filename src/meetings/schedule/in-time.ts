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
export function minutesToGo(miles: number | null): number {
  return miles === null ? 0 : Math.ceil((miles * detour * 60) / speed);
}

/** Whether somebody who sets out, or picks up the phone, `now` is in time for what begins at `start` (epoch milliseconds). */
export function isInTime(start: number, now: number, { travel, miles }: { travel: boolean; miles: number | null }): boolean {
  const minutesLate = (now - start) / 60_000;
  return travel ? minutesLate <= -minutesToGo(miles) : minutesLate <= maxMinutesLate;
}

const aDay = 1440;

/**
 * The positions that nobody can be in time for today: begun within the last day, and those too far away for their start. `mustTravel` are
 * the positions that nobody joins from home, `miles` how far they are.
 */
export function findTooLate(
  { times, week }: Pick<OpenMeetings, "times" | "week">,
  now: number,
  mustTravel: Bits,
  miles: ReadonlyMap<number, number>,
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
    const travels = hasBit(mustTravel, position);
    if (travels ? minutesLate > -minutesToGo(miles.get(position) ?? null) : minutesLate > maxMinutesLate) addBit(late, position);
  }
  return late;
}
