import { type OpenCollection, openCollection } from "../collection/collection.ts";
import type { Phrasebook } from "../collection/phrasebook.ts";
import type { Database } from "../database/open.ts";
import type { FacetValue } from "../facets/vocabulary.ts";
import { indexPoints, type NearIndex } from "../places/near.ts";
import { meetingsOf } from "./facets.ts";
import type { Frequency } from "./meeting.ts";
import { minuteOfWeek, nextStart, weeksOf } from "./schedule.ts";

/** The meetings as they stand in memory: found by words and facets as every collection, and by the clock and the map. */
export interface OpenMeetings extends OpenCollection {
  times: readonly Time[];
  /** Those that one can travel to. */
  points: NearIndex;
  /** The week as it turns; made anew when an hour has passed, since clocks are put forward and back. */
  week: Week;
}

/** When a row begins, on the wall of its zone, and in which weeks of the month (none: in each); null without a zone or a time. */
type Time = { day: number; start: number; length: number; zone: string; weeks: Frequency["weeks"] } | null;

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
  zone: string | null;
  latitude: number | null;
  longitude: number | null;
  /** JSON; null where each week counts. */
  frequency: string | null;
}

/** Where a feed gives no end. */
const usualLength = 60;
/** Minutes. All but a few are over by then. */
export const longest = 240;
const hour = 3_600_000;
const sevenDays = 168 * hour;
const everyWeek: Frequency["weeks"] = [];

/** Opens the meetings. `programs` are those that have any, `now` is in epoch milliseconds. */
export function openMeetings(db: Database, phrasebook: Phrasebook, programs: readonly FacetValue[], now: number): OpenMeetings {
  const meetings = meetingsOf(programs);
  const collection = openCollection(db, meetings, phrasebook);
  // Few cards name weeks: only those are read as JSON, which would take longer than all the rest.
  const frequency = `CASE WHEN instr(card, '"weeks":["') > 0 THEN card ->> '$.frequency' END AS frequency`;
  const columns = "minute, length, zone, latitude, longitude";
  const rows = db.prepare(`SELECT ${columns}, ${frequency} FROM meetings ORDER BY ${meetings.orders.soonest}`).all() as Row[];
  const times = rows.map(timeOf);
  const points = indexPoints(
    rows.map(({ latitude, longitude }) => (latitude === null || longitude === null ? null : { latitude, longitude })),
  );
  return { ...collection, times, points, week: weekOf(times, now) };
}

function timeOf({ minute, length, zone, frequency }: Row): Time {
  if (minute === null || zone === null) return null;
  const weeks = frequency === null ? everyWeek : weeksOf(JSON.parse(frequency) as Frequency);
  return { day: Math.floor(minute / 1440), start: minute % 1440, length: length ?? usualLength, zone, weeks };
}

/** The week round `now`. */
function weekOf(times: readonly Time[], now: number): Week {
  const later = laterThan(times, now);
  const begins = times.map((time, position) => (time && !later.has(position) ? minuteOfWeek(time, time.zone, now) : -1));
  const order = Uint32Array.from([...begins.keys()].filter((position) => begins[position]! >= 0)).sort(
    (a, b) => begins[a]! - begins[b]! || a - b,
  );
  const untimed = [...times.keys()].filter((position) => times[position] === null);
  const laterFirst = [...later.keys()].sort((a, b) => later.get(a)! - later.get(b)! || a - b);
  const minutes = Uint16Array.from(order, (position) => begins[position]!);
  const long = [...order.keys()].filter((at) => times[order[at]!]!.length > longest);
  return { madeAt: now, order, minutes, long, later: laterFirst, untimed };
}

/** The rows that do not come round within seven days, with their next start. */
function laterThan(times: readonly Time[], now: number): Map<number, number> {
  const later = new Map<number, number>();
  times.forEach((time, position) => {
    if (!time || time.weeks.length === 0) return;
    const start = nextStart(time, time.zone, now, time.weeks);
    if (start - now >= sevenDays) later.set(position, start);
  });
  return later;
}

/** The week as it is now. */
export function weekAt(meetings: OpenMeetings, now: number): Week {
  if (now - meetings.week.madeAt >= hour) meetings.week = weekOf(meetings.times, now);
  return meetings.week;
}
