import { LRUCache } from "lru-cache";

/** January to December. */
type Months = readonly [string, string, string, string, string, string, string, string, string, string, string, string];

/** The forms of a date in a language, full or partial. */
export interface DateWords {
  months: Months;
  /** "8 May 2025". */
  day(day: number, month: string, year: string): string;
  /** "May 2025". */
  month(month: string, year: string): string;
  about(date: string): string;
  orLater(year: string): string;
  /** The ten years that begin with this one. */
  decade(year: string): string;
  none: string;
}

/** Formats a date in words: "8 May 2025", "about 2022", "2022 or later", "the 2010s"; null is "no date given". */
export function sayDate(date: string | null, { date: words }: { date: DateWords }): string {
  if (date === null) return words.none;
  if (date.endsWith("X")) return words.decade(date.replace("X", "0"));
  if (date.endsWith("/..")) return words.orLater(date.slice(0, 4));
  return date.endsWith("~") ? words.about(sayCalendarDate(date.slice(0, -1), words)) : sayCalendarDate(date, words);
}

function sayCalendarDate(date: string, words: DateWords): string {
  const [year = date, month, day] = date.split("-");
  const name = month && words.months[Number(month) - 1];
  if (!name) return year;
  return day ? words.day(Number(day), name, year) : words.month(name, year);
}

/** Returns the name of a weekday; 0 is Sunday. Throws RangeError if there is none. */
export function sayDay(day: number, { days }: { days: readonly string[] }): string {
  const name = days[day];
  if (name === undefined) throw new RangeError(`There is no weekday ${day}`);
  return name;
}

/** Returns a function that names time zones in a locale, by IANA name: "Mountain Time". It caches the names, because a lookup is slow. */
export function zoneNamesIn(locale: string): (zone: string) => string {
  const names = new LRUCache<string, string>({ max: 1000, memoMethod: (zone) => readZoneName(locale, zone) });
  return (zone) => names.memo(zone);
}

function readZoneName(locale: string, zone: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "longGeneric" }).formatToParts();
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}
