import type { Frequency, Occurrence } from "../meeting.ts";
import { minuteOfWeek, nextStart } from "./next.ts";

/** When the row at each position begins by the clock in its zone, in parallel lists: two hundred thousand objects would be 20 MB. */
export interface Times {
  /** Minutes after Sunday midnight; -1 without a zone or a time. */
  minutes: Int16Array;
  lengths: Uint16Array;
  /** The place of its zone among `zoneNames`. */
  zones: Uint16Array;
  zoneNames: string[];
  /** In which weeks of the month, by position; most meet in each. */
  weeks: ReadonlyMap<number, Frequency["weeks"]>;
}

/** All rows by their next start. Rebuilt hourly, because clocks are put forward and back. */
export interface Week {
  madeAt: number;
  /** The positions that come round within seven days, by the UTC minute of the week at which they begin. */
  order: Uint32Array;
  /** That minute, for each of them. */
  minutes: Uint16Array;
  /** Places in `order` of those that last longer than `usualMaxLength`: a room that is open all day. */
  long: readonly number[];
  /** Positions of certain weeks whose next time is farther off, soonest first: a first Saturday on the second. */
  later: readonly number[];
  /** Positions without a time. */
  untimed: readonly number[];
}

/** Minutes. All but a few meetings are over by then. */
export const usualMaxLength = 240;
const hour = 3_600_000;
const sevenDays = 168 * hour;
export const minutesAWeek = 7 * 1440;

/** How many rows are looked at before another request may be answered: about a millisecond of work. */
const slice = 1000;

/** When the row at a position begins, in which zone and which weeks of the month (none: in each); null without a zone or a time. */
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

/** The week around `now` (epoch milliseconds), in one go. */
export function weekOf(times: Times, now: number): Week {
  const steps = buildWeek(times, now);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same in slices, between which the caller may do other work: at 200,000 rows the whole takes a third of a second. */
export function* buildWeek(times: Times, now: number): Generator<void, Week> {
  const later = yield* findLater(times, now);
  const beginsAt = minutesOfWeek(times, now);
  const begins = new Int16Array(times.minutes.length);
  for (let position = 0; position < begins.length; position++) {
    begins[position] = later.has(position) ? -1 : beginsAt(position);
    if (position % slice === 0) yield;
  }
  const order = sortByMinute(begins);
  yield;
  return {
    madeAt: now,
    order,
    minutes: Uint16Array.from(order, (position) => begins[position]!),
    long: placesWhere(order, (position) => times.lengths[position]! > usualMaxLength),
    later: [...later.keys()].sort((a, b) => later.get(a)! - later.get(b)! || a - b),
    untimed: placesWhere(times.minutes, (minute) => minute < 0),
  };
}

/** Whether it is time to build the week again. */
export function isOutdated({ madeAt }: Week, now: number): boolean {
  return now - madeAt >= hour;
}

/**
 * Says at which UTC minute of the week the row at a position begins; -1 without a time. Worked out once for each minute of each zone: two
 * hundred thousand meetings share a few thousand.
 */
function minutesOfWeek(times: Times, now: number): (position: number) => number {
  const known = times.zoneNames.map(() => new Int16Array(minutesAWeek).fill(-1));
  return (position) => {
    const minute = times.minutes[position]!;
    if (minute < 0) return -1;
    const ofZone = known[times.zones[position]!]!;
    if (ofZone[minute] === -1) {
      const { zone, ...time } = timeAt(times, position)!;
      ofZone[minute] = minuteOfWeek(time, zone, now);
    }
    return ofZone[minute]!;
  };
}

/** The positions that do not come round within seven days, with their next start. */
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

/** The positions by their minute, those without one left out: a counting sort, which compares nothing. */
function sortByMinute(begins: Int16Array): Uint32Array {
  const next = new Uint32Array(minutesAWeek + 1);
  for (const minute of begins) if (minute >= 0) next[minute + 1]!++;
  for (let minute = 0; minute < minutesAWeek; minute++) next[minute + 1]! += next[minute]!;
  const order = new Uint32Array(next[minutesAWeek]!);
  begins.forEach((minute, position) => {
    if (minute >= 0) order[next[minute]!++] = position;
  });
  return order;
}

function placesWhere(list: Uint32Array | Int16Array, fits: (value: number) => boolean): number[] {
  const places: number[] = [];
  for (let place = 0; place < list.length; place++) if (fits(list[place]!)) places.push(place);
  return places;
}
