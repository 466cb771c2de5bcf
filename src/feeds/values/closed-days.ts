// cspell:disable -- Spanish, and pieces of words
import { readFileSync } from "node:fs";
import { root } from "../../root.ts";
import { dayPattern, daysLater, mayNameDay, monthPattern, type NamedDay, numberPattern, readNamedDay } from "./named-day.ts";

/** Days on which a group or its place is closed, as named in words: "closed Dec 24 through Jan 2", "no meetings in July", "until May 1". */
export interface ClosedDays {
  /** First closed day; null if it is closed already. */
  from: NamedDay | null;
  /** First day on which it meets again; null if unknown. */
  until: NamedDay | null;
  /** Whether it may be closed since: "Group closed 8/15/25" names one day, and may not mean that day alone. */
  mayLast?: boolean;
}

/** A sentence with each of its dates replaced by a single word, and the days that the dates mean. */
interface Dated {
  words: string;
  days: ClosedDays[];
}

type List =
  | "from"
  | "fromTo"
  | "until"
  | "through"
  | "to"
  | "between"
  | "and"
  | "during"
  | "resumes"
  | "lastDay"
  | "groups"
  | "fillers"
  | "places"
  | "notAlone"
  | "vague";

const phrases = JSON.parse(readFileSync(new URL("data/feeds/closing-phrases.json", root), "utf8")) as Record<List, string[]>;
const any = (...lists: List[]) => `(?:${lists.flatMap((list) => phrases[list]).join("|")})`;

const the = "(?:(?:the|el|about|at least|dia|both) )*";
const endOf = "(?:(?:the )?end of (?:the )?|finales de |fin de )";
const spoken = `(?:${endOf})?(?:${dayPattern}|${monthPattern})`;
const ranges = [
  String.raw`\b(?:${any("from", "fromTo", "during")} )?${the}(${spoken}|${numberPattern}),? (${any("to", "through", "until")}) ${the}(${spoken}|${numberPattern})`,
  String.raw`\b${any("between")} ${the}(${spoken}|${numberPattern}),? (${any("and")}) ${the}(${spoken}|${numberPattern})`,
].map((source) => new RegExp(source, "g"));
const until = new RegExp(
  String.raw`\b(${any("until", "through")}) ((?:(?:the|el|about|at least|after|despues del?|dia) )*)(${spoken})`,
  "g",
);
const from = new RegExp(String.raw`\b${any("from")} ${the}(${spoken})`, "g");
const separator = String.raw`(?:\s?[,;&]\s?(?:and |or |y |o )?| (?:and|or|y|o|e) )${the}`;
const days = new RegExp(String.raw`\b(?:${any("during")} )?${the}${dayPattern}(?:${separator}(?:${dayPattern}|${numberPattern}))*`, "g");
const alone = `(?<!${any("vague")}[ -])(?!${any("notAlone")}\\b)`;
const wholeMonths = new RegExp(
  String.raw`\b(?:${any("during")} (?:(?:the|all|todo|el|whole|entire) )*(?:months? of |meses? de )?|${alone})${monthPattern}(?:${separator}${monthPattern})*`,
  "g",
);
const one = new RegExp(`${dayPattern}|${numberPattern}|${monthPattern}`, "g");
const oneMonth = new RegExp(monthPattern, "g");
const resuming = `\\b${any("resumes")}(?: ${any("groups", "fillers", "places")})*`;
const resumes = new RegExp(String.raw`${resuming} +zq(\d+)`);
const ending = `\\b${any("lastDay")}(?: ${any("fillers")})*`;
const lastDay = new RegExp(String.raw`${ending} +zq(\d+)`);
const turnsOnDate = [new RegExp(`${resuming} zqdate`), new RegExp(`${ending} zqdate`)];

/** Reads the dates of a lowercase sentence without accents. "Until spring" is not a date. */
export function readClosedDays(sentence: string): Dated {
  if (!mayNameDay.test(sentence)) return { words: sentence, days: [] };
  const found: ClosedDays[] = [];
  const take = (words: string, pattern: RegExp, read: (match: readonly string[]) => ClosedDays[]) =>
    words.replace(pattern, (...match: string[]) => {
      const said = read(match);
      found.push(...said);
      return said.length === 0 ? match[0]! : ` zq${found.length - 1} `;
    });
  let words = sentence;
  for (const range of ranges) words = take(words, range, ([, first, to, last]) => readRange(first!, to!, last!));
  words = take(words, until, ([, word, before, day]) => readUntil(word!, before!, day!));
  words = take(words, from, ([, day]) => daysFrom(readNamedDay(day!), null));
  words = take(words, days, ([all]) => readDays(all!, one));
  words = take(words, wholeMonths, ([all]) => readDays(all!, oneMonth));
  const [, at] = words.match(resumes) ?? [];
  if (at !== undefined) found[Number(at)] = { from: null, until: found[Number(at)]!.from };
  const [, last] = words.match(lastDay) ?? [];
  if (last !== undefined) found[Number(last)] = { from: found[Number(last)]!.until, until: null };
  return { words: words.replace(/zq\d+/g, dateWord), days: found };
}

/** The placeholder for a date in a sentence that was read. */
export const dateWord = "zqdate";

/** Splits a sentence that was read around "we are back on Sept 8" or "the last meeting is Sept 8"; null if it has neither. */
export function readTurn(words: string): { before: string; words: string; after: string } | null {
  const match = turnsOnDate.map((turn) => words.match(turn)).find((found) => found !== null);
  if (match === undefined) return null;
  const end = match.index! + match[0].length;
  return { before: words.slice(0, match.index).trim(), words: match[0], after: words.slice(end).trim() };
}

function daysFrom(first: NamedDay | null, last: NamedDay | null): ClosedDays[] {
  return first === null ? [] : [{ from: first, until: last }];
}

/** Reads a range: "Dec 24 through Jan 2", "July 3 to 10", "del 24 al 31 de diciembre", "June through August". */
function readRange(first: string, to: string, last: string): ClosedDays[] {
  const end = readNamedDay(last, readNamedDay(first));
  const begin = readNamedDay(first, end);
  if (begin === null || end === null) return [];
  const isOpenThen = phrases.until.includes(to) && !isEndOf(last);
  const over = isOpenThen ? { ...end, day: end.day ?? 1 } : daysLater(end, 1);
  return daysFrom(withYear(begin, over, -1), withYear(over, begin, 1));
}

const isEndOf = (words: string) => /^(?:(?:the )?end of|fin)/.test(words);

/** Adds the year to a range that names it once: "Dec 24 – Jan 2, 2027" begins in 2026. */
function withYear(day: NamedDay, other: NamedDay, direction: 1 | -1): NamedDay {
  if (day.year !== null || other.year === null) return day;
  const turns = (day.month - other.month) * direction < 0;
  return { ...day, year: other.year + (turns ? direction : 0) };
}

/** Reads the end of a closing. "Through May 1" and "until after May 1" include that day; "until May" ends when May begins. */
function readUntil(word: string, before: string, said: string): ClosedDays[] {
  const day = readNamedDay(said);
  if (day === null) return [];
  const isClosedThen = phrases.through.includes(word) || /after|despues/.test(before);
  const isLast = isClosedThen || (day.day === null && isEndOf(said));
  return [{ from: null, until: isLast ? daysLater(day, 1) : { ...day, day: day.day ?? 1 } }];
}

/** Reads each day or month of a list; a number takes the month before it. */
function readDays(words: string, pattern: RegExp): ClosedDays[] {
  const named: NamedDay[] = [];
  for (const [word] of words.matchAll(pattern)) {
    const day = readNamedDay(word, named.at(-1));
    if (day === null) return [];
    named.push(day);
  }
  // "Dec 24 and 31, 2026": the year applies to all.
  const year = named.findLast((day) => day.year !== null)?.year ?? null;
  return named.map((day) => ({ ...day, year: day.year ?? year })).map((day) => ({ from: day, until: daysLater(day, 1) }));
}
