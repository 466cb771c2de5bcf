import { weekdayName, weekdayOn } from "./dated-events.ts";

/** Recurrence rules of calendar events (RFC 5545, 3.3.10). */

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const codes = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const nths: Readonly<Record<string, string>> = { 1: "First", 2: "Second", 3: "Third", 4: "Fourth", 5: "Fifth", "-1": "Last" };

type Parts = ReadonlyMap<string, string | undefined>;

function partsOf(rule: string): Parts {
  return new Map(
    rule
      .slice(0, 500)
      .toUpperCase()
      .split(";")
      .map((part) => part.split("=", 2) as [string, string | undefined]),
  );
}

/**
 * Returns the days of a rule in words: "Monday, Thursday", "First Wednesday", "Every other Friday", "Friday, every 3 weeks"; null for a rule
 * that cannot be put this way. `start` is its first date: 2026-01-06. The rule counts its days on the clock of `written`, its first date as
 * written, which in UTC may be the next day.
 */
export function daysOfRule(rule: string, start: string, written = start): string | null {
  const parts = partsOf(rule);
  const later = weekdayOn(written) - weekdayOn(start);
  const here = (day: string) => (codes.includes(day) ? codes[(codes.indexOf(day) - later + 7) % 7]! : day);
  const days = byDayOf(parts, written).map(here);
  const every = intervalOf(parts);
  const frequency = parts.get("FREQ");
  // "2TU" in UTC is the second Monday here in some months only.
  if (frequency === "MONTHLY" && later !== 0) return `${weekdayName(start)}, monthly`;
  if (frequency === "DAILY" && every === 1 && !parts.has("BYDAY")) return "Daily";
  if (frequency === "DAILY" && every === 1) return weekly(days, 1);
  // Every fourteenth day is the same as every other week.
  if (frequency === "DAILY" && every % 7 === 0 && !parts.has("BYDAY")) return weekly(days, every / 7);
  if (frequency === "WEEKLY") return weekly(days, every);
  return frequency === "MONTHLY" && parts.has("BYDAY") ? monthly(days, every, parts.get("BYSETPOS")) : null;
}

/** Returns the last date of a rule; null if it has no known end. With COUNT the date is an upper bound. */
export function endOfRule(rule: string, start: string): string | null {
  const parts = partsOf(rule);
  const until = parts.get("UNTIL")?.match(/^(\d{4})(\d\d)(\d\d)/);
  if (until) return until.slice(1).join("-");
  const count = Number(parts.get("COUNT"));
  const daysBetween = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[parts.get("FREQ") ?? ""];
  if (!(count > 0 && count < 1000) || daysBetween === undefined) return null;
  const last = Date.parse(start) + count * intervalOf(parts) * daysBetween * 86_400_000;
  return last < Date.UTC(2200, 0) ? new Date(last).toISOString().slice(0, 10) : null;
}

interface Series {
  /** As returned by daysOfRule. */
  days: string;
  /** Its first date, the date its calendar was written and its last date, as far as known: 2026-01-06. */
  start: string;
  written: string;
  end: string | null;
}

/** How many days ahead dates are counted. */
const daysAhead = 26 * 7;

/**
 * Splits a weekly or daily series into the days on which it meets in most weeks to come and, for each other day, the dates left. Null for
 * other series, and if there is no such other day.
 */
export function daysKept({ days, start, written, end }: Series, left: ReadonlySet<string>): { most: string; few: string[][] } | null {
  const on = days === "Daily" ? weekdays : days.split(", ");
  if (!on.every((day) => weekdays.includes(day))) return null;
  const first = Date.parse(start > written ? start : written);
  const last = Math.min(first + daysAhead * msPerDay, end === null ? Number.POSITIVE_INFINITY : Date.parse(end));
  const byDay = new Map(on.map((day) => [day, [] as string[]]));
  for (let at = first; at <= last; at += msPerDay) {
    const date = new Date(at).toISOString().slice(0, 10);
    byDay.get(weekdayName(date))?.push(date);
  }
  const kept = [...byDay].map(([day, all]) => ({ day, all, dates: all.filter((date) => !left.has(date)) }));
  const few = kept.filter(({ all, dates }) => dates.length < all.length * mostKept);
  const most = kept.filter((one) => !few.includes(one)).map(({ day }) => day);
  return few.length === 0 ? null : { most: most.join(", "), few: few.map(({ dates }) => dates) };
}

/** A day that keeps a smaller share of its dates is not what the rule says. */
const mostKept = 0.6;
const msPerDay = 86_400_000;

function intervalOf(parts: Parts): number {
  const interval = Number(parts.get("INTERVAL") ?? 1);
  return Number.isInteger(interval) && interval > 0 ? interval : Number.NaN;
}

function byDayOf(parts: Parts, start: string): string[] {
  return (parts.get("BYDAY") ?? codes[weekdayOn(start)]!).split(",").map((day) => day.trim());
}

function weekly(byDay: readonly string[], every: number): string | null {
  const days = byDay.flatMap((day) => weekdays[codes.indexOf(day)] ?? []).join(", ");
  if (days === "" || !(every <= maxInterval)) return null;
  if (every > 2) return `${days}, every ${every} weeks`;
  return every === 2 ? `Every other ${days}` : days;
}

function monthly(byDay: readonly string[], every: number, position: string | undefined): string | null {
  const days = byDay.map((day) => nthDay(position === undefined ? day : position + day));
  if (days.includes(null) || !(every <= maxInterval)) return null;
  if (every > 2) return `${days.join(", ")}, every ${every} months`;
  return every === 2 ? `${days.join(", ")}, every other month` : days.join(", ");
}

/** A meeting at longer intervals cannot be counted on. */
const maxInterval = 9;

/** Converts "1WE" to "First Wednesday". */
function nthDay(day: string): string | null {
  const [, nth = "", code = ""] = day.match(/^\+?(-?\d)([A-Z]{2})$/) ?? [];
  const [position, name] = [nths[nth], weekdays[codes.indexOf(code)]];
  return position === undefined || name === undefined ? null : `${position} ${name}`;
}
