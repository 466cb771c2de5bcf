import { instantOf, localTime, minutesAt, msPerDay, msPerMinute, weekdayOf } from "../places/wall-clock.ts";
import { isFederalHoliday } from "./federal-holidays.ts";
import { dayNames, type Hours } from "./hours.ts";

/** Whether somebody answers at some time. Times are epoch milliseconds; `zone` is the one in which readers see them. */
export type Answers =
  /** `until` is null where it does not close within two weeks. */
  | { state: "open"; until: number; zone: string }
  | { state: "open"; until: null; zone: null }
  | { state: "shut"; opens: number; zone: string }
  /** No source says, or not as times, or in a caller's zone that is unknown. `until` is null where the clock does not change that. */
  | { state: "unknown"; until: number | null };

/** An interval in which somebody answers, in epoch milliseconds. */
interface Stretch {
  from: number;
  to: number;
}

type Times = Exclude<Hours["times"], "always">;

/** Weeks differ only by holidays, and no week of the year is all holidays. */
const daysAhead = 15;
const farAhead = 14 * msPerDay;

/**
 * Returns whether somebody answers at `now`, and until or from when. `callerZone` is the zone of the requested state; null where there is
 * none or it has several: readers then see times in the line's own zone. Hours without a zone are in the caller's zone. Where no source
 * mentions federal holidays, a line that answers every day is taken to answer then too; for a line of weekdays, its usual hours on a
 * holiday are unknown.
 */
export function answersAt(hours: Hours | null, now: number, callerZone: string | null): Answers {
  if (hours === null) return unknown;
  const { times, zone: ownZone, holidays } = hours;
  if (times === "always") return { state: "open", until: null, zone: null };
  const lineZone = ownZone ?? callerZone;
  if (lineZone === null) return unknown;
  const zone = callerZone ?? lineZone;
  const at = (kept: Hours["holidays"]) => stretchAt(stretchesOf(times, kept, lineZone, now), now);
  const stretch = at(holidays ?? (isEveryDay(times) ? "open" : "closed"));
  const usual = holidays === null ? at("open") : stretch;
  if (usual !== null && isOn(usual, now) && (stretch === null || !isOn(stretch, now))) return { state: "unknown", until: usual.to };
  if (stretch === null) return unknown;
  if (!isOn(stretch, now)) return { state: "shut", opens: stretch.from, zone };
  return stretch.to > now + farAhead ? { state: "open", until: null, zone: null } : { state: "open", until: stretch.to, zone };
}

const unknown: Answers = { state: "unknown", until: null };

function isEveryDay(times: Times): boolean {
  return new Set(times.flatMap(({ days }) => days)).size === dayNames.length;
}

function isOn({ from }: Stretch, now: number): boolean {
  return from <= now;
}

/** Returns the stretch that contains `now`, else the next, else null. Takes stretches in order of their start; merges adjacent ones. */
function stretchAt(stretches: Iterable<Stretch>, now: number): Stretch | null {
  let stretch: Stretch | null = null;
  for (const next of stretches) {
    if (stretch && next.from <= stretch.to) stretch = { from: stretch.from, to: Math.max(stretch.to, next.to) };
    else if (stretch && stretch.to > now) return stretch;
    else stretch = next;
  }
  return stretch && stretch.to > now ? stretch : null;
}

/** Yields the stretches from yesterday on, because hours may run past midnight. */
function* stretchesOf(times: Times, holidays: Hours["holidays"], zone: string, now: number): Iterable<Stretch> {
  const today = Math.floor(localTime(zone, now) / msPerDay) * msPerDay;
  for (let day = today - msPerDay; day <= today + daysAhead * msPerDay; day += msPerDay) {
    for (const { start, end } of minutesOn(day, times, holidays)) {
      yield { from: instantOf(zone, day + start * msPerMinute), to: instantOf(zone, day + end * msPerMinute) };
    }
  }
}

/** Returns the hours of one local day in minutes after its midnight, in order of their start. */
function minutesOn(day: number, times: Times, holidays: Hours["holidays"]): { start: number; end: number }[] {
  const isOther = holidays !== null && holidays !== "open" && isFederalHoliday(day);
  const spans = isOther ? (holidays === "closed" ? [] : holidays) : times.filter(({ days }) => days.includes(dayNames[weekdayOf(day)]!));
  return spans
    .map(({ from, to }) => ({ start: minutesAt(from), to: minutesAt(to) }))
    .map(({ start, to }) => ({ start, end: to > start ? to : to + 1440 }))
    .sort((a, b) => a.start - b.start);
}
