import type { ClosedDays } from "./closed-days.ts";
import { dayInYear, type NamedDay } from "./named-day.ts";

/** What closed days mean for one day. */
interface ClosedNow {
  isClosed: boolean;
  /** True if the year of a closing is only a guess, or a closing begins soon. */
  isDoubtful: boolean;
  /** Next day on which any of this changes (2027-01-15); null if none is known. */
  next: string | null;
}

interface Moment {
  /** Day on which the record was last changed; null if unknown. */
  updated: string | null;
  today: string;
}

/** Days before a closing from which a meeting is doubtful: its next date may be in the closing, even if it meets once a month. */
const daysAhead = 31;

/**
 * Returns whether it is closed today. A closing without a year is the first such time after the record's last change. If that day is unknown, or
 * for whole months, which may recur each year ("dark in July"), it is the one nearest to today, and doubtful.
 */
export function closedNow(days: readonly ClosedDays[], moment: Moment): ClosedNow {
  const spans = days.map((one) => (one.mayLast ? lastingSpan : spanOf)(one, moment));
  const turns = spans.flatMap(({ from, until, turn }) => [from, from && before(from), until, turn ?? null]).filter((day) => day !== null);
  return {
    isClosed: spans.some(({ from, until }) => (from === null || from <= moment.today) && (until === null || moment.today < until)),
    isDoubtful: spans.some(
      ({ from, until, isSure }) =>
        !isSure || (from !== null && moment.today < from && before(from) <= moment.today && (until === null || moment.today < until)),
    ),
    next: turns.filter((day) => day > moment.today).sort()[0] ?? null,
  };
}

const before = (day: string) => inDays(day, -daysAhead);

function inDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

interface Span {
  from: string | null;
  until: string | null;
  isSure: boolean;
  /** A day besides on which its meaning changes. */
  turn?: string;
}

/**
 * Returns the span of one day that may have been the first of a closing. It was if it was written afterwards, or is long over and the words still
 * stand; an announced day, or one that is just over, leaves a doubt.
 */
function lastingSpan(days: ClosedDays, moment: Moment): Span {
  const said = spanOf(days, moment);
  const from = said.from!;
  const span = { ...said, turn: inDays(from, daysAhead) };
  if (moment.today <= from) return span;
  const isSince = moment.updated === null ? span.turn <= moment.today : from <= moment.updated;
  return isSince ? { ...span, until: null } : { ...span, isSure: false };
}

function spanOf(days: ClosedDays, { updated, today }: Moment): Span {
  const said = days.until?.year ?? days.from?.year ?? null;
  if (said !== null) return { ...inYear(days, said), isSure: true };
  const isYearly = days.from !== null && days.from.day === null;
  const written = isYearly ? null : updated;
  const year = Number((written ?? today).slice(0, 4));
  const spans = [year - 1, year, year + 1].map((end) => inYear(days, end));
  const next = written && spans.find(({ from, until }) => (until ?? from)! >= written);
  if (next) return { ...next, isSure: true };
  const nearest = spans.reduce((one, other) => (distance(other, today) < distance(one, today) ? other : one));
  return { ...nearest, isSure: false };
}

/** Returns the span whose last day (or first, if the last is unknown) is in a year. */
function inYear({ from, until }: ClosedDays, year: number): Omit<Span, "isSure"> {
  if (until === null) return { from: from && dayOf(from, year), until: null };
  const end = dayOf(until, year);
  const start = from && dayOf(from, year);
  return { from: start !== null && start > end ? dayOf(from!, (from!.year ?? year) - 1) : start, until: end };
}

function dayOf(day: NamedDay, year: number): string {
  return dayInYear(day, day.year ?? year);
}

/** Returns the distance of a day from a closed span, in milliseconds; 0 within it. */
function distance({ from, until }: Omit<Span, "isSure">, today: string): number {
  const [first, last] = [from ?? until!, until ?? from!].map((day) => Date.parse(day)) as [number, number];
  const day = Date.parse(today);
  const isWithin = from !== null && until !== null && day >= first && day < last;
  return isWithin ? 0 : Math.min(Math.abs(day - first), Math.abs(day - last));
}
