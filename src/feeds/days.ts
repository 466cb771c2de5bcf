import type { Note } from "./repair.ts";

/** How a feed counts its days: from Sunday 0 as the specification says, 7 for Sunday too, from Sunday 1, or nobody knows. */
export type DayCount = "sunday-0" | "sunday-7" | "sunday-1" | "unsure";

const names: readonly RegExp[] = [
  /^(sun(day)?s?|dom(ingo)?s?)$/,
  /^(mon(day)?s?|lun(es)?)$/,
  /^(tue(s|sday)?s?|mar(tes)?)$/,
  /^(wed(nesday|s)?s?|mi[eé]r?(coles)?)$/,
  /^(thu(r|rs|rsday)?s?|jue(ves)?)$/,
  /^(fri(day)?s?|vie(rnes)?)$/,
  /^(sat(urday)?s?|s[aá]b(ado)?s?)$/,
];
const everyDay = [0, 1, 2, 3, 4, 5, 6];

/** The days of a record, each once and in order. */
export function daysOf(value: unknown, count: DayCount, note: Note): number[] {
  if (value === null || value === undefined || value === "") return [];
  const days = dayTokens(value).flatMap((token) => (typeof token === "number" ? numbered(token, count) : named(token)));
  const plain = days.length === 1 && days[0] === value;
  if (!plain) note("day", value);
  return [...new Set(days)].sort((a, b) => a - b);
}

/** Numbers and lower-case words, from an array or from "Mon, Wed" and "1,3". */
function dayTokens(value: unknown): (number | string)[] {
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((one) => (Array.isArray(one) ? [] : dayTokens(one)));
  if (typeof value === "number") return [value];
  if (typeof value !== "string" || value.length > 200) return [];
  const words = value
    .toLowerCase()
    .replace(/\s*(?:-|–|—| to | through | thru )\s*/g, "–")
    .split(/[\s,;/&+|.]+|\band\b|\by\b/);
  return words.filter(Boolean).map((word) => (/^\d+$/.test(word) ? Number(word) : word));
}

function numbered(number: number, count: DayCount): number[] {
  if (!Number.isInteger(number) || count === "unsure") return [];
  const day = count === "sunday-1" ? number - 1 : count === "sunday-7" && number === 7 ? 0 : number;
  return day >= 0 && day <= 6 ? [day] : [];
}

/** "monday", or "mon–fri", or "daily". */
function named(word: string): number[] {
  if (/^(daily|everyday|diario)$/.test(word)) return everyDay;
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
  const numbers = records.map(({ day }) => dayTokens(day).filter((token): token is number => typeof token === "number"));
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
