// cspell:disable -- Spanish, and pieces of words
import { readFileSync } from "node:fs";
import { root } from "../../root.ts";

/** Until when a group or its place is closed, in words that name a day: "closed until January 15", "hasta el 15 de enero". */

/** The first day on which it meets again. */
export interface UntilDay {
  /** Null where nobody says it. */
  year: number | null;
  /** 1 to 12. */
  month: number;
  day: number;
}

const phrases: { months: string[][]; until: string[]; through: string[] } = JSON.parse(
  readFileSync(new URL("data/feeds/closing-phrases.json", root), "utf8"),
);
const months = new Map(phrases.months.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));
const month = `(${[...months.keys()].sort((a, b) => b.length - a.length).join("|")})`;
const weekday = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo),? )?";
const lead = String.raw`\b(${[...phrases.until, ...phrases.through].join("|")}) ((?:(?:the|el|about|at least|after|despues del?|dia) )*)(end of (?:the )?|finales de |fin de )?${weekday}`;
const year = String.raw`(?:,? (?:del? )?(\d{4})\b)?`;
const nth = "(?:st|nd|rd|th)?";

const monthFirst = new RegExp(String.raw`${lead}${month}\b\.?(?: (\d{1,2})${nth}\b(?!:))?${year}`);
const dayFirst = new RegExp(String.raw`${lead}(\d{1,2})${nth} (?:of |de )?${month}\b\.?${year}`);
const slashed = new RegExp(String.raw`${lead}(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?(?![\d/])`);
const iso = new RegExp(String.raw`${lead}(\d{4})-(\d{2})-(\d{2})\b`);
const hour = new RegExp(
  String.raw`\b(?:${phrases.until.join("|")}) (?:about |a |las? )*(?:\d{1,2}:\d{2}|\d{1,2} ?(?:[ap]\.? ?m\b|o'?clock)|noon|midnight|medio ?dia|medianoche)`,
);

/** Whether a sentence, in small letters without accents, speaks of an hour: "doors are closed until 6:45 pm". */
export function isUntilHour(sentence: string): boolean {
  return hour.test(sentence);
}

/** The day that a sentence, in small letters without accents, names; null where it names none. */
export function readUntil(sentence: string): UntilDay | null {
  return ofMonthFirst(sentence.match(monthFirst)) ?? ofDayFirst(sentence.match(dayFirst)) ?? ofFigures(sentence);
}

type Match = readonly (string | undefined)[] | null;

function ofMonthFirst(match: Match): UntilDay | null {
  if (match === null) return null;
  const [, word = "", before = "", end, name = "", day, year] = match;
  const whole = day === undefined && (end !== undefined || phrases.through.includes(word) || /after|despues/.test(before));
  if (whole) return dayAt(year, months.get(name)! + 1, 1);
  return dayAt(year, months.get(name)!, Number(day ?? 1) + daysAfter(word, before));
}

function ofDayFirst(match: Match): UntilDay | null {
  if (match === null) return null;
  const [, word = "", before = "", , day, name = "", year] = match;
  return dayAt(year, months.get(name)!, Number(day) + daysAfter(word, before));
}

function ofFigures(sentence: string): UntilDay | null {
  const [, word = "", before = "", , month, day, short] = sentence.match(slashed) ?? [];
  if (month !== undefined) return dayAt(short?.length === 2 ? `20${short}` : short, Number(month), Number(day) + daysAfter(word, before));
  const [, until = "", after = "", , year, ofYear, ofMonth] = sentence.match(iso) ?? [];
  return year === undefined ? null : dayAt(year, Number(ofYear), Number(ofMonth) + daysAfter(until, after));
}

/** "Through May 1" and "until after May 1" are closed on that day too. */
function daysAfter(word: string, before: string): 0 | 1 {
  return phrases.through.includes(word) || /after|despues/.test(before) ? 1 : 0;
}

/** A leap year, for days whose year nobody says. */
const anyYear = 2024;

/** A day, with the days and months that are one too many carried over; null for one that does not exist. */
function dayAt(said: string | undefined, month: number, day: number): UntilDay | null {
  if (!(month >= 1 && month <= 13 && day >= 1 && day <= 32)) return null;
  const date = new Date(Date.UTC(Number(said ?? anyYear), month - 1, day));
  const carried = date.getUTCFullYear() - Number(said ?? anyYear);
  return { year: said === undefined ? null : Number(said) + carried, month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

interface Moment {
  /** When the record was last changed, if it says so. */
  updated: string | null;
  today: string;
}

/**
 * The day on which it meets again: 2027-01-15. Where the year is not said, it is the first such day after the record was written; where
 * that is not said either, the nearest to today: better closed for months too long than an open door that is locked.
 */
export function reopeningDay(until: UntilDay, { updated, today }: Moment): string {
  if (until.year !== null) return dayIn(until, until.year);
  const written = Number((updated ?? today).slice(0, 4));
  const days = [written - 1, written, written + 1].map((year) => dayIn(until, year));
  if (updated !== null) return days.find((day) => day >= updated)!;
  const apart = (day: string) => Math.abs(Date.parse(day) - Date.parse(today));
  return days.reduce((nearest, day) => (apart(day) < apart(nearest) ? day : nearest));
}

function dayIn({ month, day }: UntilDay, year: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
