import { msPerDay, weekdayOf } from "../places/wall-clock.ts";

/** 5 U.S.C. 6103(a): holidays on a fixed date … */
const onDates: readonly (readonly [month: number, date: number])[] = [
  [1, 1],
  [6, 19],
  [7, 4],
  [11, 11],
  [12, 25],
];

/** … and on a weekday: month, weekday (0 is Sunday), and which one of the month, where -1 is the last. */
const onWeekdays: readonly (readonly [month: number, weekday: number, which: number])[] = [
  [1, 1, 3],
  [2, 1, 3],
  [5, 1, -1],
  [9, 1, 1],
  [10, 1, 2],
  [11, 4, 4],
];

/**
 * Whether an office that closes on federal holidays is closed on a local day (its midnight in milliseconds, as if in UTC). A holiday on a
 * Saturday is observed on the Friday before, one on a Sunday on the Monday after, by law and Executive Order 11582; the day itself counts
 * too.
 */
export function isFederalHoliday(day: number): boolean {
  const weekday = weekdayOf(day);
  const isKept = (weekday === 5 && isOnDate(day + msPerDay)) || (weekday === 1 && isOnDate(day - msPerDay));
  return isOnDate(day) || isKept || onWeekdays.some((rule) => fits(day, rule));
}

function isOnDate(day: number): boolean {
  const date = new Date(day);
  return onDates.some(([month, number]) => date.getUTCMonth() + 1 === month && date.getUTCDate() === number);
}

function fits(day: number, [month, weekday, which]: (typeof onWeekdays)[number]): boolean {
  const date = new Date(day);
  if (date.getUTCMonth() + 1 !== month || weekdayOf(day) !== weekday) return false;
  if (which > 0) return Math.ceil(date.getUTCDate() / 7) === which;
  return new Date(day + 7 * msPerDay).getUTCMonth() + 1 !== month;
}
