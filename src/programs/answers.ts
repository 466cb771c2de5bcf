import { instantOf, localTime, msPerDay, msPerMinute, weekdayOf } from "../places/wall-clock.ts";
import { isFederalHoliday } from "./federal-holidays.ts";
import { dayNames, type Hours } from "./hours.ts";

/** Whether somebody answers at an instant. Instants are epoch milliseconds; `zone` is the one whose clock readers are told. */
export type Answers =
  /** `until` is null where it does not shut within two weeks. */
  | { state: "open"; until: number; zone: string }
  | { state: "open"; until: null; zone: null }
  | { state: "shut"; opens: number; zone: string }
  /** Nobody has said, or not in times, or on the clock of a caller whose zone is not known. `until` is null where that does not change by the clock. */
  | { state: "unknown"; until: number | null };

/** A stretch of time in which somebody answers; instants. */
interface Stretch {
  from: number;
  to: number;
}

type Times = Exclude<Hours["times"], "always">;

/** Hours differ from week to week by holidays only, and no week of the year is all holidays. */
const daysAhead = 15;
const farAhead = 14 * msPerDay;

/**
 * Whether somebody answers at `now`, and until when or from when. `callerZone` is the zone of the state asked for, null where none is or
 * it has several: the clock that readers are told is then the line's own. Hours without a zone mean the caller's clock. Where no source
 * says what a line does on federal holidays, one of every day goes on, and of one of weekdays nothing is known in the hours it would have.
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

/** The stretch that `now` is in, else the next, from stretches by their beginnings; those that touch are one. Null where there is none. */
function stretchAt(stretches: Iterable<Stretch>, now: number): Stretch | null {
  let stretch: Stretch | null = null;
  for (const next of stretches) {
    if (stretch && next.from <= stretch.to) stretch = { from: stretch.from, to: Math.max(stretch.to, next.to) };
    else if (stretch && stretch.to > now) return stretch;
    else stretch = next;
  }
  return stretch && stretch.to > now ? stretch : null;
}

/** The stretches of the days from yesterday on, whose hours may run past midnight. */
function* stretchesOf(times: Times, holidays: Hours["holidays"], zone: string, now: number): Iterable<Stretch> {
  const today = Math.floor(localTime(zone, now) / msPerDay) * msPerDay;
  for (let day = today - msPerDay; day <= today + daysAhead * msPerDay; day += msPerDay) {
    for (const { start, end } of minutesOn(day, times, holidays)) {
      yield { from: instantOf(zone, day + start * msPerMinute), to: instantOf(zone, day + end * msPerMinute) };
    }
  }
}

/** The hours of one local day in minutes after its midnight, by their beginnings. */
function minutesOn(day: number, times: Times, holidays: Hours["holidays"]): { start: number; end: number }[] {
  const isOther = holidays !== null && holidays !== "open" && isFederalHoliday(day);
  const spans = isOther ? (holidays === "closed" ? [] : holidays) : times.filter(({ days }) => days.includes(dayNames[weekdayOf(day)]!));
  return spans
    .map(({ from, to }) => ({ start: minutesOf(from), to: minutesOf(to) }))
    .map(({ start, to }) => ({ start, end: to > start ? to : to + 1440 }))
    .sort((a, b) => a.start - b.start);
}

/** Minutes after midnight of "21:30". */
function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
