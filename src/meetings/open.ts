import { type Built, build } from "../search/index/build.ts";
import { type OpenCollection, openCollection } from "../search/collection.ts";
import type { Phrasebook } from "../search/words/phrasebook.ts";
import type { Database } from "../database/open.ts";
import type { FacetValue } from "../listing/vocabulary.ts";
import { indexPoints, type NearIndex } from "../places/within-miles.ts";
import { cardReader } from "./card.ts";
import { meetingsOf } from "./facets.ts";
import type { Frequency, Occurrence } from "./meeting.ts";
import { minuteOfWeek, nextStart, USUAL_LENGTH } from "./schedule/next.ts";

/** The meetings as they stand in memory: found by words and facets as every collection, and by the clock and the map. */
export interface OpenMeetings extends OpenCollection, BuiltMeetings {
  /** The week as it turns; made anew when an hour has passed, since clocks are put forward and back. */
  week: Week;
}

/** The index over the meetings' rows: plain data, as every collection's. */
interface BuiltMeetings extends Built {
  times: Times;
  /** Those that one can travel to. */
  points: NearIndex;
}

/** When the row at each position begins on the wall of its zone, in parallel lists: two hundred thousand objects would be 20 MB. */
interface Times {
  /** Minutes after Sunday midnight; -1 without a zone or a time. */
  minutes: Int16Array;
  lengths: Uint16Array;
  /** Its zone's place among `names`. */
  zones: Uint16Array;
  names: string[];
  /** In which weeks of the month, by position; most meet in each. */
  weeks: ReadonlyMap<number, Frequency["weeks"]>;
}

/** The rows that come round within the week, by the UTC minute of the week at which they begin. */
export interface Week {
  madeAt: number;
  order: Uint32Array;
  minutes: Uint16Array;
  /** Where in the order those stand that last longer than `longest`: a room that is open all day. */
  long: readonly number[];
  /** The rows of certain weeks whose next time is farther off, soonest first: a first Saturday on the second. */
  later: readonly number[];
  /** The rows that have none. */
  untimed: readonly number[];
}

interface Row {
  minute: number | null;
  length: number | null;
  weeks: string | null;
  zone: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** Minutes. All but a few are over by then. */
export const longest = 240;
const hour = 3_600_000;
const sevenDays = 168 * hour;
const minutesAWeek = 7 * 1440;

/** Reads all meetings, and builds the index over them. `programs` are those that have any. */
export function buildMeetings(db: Database, phrasebook: Phrasebook, programs: readonly FacetValue[]): BuiltMeetings {
  const meetings = meetingsOf(programs);
  const columns = "minute, length, weeks, zone, latitude, longitude";
  const rows = db.prepare(`SELECT ${columns} FROM meetings ORDER BY ${meetings.orders.soonest}`).all() as Row[];
  const points = {
    latitudes: Float64Array.from(rows, ({ latitude }) => latitude ?? Number.NaN),
    longitudes: Float64Array.from(rows, ({ longitude }) => longitude ?? Number.NaN),
  };
  return { ...build(db, meetings, phrasebook), times: timesOf(rows), points: indexPoints(points) };
}

function timesOf(rows: readonly Row[]): Times {
  const names = [...new Set(rows.flatMap(({ zone }) => zone ?? []))];
  const places = new Map(names.map((name, place) => [name, place]));
  return {
    minutes: Int16Array.from(rows, ({ minute, zone }) => (zone === null ? -1 : (minute ?? -1))),
    lengths: Uint16Array.from(rows, ({ length }) => length ?? USUAL_LENGTH),
    zones: Uint16Array.from(rows, ({ zone }) => (zone === null ? 0 : places.get(zone)!)),
    names,
    weeks: new Map(rows.flatMap(({ weeks }, position) => (weeks === null ? [] : [[position, weeks.split(" ") as Frequency["weeks"]]]))),
  };
}

/** Opens the meetings over their index. `now` is in epoch milliseconds. */
export function openMeetings(
  db: Database,
  phrasebook: Phrasebook,
  programs: readonly FacetValue[],
  built: BuiltMeetings,
  now: number,
): OpenMeetings {
  return { ...openCollection(db, meetingsOf(programs), phrasebook, built, cardReader(db)), ...built, week: weekOf(built.times, now) };
}

/** When the row at a position begins, in which zone and which weeks of the month (none: in each); null without a zone or a time. */
export function timeAt(times: Times, position: number): (Occurrence & { zone: string; weeks: Frequency["weeks"] }) | null {
  const minute = times.minutes[position] ?? -1;
  if (minute < 0) return null;
  return {
    day: Math.floor(minute / 1440),
    start: minute % 1440,
    length: times.lengths[position]!,
    zone: times.names[times.zones[position]!]!,
    weeks: times.weeks.get(position) ?? [],
  };
}

/** The week round `now`: the rows counted into the minutes at which they begin, which is sorting without comparing. */
function weekOf(times: Times, now: number): Week {
  const later = laterThan(times, now);
  const begins = times.minutes.map((_, position) => {
    const time = later.has(position) ? null : timeAt(times, position);
    return time ? minuteOfWeek(time, time.zone, now) : -1;
  });
  const next = new Uint32Array(minutesAWeek + 1);
  for (const minute of begins) if (minute >= 0) next[minute + 1]!++;
  for (let minute = 0; minute < minutesAWeek; minute++) next[minute + 1]! += next[minute]!;
  const order = new Uint32Array(next[minutesAWeek]!);
  begins.forEach((minute, position) => {
    if (minute >= 0) order[next[minute]!++] = position;
  });
  return {
    madeAt: now,
    order,
    minutes: Uint16Array.from(order, (position) => begins[position]!),
    long: placesWhere(order, (position) => times.lengths[position]! > longest),
    later: [...later.keys()].sort((a, b) => later.get(a)! - later.get(b)! || a - b),
    untimed: placesWhere(times.minutes, (minute) => minute < 0),
  };
}

/** The rows that do not come round within seven days, with their next start. */
function laterThan(times: Times, now: number): Map<number, number> {
  const later = new Map<number, number>();
  for (const position of times.weeks.keys()) {
    const time = timeAt(times, position);
    const start = time ? nextStart(time, time.zone, now, time.weeks) : now;
    if (start - now >= sevenDays) later.set(position, start);
  }
  return later;
}

function placesWhere(list: Uint32Array | Int16Array, fits: (value: number) => boolean): number[] {
  const places: number[] = [];
  for (let place = 0; place < list.length; place++) if (fits(list[place]!)) places.push(place);
  return places;
}

/** The week as it is now. */
export function weekAt(meetings: OpenMeetings, now: number): Week {
  if (now - meetings.week.madeAt >= hour) meetings.week = weekOf(meetings.times, now);
  return meetings.week;
}
