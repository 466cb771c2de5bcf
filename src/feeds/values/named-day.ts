// cspell:disable -- Spanish, and pieces of words
import { readFileSync } from "node:fs";
import { root } from "../../root.ts";

/** A day as people write it ("January 15", "15 de enero de 2027", "1/15/27", "2027-01-15"), or a month alone. */
export interface NamedDay {
  /** Null if not given. */
  year: number | null;
  /** 1 to 12. */
  month: number;
  /** Null for the whole month. */
  day: number | null;
}

const names: string[][] = JSON.parse(readFileSync(new URL("data/feeds/closing-phrases.json", root), "utf8")).months;
const months = new Map(names.flatMap((ofMonth, at) => ofMonth.map((name) => [name, at + 1] as const)));
const month = String.raw`(?:${[...months.keys()].sort((a, b) => b.length - a.length).join("|")})\b\.?`;
const weekday = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo),? )?";
const nth = "(?:st|nd|rd|th)?";
/** Not before the rest of a time ("8:00") or a quantity ("1/2 hour"). */
const ends = String.raw`\b(?![:\d/]| ?(?:[ap]\.?m\b|hours?|hrs?|miles?|blocks?|price))`;
const year = String.raw`(?:,? (?:del? )?\d{4}\b(?!:))?`;

/** Cheap test: a text without any of these names no day. */
export const mayNameDay = new RegExp(String.raw`\d[/-]\d|\b(?:${[...months.keys()].join("|")})\b`, "i");

/** Pattern sources for lowercase text without accents: a day, a month, and a number that leaves out its month ("Dec 24 and 25"). */
export const dayPattern = String.raw`${weekday}(?:${month} \d{1,2}${nth}${ends}${year}|\d{1,2}${nth} (?:of |de )?${month}${year}|\d{1,2}/\d{1,2}(?:/\d{4}|/\d{2})?${ends}|\d{4}-\d\d-\d\d\b)`;
export const monthPattern = `${month}${year}`;
export const numberPattern = String.raw`\d{1,2}${nth}${ends}${year}`;

const dated = String.raw`(?<=\b${month}(?: \d{1,2}${nth}(?:,? \d{4})?)?|\d/\d{1,2}(?:/\d{2,4})?)`;
// The mark is looked for first: to look back from each letter takes ten times as long.
const dash = new RegExp(String.raw`(?=\s?[-–—])${dated}\s?[-–—]\s?(?=(?:the )?${month}|\d)`, "gi");
const colon = new RegExp(String.raw`(?=[:\s])${dated}(?::|\s[-–—])\s`, "gi");
/** A colon or dash between a word for a meeting or a closing and its date. */
const colonBefore = new RegExp(
  String.raw`(?<=\b(?:meetings?|mtgs?|day|closed|cancell?ed|dark|reuni[oó]n(?:es)?|d[ií]a|cerrad[oa]))(?::|\s[-–—])\s(?=${weekday}(?:${month}\s?\d|\d{1,2}/\d|\d{1,2} de ))`,
  "gi",
);

/** Replaces marks in dates that would otherwise end a sentence: "Dec 24 – Jan 2: no meeting", "Last meeting: Dec 20". */
export function withoutDateMarks(text: string): string {
  return text.replace(dash, " through ").replace(colon, " ").replace(colonBefore, " ");
}

/** Reads a match of one of the patterns; `beside` supplies the month if the words name none. Null if the month or the day is out of range. */
export function readNamedDay(words: string, beside?: NamedDay | null): NamedDay | null {
  const [iso, ofYear, ofMonth, ofDay] = words.match(/(\d{4})-(\d\d)-(\d\d)/) ?? [];
  if (iso !== undefined) return namedDay(Number(ofYear), Number(ofMonth), Number(ofDay));
  const [figures, inMonth, onDay, short] = words.match(/(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?/) ?? [];
  if (figures !== undefined) return namedDay(short === undefined ? null : Number(short.padStart(4, "20")), Number(inMonth), Number(onDay));
  const name = words.match(/\p{L}+/gu)?.find((word) => months.has(word));
  const long = words.match(/\b\d{4}\b/)?.[0];
  const day = words.match(/\b\d{1,2}(?=st|nd|rd|th|\b)/)?.[0];
  const inWords = name === undefined ? beside?.month : months.get(name);
  return inWords === undefined ? null : namedDay(long === undefined ? null : Number(long), inWords, day === undefined ? null : Number(day));
}

function namedDay(year: number | null, month: number, day: number | null): NamedDay | null {
  const isDay = month >= 1 && month <= 12 && (day === null || (day >= 1 && day <= longestMonths[month - 1]!));
  return isDay ? { year, month, day } : null;
}

const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Returns the day a number of days later; for a whole month, the first day of the next one. */
export function daysLater(named: NamedDay, days: number): NamedDay {
  const inYear = named.year ?? leapYear;
  const date = new Date(named.day === null ? Date.UTC(inYear, named.month, 1) : Date.UTC(inYear, named.month - 1, named.day + days));
  return {
    year: named.year === null ? null : named.year + date.getUTCFullYear() - inYear,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
}

/** Used for days without a year. */
const leapYear = 2024;

/** Returns the day in a year (2027-01-15); for a whole month, its first. */
export function dayInYear({ month, day }: NamedDay, year: number): string {
  return new Date(Date.UTC(year, month - 1, day ?? 1)).toISOString().slice(0, 10);
}
