import { zoneNamesIn } from "./dates.ts";
import type { FacetName, FilterPhrases } from "./filter-phrases.ts";
import { countryName } from "./languages.ts";
import { listsIn } from "./lists.ts";
import { withCommas } from "./numbers.ts";

/** The grammar of English, from which en.ts builds its sentences. */

/** Lists without a comma before "and" or "or", as in British English. */
export const list = listsIn("en-GB");

/** "1,234". */
export const digits = withCommas;

const zoneName = zoneNamesIn("en-US");

/** Formats a count with its noun: "1 meeting", "1,234 meetings". */
export function counted(count: number, one: string, many: string): string {
  return `${digits(count)} ${count === 1 ? one : many}`;
}

/** Formats a count: "97 times a week". */
export function timesAWeek(times: number): string {
  return `${counted(times, "time", "times")} a week`;
}

/** Puts words in quotation marks. */
export function quote(words: string): string {
  return `“${words}”`;
}

/** Capitalizes the first letter. */
export function startUpper(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Keeps words on one line. */
export function noBreak(words: string): string {
  return words.replaceAll(" ", "\u00A0").replaceAll("-", "\u2011");
}

/** Formats a filter as a phrase, without capital or period: "secular or faith-based, by phone, in Montana". */
export function sayFilter({ q, facets }: FilterPhrases): string {
  const phrases = facets.toSorted((a, b) => spokenPlace(a.name) - spokenPlace(b.name)).map(({ phrases }) => list.or(phrases));
  return list.comma(q === null ? phrases : [quote(q), ...phrases]);
}

/** The place of a facet in a phrase: what kind it is comes first, where it is comes last. */
function spokenPlace(facet: FacetName): number {
  if (facet === "category" || facet === "kind") return 0;
  return facet === "state" ? 2 : 1;
}

/** Formats a time of day, in minutes after midnight: "7:30 pm", "noon". */
export function sayClock(minutes: number): string {
  const hour = Math.floor(minutes / 60) % 24;
  const minute = minutes % 60;
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? "midnight" : "noon";
  return `${hour % 12 || 12}${minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`} ${hour < 12 ? "am" : "pm"}`;
}

/** Formats times of day: "noon, 6, 8 pm". Successive times in the same half of the day have "am" or "pm" only at the end. */
export function sayClocks(starts: readonly number[]): string {
  const times = starts.map(sayClock);
  const half = (time: string | undefined) => time?.match(/ [ap]m$/)?.[0];
  return times
    .map((time, at) => (half(time) && half(time) === half(times[at + 1]) ? time.slice(0, -" am".length) : noBreak(time)))
    .join(", ");
}

/** Formats the time from start to end: "7 to 8 pm", "11 am to 1 pm". */
export function saySpan(start: number, end: number): string {
  const [from, to] = [sayClock(start), sayClock(end)];
  const half = from.match(/ [ap]m$/)?.[0];
  return `${half !== undefined && to.endsWith(half) ? from.slice(0, -half.length) : from} to ${to}`;
}

/** Usual names of zones whose official name is long, or could be mistaken for that of a zone with daylight saving time. */
const plainZones: Readonly<Record<string, string>> = {
  "Mountain Standard": "Arizona",
  "Hawaii-Aleutian Standard": "Hawaii",
  "Hawaii-Aleutian": "Aleutian",
  "Atlantic Standard": "Atlantic",
  "Chamorro Standard": "Guam",
  "American Samoa Standard": "Samoa",
};

/** Returns the name of a zone, to follow a time: "Mountain". */
export function sayZone(zone: string): string {
  const name = zoneName(zone).replace(/ Time$/, "");
  return plainZones[name] ?? name;
}

/** Formats a number of days a week: "every day", "on 5 days". */
export function onDays(days: number): string {
  return days === 7 ? "every day" : `on ${counted(days, "day", "days")}`;
}

/** Formats a distance: "nearby", "1 mile", "12 miles". */
export function sayMiles(miles: number): string {
  return miles < 1 ? "nearby" : noBreak(counted(Math.round(miles), "mile", "miles"));
}

/** Returns the name of a county with its word: "Flathead County". Maps omit the word in a state that calls all of its counties so. */
export function nameCounty(name: string, state: string): string {
  const isNamed = /(Parish|Borough|Municipality|Area|County|\(city\))$|^City of /.test(name) || ["LA", "AK", "DC"].includes(state);
  return isNamed ? name : `${name} County`;
}

/** Formats what to key in once a call is answered: "then 850 1126 9892 #, code 040728 #, extension 12". */
export function keyIn(codes: readonly string[], extension: string | null): string {
  const parts = codes.map((code, at) => `${at === 0 ? "then" : "code"} ${code} #`);
  return list.comma(extension === null ? parts : [...parts, `extension ${extension}`]);
}

/** Formats a number in another country, given by its code: "+44 20 3481 5237 (United Kingdom)". */
export function abroad(number: string, country: string): string {
  return `${number} (${countryName(country, "en")})`;
}
