import type { ClosedDays } from "./closed-days.ts";
import { dayInYear, type NamedDay } from "./named-day.ts";

/** What closed days mean on a day. */
interface ClosedNow {
  isClosed: boolean;
  /** True where it is open, but the words may mean a year that nobody says, or a time that begins soon. */
  isDoubtful: boolean;
  /** The next day on which any of this changes (2027-01-15); null where none is known. */
  next: string | null;
}

interface Moment {
  /** When the record was last changed, if it says so. */
  updated: string | null;
  today: string;
}

/** From so many days before it closes a next time may fall into it, even that of a group that meets once a month. */
const daysAhead = 31;

/**
 * Whether it is closed today. Where no year is said, it is the first such time after the record was written; where that is not said either,
 * the one that is nearest to today, and on the other days it is not sure. Whole months ("dark in July") may come back each year.
 */
export function closedNow(days: readonly ClosedDays[], moment: Moment): ClosedNow {
  const spans = days.map((one) => spanOf(one, moment));
  const turns = spans.flatMap(({ from, until }) => [from, from && before(from), until]).filter((day) => day !== null);
  return {
    isClosed: spans.some(({ from, until }) => (from === null || from <= moment.today) && (until === null || moment.today < until)),
    isDoubtful: spans.some(
      ({ from, until, isSure }) =>
        !isSure || (from !== null && moment.today < from && before(from) <= moment.today && (until === null || moment.today < until)),
    ),
    next: turns.filter((day) => day > moment.today).sort()[0] ?? null,
  };
}

function before(day: string): string {
  return new Date(Date.parse(day) - daysAhead * 86_400_000).toISOString().slice(0, 10);
}

interface Span {
  from: string | null;
  until: string | null;
  isSure: boolean;
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

/** The days of which the last, or where none is known the first, is in a year. */
function inYear({ from, until }: ClosedDays, year: number): Omit<Span, "isSure"> {
  if (until === null) return { from: from && dayOf(from, year), until: null };
  const end = dayOf(until, year);
  const start = from && dayOf(from, year);
  return { from: start !== null && start > end ? dayOf(from!, (from!.year ?? year) - 1) : start, until: end };
}

function dayOf(day: NamedDay, year: number): string {
  return dayInYear(day, day.year ?? year);
}

/** How far a day is from days that are closed, in milliseconds. */
function distance({ from, until }: Omit<Span, "isSure">, today: string): number {
  const [first, last] = [from ?? until!, until ?? from!].map((day) => Date.parse(day)) as [number, number];
  const day = Date.parse(today);
  const isWithin = from !== null && until !== null && day >= first && day < last;
  return isWithin ? 0 : Math.min(Math.abs(day - first), Math.abs(day - last));
}
