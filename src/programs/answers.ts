import { instantOf, localTime, msPerDay, msPerMinute, weekdayOf } from "../places/wall-clock.ts";
import { isFederalHoliday } from "./federal-holidays.ts";
import { dayNames, type Hours } from "./hours.ts";

/** Whether somebody answers at an instant. Instants are epoch milliseconds; `zone` is the one whose clock readers are told. */
export type Answers =
  /** `until` is null where it does not shut within two weeks. */
  | { state: "open"; until: number; zone: string }
  | { state: "open"; until: null; zone: null }
  | { state: "shut"; opens: number; zone: string }
  /** Nobody has said, or not in times, or on the clock of a caller whose zone is not known. */
  | { state: "unknown" };

/** A stretch of time in which somebody answers; instants. */
interface Stretch {
  from: number;
  to: number;
}

/** Hours differ from week to week by holidays only, and no week of the year is all holidays. */
const daysAhead = 15;
const farAhead = 14 * msPerDay;

/**
 * Whether somebody answers at `now`, and until when or from when. `callerZone` is the zone of the state asked for, null where none is or
 * it has several: the clock that readers are told is then the line's own. Hours without a zone mean the caller's clock.
 */
export function answersAt(hours: Hours | null, now: number, callerZone: string | null): Answers {
  if (hours === null) return { state: "unknown" };
  if (hours.times === "always") return { state: "open", until: null, zone: null };
  const lineZone = hours.zone ?? callerZone;
  if (lineZone === null) return { state: "unknown" };
  const zone = callerZone ?? lineZone;
  const stretches = stretchesOf(hours, lineZone, now);
  const open = stretches.find(({ from, to }) => from <= now && now < to);
  if (open) return open.to > now + farAhead ? { state: "open", until: null, zone: null } : { state: "open", until: open.to, zone };
  const next = stretches.find(({ from }) => from > now);
  return next ? { state: "shut", opens: next.from, zone } : { state: "unknown" };
}

/** The hours of one local day. */
function spansOn(
  day: number,
  times: Exclude<Hours["times"], "always">,
  holidays: Hours["holidays"],
): readonly { from: string; to: string }[] {
  const isOther = holidays !== null && holidays !== "open" && isFederalHoliday(day);
  if (isOther) return holidays === "closed" ? [] : holidays;
  return times.filter(({ days }) => days.includes(dayNames[weekdayOf(day)]!));
}

/** The stretches of the days around `now`, first to last; those that touch are one. */
function stretchesOf({ times, holidays }: Hours, zone: string, now: number): Stretch[] {
  if (times === "always") return [];
  const today = Math.floor(localTime(zone, now) / msPerDay) * msPerDay;
  const stretches: Stretch[] = [];
  // Yesterday's may run past midnight.
  for (let day = today - msPerDay; day <= today + daysAhead * msPerDay; day += msPerDay) {
    for (const { from, to } of spansOn(day, times, holidays)) {
      const start = minutesOf(from);
      const end = minutesOf(to) > start ? minutesOf(to) : minutesOf(to) + 1440;
      stretches.push({ from: instantOf(zone, day + start * msPerMinute), to: instantOf(zone, day + end * msPerMinute) });
    }
  }
  return joined(stretches.sort((a, b) => a.from - b.from));
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const { from, to } of stretches) {
    const last = whole.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else whole.push({ from, to });
  }
  return whole;
}

/** Minutes after midnight of "21:30". */
function minutesOf(time: string): number {
  const [hours, minutes] = time.split(":").map(Number);
  return hours! * 60 + minutes!;
}
