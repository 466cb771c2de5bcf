import { type Built, build } from "../collection/built.ts";
import { type OpenCollection, openCollection } from "../collection/collection.ts";
import type { Phrasebook } from "../collection/phrasebook.ts";
import type { Database } from "../database/open.ts";
import type { FacetValue } from "../facets/vocabulary.ts";
import { indexPoints, type NearIndex } from "../places/near.ts";
import { cardReader } from "./card.ts";
import { meetingsOf } from "./facets.ts";
import type { Occurrence } from "./meeting.ts";
import { minuteOfWeek } from "./schedule.ts";

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
}

/** The rows that have a time, by the UTC minute of the week at which they begin. */
export interface Week {
  madeAt: number;
  order: Uint32Array;
  minutes: Uint16Array;
  /** The rows that have none. */
  untimed: Uint32Array;
}

type Row = [minute: number | null, length: number | null, zone: string | null, latitude: number | null, longitude: number | null];

/** Where a feed gives no end. */
const usualLength = 60;
const hour = 3_600_000;
const minutesAWeek = 7 * 1440;

/** Reads all meetings, and builds the index over them. `programs` are those that have any. */
export function buildMeetings(db: Database, phrasebook: Phrasebook, programs: readonly FacetValue[]): BuiltMeetings {
  const meetings = meetingsOf(programs);
  const built = build(db, meetings, phrasebook);
  const size = built.numbers.length;
  const names = new Map<string, number>();
  const times = { minutes: new Int16Array(size), lengths: new Uint16Array(size), zones: new Uint16Array(size) };
  const points = { latitudes: new Float64Array(size).fill(Number.NaN), longitudes: new Float64Array(size).fill(Number.NaN) };
  const rows = db.prepare(`SELECT minute, length, zone, latitude, longitude FROM meetings ORDER BY ${meetings.orders.soonest}`);
  let at = 0;
  for (const [minute, length, zone, latitude, longitude] of rows.raw().iterate() as Iterable<Row>) {
    times.minutes[at] = zone === null ? -1 : (minute ?? -1);
    times.lengths[at] = length ?? usualLength;
    times.zones[at] = zone === null ? 0 : (names.get(zone) ?? names.set(zone, names.size).size - 1);
    points.latitudes[at] = latitude ?? Number.NaN;
    points.longitudes[at] = longitude ?? Number.NaN;
    at++;
  }
  return { ...built, times: { ...times, names: [...names.keys()] }, points: indexPoints(points) };
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

/** When the row at a position begins, and in which zone; null without a zone or a time. */
export function timeAt({ minutes, lengths, zones, names }: Times, position: number): (Occurrence & { zone: string }) | null {
  const minute = minutes[position] ?? -1;
  if (minute < 0) return null;
  return { day: Math.floor(minute / 1440), start: minute % 1440, length: lengths[position]!, zone: names[zones[position]!]! };
}

/** The week round `now`: the rows counted into the minutes at which they begin, which is sorting without comparing. */
function weekOf(times: Times, now: number): Week {
  const begins = Int16Array.from(times.minutes.keys(), (position) => {
    const time = timeAt(times, position);
    return time ? minuteOfWeek(time, time.zone, now) : -1;
  });
  const next = new Uint32Array(minutesAWeek + 1);
  for (const minute of begins) if (minute >= 0) next[minute + 1]!++;
  for (let minute = 0; minute < minutesAWeek; minute++) next[minute + 1]! += next[minute]!;
  const order = new Uint32Array(next[minutesAWeek]!);
  begins.forEach((minute, position) => {
    if (minute >= 0) order[next[minute]!++] = position;
  });
  const untimed = Uint32Array.from(begins.keys()).filter((position) => begins[position]! < 0);
  return { madeAt: now, order, minutes: Uint16Array.from(order, (position) => begins[position]!), untimed };
}

/** The week as it is now. */
export function weekAt(meetings: OpenMeetings, now: number): Week {
  if (now - meetings.week.madeAt >= hour) meetings.week = weekOf(meetings.times, now);
  return meetings.week;
}
