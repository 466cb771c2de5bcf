import { offsetOf } from "../../places/wall-clock.ts";
import { inOneGo } from "../../search/index/in-one-go.ts";
import type { Frequency, Occurrence } from "../meeting.ts";
import { minuteOfWeek, minutesAWeek, nextStart, sevenDays } from "./next.ts";

/** Local start of the row at each position, in parallel arrays: two hundred thousand objects would take 20 MB. */
export interface Times {
  /** Minutes after midnight on Sunday; -1 without a zone or a time. */
  minutes: Int16Array;
  lengths: Uint16Array;
  /** Index of its zone in `zoneNames`. */
  zones: Uint16Array;
  zoneNames: string[];
  /** Weeks of the month, by position; rows that meet every week have none. */
  weeks: ReadonlyMap<number, Frequency["weeks"]>;
}

/** All rows by their next start. Rebuilt hourly, because clocks change for daylight saving. */
export interface Week {
  madeAt: number;
  /** Positions that occur within seven days, sorted by the UTC minute of the week at which they begin. */
  order: Uint32Array;
  /** That minute, at the same index as in `order`. */
  minutes: Uint16Array;
  /** Indexes into `order` of those longer than `usualMaxLength`: a room that is open all day. */
  long: readonly number[];
  /** Positions in certain weeks only whose next time is at least seven days away, soonest first: a first Saturday, on the second. */
  later: readonly number[];
  /** Positions without a time. */
  untimed: readonly number[];
}

/** In minutes. All but a few meetings are over by then. */
export const usualMaxLength = 240;
const hour = 3_600_000;
/** Of clocks: at Troll in Antarctica. */
const longestJump = 2 * hour;

/** Rows processed before another request may be served: about a millisecond of work. */
const slice = 1000;

/** Returns when the row at a position begins, with its zone and its weeks of the month (empty: every week); null without a zone or a time. */
export function timeAt(times: Times, position: number): (Occurrence & { zone: string; weeks: Frequency["weeks"] }) | null {
  const minute = times.minutes[position] ?? -1;
  if (minute < 0) return null;
  return {
    day: Math.floor(minute / 1440),
    start: minute % 1440,
    length: times.lengths[position]!,
    zone: times.zoneNames[times.zones[position]!]!,
    weeks: times.weeks.get(position) ?? [],
  };
}

/** Builds the week around `now` (epoch milliseconds) without interruption. */
export function weekOf(times: Times, now: number): Week {
  return inOneGo(buildWeek(times, now));
}

/** Like weekOf, in slices between which the caller may do other work: in all, 200,000 rows take some ten milliseconds, or two hundred around a change of clocks. */
export function* buildWeek(times: Times, now: number): Generator<void, Week> {
  const later = yield* findLater(times, now);
  const beginsAt = minutesOfWeek(times, now);
  const begins = new Int16Array(times.minutes.length);
  for (let position = 0; position < begins.length; position++) {
    begins[position] = beginsAt(position);
    if (position % slice === 0) yield;
  }
  for (const position of later.keys()) begins[position] = -1;
  const order = sortByMinute(begins);
  yield;
  return {
    madeAt: now,
    order,
    // `Uint16Array.from` would take ten times as long.
    minutes: new Uint16Array(order.map((position) => begins[position]!)),
    long: placesWhere(order, (position) => times.lengths[position]! > usualMaxLength),
    later: [...later.keys()].sort((a, b) => later.get(a)! - later.get(b)! || a - b),
    untimed: placesWhere(times.minutes, (minute) => minute < 0),
  };
}

/** Whether the week is due to be rebuilt: after an hour, or when the clock was set back. */
export function isOutdated({ madeAt }: Week, now: number): boolean {
  return Math.abs(now - madeAt) >= hour;
}

/**
 * Returns a function from a position to the UTC minute of the week at which it begins; -1 without a time. In a zone whose clocks change
 * within seven days it is computed once for each minute: two hundred thousand meetings share a few thousand.
 */
function minutesOfWeek(times: Times, now: number): (position: number) => number {
  const offsets = times.zoneNames.map((zone) => steadyOffset(zone, now));
  const known = offsets.map((offset) => (offset === null ? new Int16Array(minutesAWeek).fill(-1) : null));
  return (position) => {
    const minute = times.minutes[position]!;
    if (minute < 0) return -1;
    const number = times.zones[position]!;
    const ofZone = known[number];
    if (!ofZone) return (minute - offsets[number]! + minutesAWeek) % minutesAWeek;
    if (ofZone[minute] === -1) {
      const { zone, ...time } = timeAt(times, position)!;
      ofZone[minute] = minuteOfWeek(time, zone, now);
    }
    return ofZone[minute]!;
  };
}

/**
 * Returns the offset of a zone in the seven days from `now`, in minutes east of UTC; null if its clocks change (they never do twice), or
 * have just changed: what was to begin within the skipped hour may still be to come.
 */
function steadyOffset(zone: string, now: number): number | null {
  const offset = offsetOf(zone, now + sevenDays);
  return offset === offsetOf(zone, now - longestJump) ? offset : null;
}

/** Finds the positions that do not occur within seven days, with their next start. */
function* findLater(times: Times, now: number): Generator<void, Map<number, number>> {
  const later = new Map<number, number>();
  let looked = 0;
  for (const position of times.weeks.keys()) {
    const time = timeAt(times, position);
    const start = time ? nextStart(time, time.zone, now, time.weeks) : now;
    if (start - now >= sevenDays) later.set(position, start);
    if (++looked % slice === 0) yield;
  }
  return later;
}

/** Sorts the positions by minute, without those that have none. A counting sort, which makes no comparisons. */
function sortByMinute(begins: Int16Array): Uint32Array {
  const next = new Uint32Array(minutesAWeek + 1);
  for (const minute of begins) if (minute >= 0) next[minute + 1]!++;
  for (let minute = 0; minute < minutesAWeek; minute++) next[minute + 1]! += next[minute]!;
  const order = new Uint32Array(next[minutesAWeek]!);
  for (let position = 0; position < begins.length; position++) {
    const minute = begins[position]!;
    if (minute >= 0) order[next[minute]!++] = position;
  }
  return order;
}

function placesWhere(list: Uint32Array | Int16Array, fits: (value: number) => boolean): number[] {
  const places: number[] = [];
  for (let place = 0; place < list.length; place++) if (fits(list[place]!)) places.push(place);
  return places;
}
