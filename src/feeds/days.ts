import type { Note } from "./repair.ts";

/** How a feed counts its days: from Sunday 0 as the specification says, 7 for Sunday too, from Sunday 1, or nobody knows. */
export type DayCount = "sunday-0" | "sunday-7" | "sunday-1" | "unsure";

const names: readonly RegExp[] = [
  /^(su(n(day)?s?)?|dom(ingo)?s?)$/,
  /^(m(o(n(day)?s?)?)?|lun(es)?)$/,
  /^(t(u(e(s|sday)?s?)?)?|mar(tes)?)$/,
  /^(w(e(d(nesday|s)?s?)?)?|mi[eé]r?(coles)?)$/,
  /^(th(u(r|rs|rsday)?s?)?|jue(ves)?)$/,
  /^(f(r(i(day)?s?)?)?|vie(rnes)?)$/,
  /^(sa(t(urday)?s?)?|s[aá]b(ado)?s?)$/,
];

/** Words for several days. */
const groups: readonly [RegExp, string][] = [
  [/\b(?:every ?day|daily|diari(?:o|amente)|todos los d[ií]as|(?:7|seven) days(?: (?:a|per) week)?)(?!\p{L})/gu, "su–sa"],
  [/\b(?:week ?days?|entre semana)\b/g, "mo–fr"],
  [/\b(?:week ?ends?|fin(?:es)? de semana)\b/g, "sa su"],
];

/** The days of a record, each once and in order. */
export function daysOf(value: unknown, count: DayCount, note: Note): number[] {
  if (value === null || value === undefined || value === "") return [];
  const without = exceptIn(value);
  const days = tokensOf(value)
    .flatMap((token) => (typeof token === "number" ? numbered(token, count) : named(token)))
    .filter((day) => !without.includes(day));
  const plain = days.length === 1 && days[0] === value;
  if (!plain) note("day", value);
  return [...new Set(days)].sort((a, b) => a - b);
}

/** Whether a day's words say more than which days: "First Saturday", "Monday, except holidays". */
export function saysMore(value: unknown): boolean {
  return (
    typeof value === "string" &&
    (exception.test(value) || wordsIn(value).some((word) => named(word).length === 0 && /[^\d.\-–]/.test(word)))
  );
}

/** Numbers and lower-case words, from an array, an object as PHP makes of one, or from "Mon, Wed" and "1,3". */
function tokensOf(value: unknown): (number | string)[] {
  if (typeof value === "number") return [value];
  if (typeof value === "object" && value !== null)
    return Object.values(value)
      .slice(0, 50)
      .flatMap((one) => (typeof one === "object" ? [] : tokensOf(one)));
  if (typeof value !== "string") return [];
  return wordsIn(value).map((word) => (/^-?\d+(\.0+)?$/.test(word) ? Number(word) : word));
}

const exception = /\b(?:except|but not|excepto|menos)\b/i;

/** The days that "daily except Sunday" leaves out. */
function exceptIn(value: unknown): number[] {
  return typeof value === "string" ? split(value.slice(0, 200).toLowerCase().split(exception)[1] ?? "").flatMap(named) : [];
}

/** What stands before "except", in words that each name a day or days, or none. */
function wordsIn(value: string): string[] {
  const said = value.slice(0, 200).toLowerCase().split(exception)[0]!;
  return split(groups.reduce((text, [words, days]) => text.replace(words, ` ${days} `), said));
}

function split(text: string): string[] {
  const ranges = text.replace(/\.?\s*(?:-|–|—| to | through | thru | a )\s*(?=\p{L})/gu, "–");
  return ranges.split(/[\s,;/&+|()[\]"]+|\.(?!\d)|\band\b|\by\b/).filter(Boolean);
}

function numbered(number: number, count: DayCount): number[] {
  if (!Number.isInteger(number) || count === "unsure") return [];
  const day = count === "sunday-1" ? number - 1 : count === "sunday-7" && number === 7 ? 0 : number;
  return day >= 0 && day <= 6 ? [day] : [];
}

/** "monday", "mon–fri", or "mwf". */
function named(word: string): number[] {
  if (/^(?:m|tu?|w|th|f|s[au]){2,7}$/.test(word)) return word.match(/m|th|tu?|w|f|s[au]/g)!.flatMap(named);
  const ends = word.split("–").map((end) => names.findIndex((name) => name.test(end)));
  const [from, to = from] = ends;
  if (ends.length > 2 || from === undefined || to === undefined || from < 0 || to < 0) return [];
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, step) => (from + step) % 7);
}

/**
 * How this feed counts. The specification's days are 0–6, so a 7 beside a 0 can only be Sunday. A feed with 7 and without 0 counts
 * from Monday 1 (as PHP does) or from Sunday 1 (as spreadsheets and BMLT do): its meetings' own names, such as "Sunday 8pm", decide.
 * Where they say nothing, or both, no day is believed: nobody shall drive to a locked door.
 */
export function dayCountOf(records: readonly { day: unknown; words: string }[]): DayCount {
  const numbers = records.map(({ day }) => tokensOf(day).filter((token): token is number => typeof token === "number"));
  const used = new Set(numbers.flat());
  if (!used.has(7)) return "sunday-0";
  if (used.has(0)) return "sunday-7";
  let balance = 0;
  records.forEach(({ words }, index) => {
    const day = numbers[index]![0];
    const said = numbers[index]!.length === 1 ? dayNamedIn(words) : null;
    if (day !== undefined && said !== null) balance += day % 7 === said ? 1 : day - 1 === said ? -1 : 0;
  });
  return balance > 0 ? "sunday-7" : balance < 0 ? "sunday-1" : "unsure";
}

/** The one day that a name mentions in full. */
function dayNamedIn(words: string): number | null {
  const letters = words
    .slice(0, 300)
    .toLowerCase()
    .split(/[^a-záé]+/);
  const found = new Set(letters.filter((word) => word.length > 4).map((word) => names.findIndex((name) => name.test(word))));
  found.delete(-1);
  return found.size === 1 ? [...found][0]! : null;
}
