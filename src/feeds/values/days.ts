import type { ReportRepair } from "../record.ts";

/**
 * How a feed numbers its days: from Sunday 0 as in the specification, the same with 7 for Sunday too, from Sunday 1, from Monday 0, or unknown.
 */
export type DayCount = "sunday-0" | "sunday-7" | "sunday-1" | "monday-0" | "unsure";

// cspell:disable -- patterns are made of pieces of words

/** Names of the days, Sunday first. */
const names: readonly RegExp[] = [
  /^(su(n(day)?s?)?|dom(ingo)?s?|dimanches?)$/,
  /^(m(o(n(day)?s?)?)?|lun(es)?|lundis?)$/,
  /^(t(u(e(s|sday)?s?)?)?|tu(se|es)a?day|teusday|mar(tes)?|mardis?)$/,
  /^(w(e(d(nesday|s)?s?)?)?|we(n|nd|dn|dnes|nds|nes)(s?day|sd?ay)|mi[eé]r?(coles)?|mercredis?)$/,
  /^(r|th(u(r|rs|rsday)?s?)?|th(rus|us|ur|uers)day|jue(ves)?|jeudis?)$/,
  /^(f(r(i(day)?s?)?)?|vie(rnes)?|vendredis?)$/,
  /^(sa(t(urday)?s?)?|sat(er|u|uar|rur)day|s[aá]b(ado)?s?|samedis?)$/,
];

/** Words for several days. */
const groups: readonly [RegExp, string][] = [
  [
    /\b(?:every ?day|daily|diari(?:o|amente)|todos los d[ií]as|tous les jours|chaque jour|(?:7|seven) days(?: (?:a|per) week)?)(?!\p{L})/gu,
    "su–sa",
  ],
  [/\b(?:week ?days?|entre semana|l ?[-–a] ?v)\b/g, "mo–fr"],
  [/\b(?:week ?ends?|fin(?:es)? de semana)\b/g, "sa su"],
];

/** Returns the days of a record, sorted and without duplicates. */
export function daysOf(value: unknown, count: DayCount, repaired: ReportRepair): number[] {
  if (value === null || value === undefined || value === "") return [];
  const without = exceptIn(value);
  const said = tokensOf(value).flatMap((token) => (typeof token === "number" ? numbered(token, count) : named(token)));
  const left = said.filter((day) => !without.includes(day));
  // "Sunday, except Sunday before Christmas" excludes a date, not its only day.
  const days = left.length > 0 ? left : said;
  const plain = days.length === 1 && days[0] === value;
  if (!plain) repaired("day", value);
  return [...new Set(days)].sort((a, b) => a - b);
}

/** Whether a word names one day: "Mon", "Tuesdays", "miércoles". */
export function isDayName(word: string): boolean {
  return names.some((name) => name.test(word.toLowerCase()));
}

/** Returns the days that a word names, Sunday 0: none, one, or several ("mwf"). */
export const weekdaysIn = (word: string) => named(word.toLowerCase());

/** Whether the text of a day has more than which days: "First Saturday", "Monday, except holidays". */
export function saysMore(value: unknown): boolean {
  return (
    typeof value === "string" &&
    (exception.test(value) || wordsIn(value).some((word) => named(word).length === 0 && /[^\d.\-–]/.test(word)))
  );
}

/**
 * Returns numbers and lower-case words from an array, an object (as PHP encodes some arrays), or a text ("Mon, Wed", "1,3"), but not the numbers
 * of "1 & 3 Tue".
 */
function tokensOf(value: unknown): (number | string)[] {
  if (typeof value === "number") return [value];
  if (typeof value === "object" && value !== null)
    return Object.values(value)
      .slice(0, 50)
      .flatMap((one) => (typeof one === "object" ? [] : tokensOf(one)));
  if (typeof value !== "string") return [];
  const words = wordsIn(value);
  const byName = words.some((word) => named(word).length > 0);
  return words.flatMap((word) => (/^-?\d+(\.0+)?$/.test(word) ? (byName ? [] : Number(word)) : word));
}

const exception = /\b(?:except|but(?: not?)?|not|no|excepto|menos|sauf)\b/i;

/** Words for certain weeks or dates, as opposed to a day of every week. */
const dates = /\d|\b(?:first|second|third|fourth|fifth|last|prim|segund|tercer|cuart|[uú]ltim|holidays?|festivos?)/;

/** Returns the days that "daily except Sunday" excludes; none for "daily except 1st Sunday". */
function exceptIn(value: unknown): number[] {
  const left = typeof value === "string" ? (value.slice(0, 200).toLowerCase().split(exception)[1] ?? "") : "";
  return dates.test(left) ? [] : split(left).flatMap(named);
}

/** Returns the words before "except"; each names a day, several days, or none. */
function wordsIn(value: string): string[] {
  const said = value.slice(0, 200).toLowerCase().split(exception)[0]!;
  return split(groups.reduce((text, [words, days]) => text.replace(words, ` ${days} `), said));
}

function split(text: string): string[] {
  // eslint-disable-next-line regexp/no-super-linear-move -- at most 200 characters
  const ranges = text.replace(/\.?\s*(?:-|–|—| to | through | thru | a | au )\s*(?=\p{L})/gu, "–");
  return ranges
    .replace(/['’]s\b/g, "s")
    .split(/[\s,;:/&+|()[\]"]+|\.(?!\d)|\band\b|\by\b|\bet\b/)
    .filter(Boolean);
}

function numbered(number: number, count: DayCount): number[] {
  if (!Number.isInteger(number) || count === "unsure") return [];
  const day =
    count === "sunday-1" ? number - 1 : count === "monday-0" ? (number + 1) % 7 : count === "sunday-7" && number === 7 ? 0 : number;
  return number <= 7 && day >= 0 && day <= 6 ? [day] : [];
}

/** Returns the days of "monday", "mon–fri", "mon–wed–fri" or "mwf". */
function named(word: string): number[] {
  const ends = word.split("–").map((end) => names.findIndex((name) => name.test(end)));
  if (ends.length === 1 && ends[0] === -1) return initials(word);
  if (ends.includes(-1)) return [];
  if (ends.length > 2) return ends;
  const [from, to = from] = ends as [number, number?];
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, step) => (from + step) % 7);
}

/** Returns the days of "mwf", "tth" or "mtwrf". */
function initials(word: string): number[] {
  if (!/^(?:m|tu?|w|th|r|f|s[au]){2,7}$/.test(word)) return [];
  return word.match(/m|th|tu?|w|r|f|s[au]/g)!.flatMap(named);
}

/**
 * Returns how this feed numbers its days. The specification's days are 0–6, so a 7 beside a 0 can only be Sunday. A feed with 7 and without 0
 * counts from Monday 1 (as PHP does) or from Sunday 1 (as spreadsheets and BMLT do): its meetings' names, such as "Sunday 8pm", decide. If they
 * say nothing, or are evenly split, no day is trusted: nobody should drive to a locked door. A feed without 7 counts as specified, unless its
 * names plainly show that it counts from Monday 0 (as Python does) or from Sunday 1.
 */
export function dayCountOf(records: Iterable<{ day: unknown; words: string }>): DayCount {
  const { used, votes } = tallyDays(records);
  if (used.has(7) && used.has(0)) return "sunday-7";
  if (used.has(7)) return votes.same > votes.before ? "sunday-7" : votes.before > votes.same ? "sunday-1" : "unsure";
  const plainly = (count: number) => count >= 3 && count >= 4 * (votes.same + votes.before + votes.after - count);
  if (!used.has(0) && plainly(votes.before)) return "sunday-1";
  return plainly(votes.after) ? "monday-0" : "sunday-0";
}

/** Collects the numbers that these records use, and counts the names in favor of each numbering. One record at a time: a feed has 200,000. */
function tallyDays(records: Iterable<{ day: unknown; words: string }>) {
  const used = new Set<number>();
  const votes = { same: 0, before: 0, after: 0 };
  for (const { day, words } of records) {
    const numbers = tokensOf(day).filter((token) => typeof token === "number");
    for (const number of numbers) used.add(number);
    const said = numbers.length === 1 ? dayNamedIn(words) : null;
    const vote = said === null ? null : voteOf(numbers[0]!, said);
    if (vote !== null) votes[vote]++;
  }
  return { used, votes };
}

/** Returns whether the day named (Sunday 0) is at the number of the same record, one before it, or one after. */
function voteOf(number: number, said: number): "same" | "before" | "after" | null {
  if (number % 7 === said) return "same";
  if (number - 1 === said) return "before";
  return (number + 1) % 7 === said ? "after" : null;
}

/** Returns the one day that a name mentions in full; null for none or several. */
function dayNamedIn(words: string): number | null {
  const letters = words
    .slice(0, 300)
    .toLowerCase()
    .split(/[^a-záé]+/);
  const found = new Set(letters.filter((word) => word.length > 4).map((word) => names.findIndex((name) => name.test(word))));
  found.delete(-1);
  return found.size === 1 ? [...found][0]! : null;
}
