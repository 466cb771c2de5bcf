// cspell:disable -- zones in Spanish and French
import type { Occurrence, Place } from "../../meetings/meeting.ts";
import type { ReportRepair } from "../record.ts";

/** Cache of zone names as Intl resolves them: a formatter is slow to create, and a feed names the same few zones again and again. */
const canonicalNames = new Map<string, string | null>();

/** US zones as people write them, by first letter. */
const byFirstLetter: Readonly<Record<string, string>> = {
  e: "America/New_York",
  c: "America/Chicago",
  m: "America/Denver",
  p: "America/Los_Angeles",
  a: "America/Anchorage",
  h: "Pacific/Honolulu",
};

/** Other names of zones; Windows and old Unix have their own. */
const others: readonly [RegExp, string][] = [
  [/^(?:utc|gmt|z|zulu|greenwich.*|universal.*)$/i, "Etc/UTC"],
  [/\barizona\b|^u\.?s\.? mountain standard time$|^(?:mst|mountain)\b.*\bno (?:dst|daylight)/i, "America/Phoenix"],
  [/^indiana(?: ?\(?east\)?)?$/i, "America/Indiana/Indianapolis"],
  [/^navajo$/i, "America/Denver"],
  [/^(?:ast|atlantic|sa western)(?: standard)?(?: time)?$/i, "America/Puerto_Rico"],
  [/^(?:chst|chamorro|west pacific)(?: standard)?(?: time)?$/i, "Pacific/Guam"],
  [/^hawaiian standard time$/i, "Pacific/Honolulu"],
  [/^alaskan standard time$/i, "America/Anchorage"],
  [/^aleutian standard time$/i, "America/Adak"],
  [/^(?:hora|tiempo|heure)\b.{1,12}\beste?$/i, "America/New_York"],
  [/^(?:hora|tiempo|heure)\b.{1,12}\bcent(?:ro|re|ral)$/i, "America/Chicago"],
  [/^(?:hora|tiempo|heure)\b.{1,12}\b(?:monta[nñ]as?|rocheuses)$/i, "America/Denver"],
  [/^(?:hora|tiempo|heure)\b.{1,12}\bpac[ií]fi(?:co|que)$/i, "America/Los_Angeles"],
];

/** Maximum characters read: the longest Windows zone name has about 60. */
const maxLength = 100;

/** Returns the IANA time zone that a record names, or means by "Mountain" or "MST"; null if it names none that exists. */
export function zoneOf(value: unknown, state: string | null, repaired: ReportRepair): string | null {
  if (value === null || value === undefined || value === "") return null;
  const name = typeof value === "string" ? value.slice(0, maxLength).trim().replaceAll(" ", "_") : "";
  const [iana] = name.match(/^[A-Za-z]{2,20}(?:\/[A-Za-z][\w+-]*?){1,2}(?=_?(?:\(|$))/) ?? [];
  const zone = (iana === undefined ? null : canonical(iana)) ?? zoneInWords(name, state);
  if (zone !== value) repaired("zone", value);
  return zone;
}

/**
 * Returns the zone that "mst", "eastern", "US Central" or "(UTC-06:00) Central Time" means in a state (Arizona has no daylight saving time);
 * else null.
 */
export function zoneInWords(words: string, state: string | null): string | null {
  const whole = words
    .replaceAll("_", " ")
    .replace(/^\((?:gmt|utc)[^)]*\)\s*/i, "")
    .trim();
  const other = others.find(([pattern]) => pattern.test(whole));
  if (other) return other[1];
  const said = whole.replace(/^u\.?s\.?(?:a\.?)?[ /-]+/i, "").trim();
  const names = /^(?:(?:ak|[ecmp])[sd]?t|hst|alaska|eastern|central|mountain|pacific|hawaii)(?:[ /(].*)?$|^[ecmp]st\d[ecmp]dt$/i;
  if (!names.test(said) || /\b(?:europe|america|australia|africa|asia|mexico|brazil|sa)/i.test(said)) return null;
  const first = said.charAt(0).toLowerCase();
  return first === "m" && state === "AZ" ? "America/Phoenix" : (byFirstLetter[first] ?? null);
}

const zoneWords = String.raw`\(?((?:ak|[ecmp])[sd]?t|hst|eastern|central|mountain|pacific|alaska|hawaii)(?!\p{L})(?=\s?(?:$|[^\p{L}\s]|\n|(?:time|standard|daylight|and|or|on|every|each|sharp)\b))`;
const timeWithZone = new RegExp(String.raw`(?<![\d:])(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?\s?m?\.?,?\s?${zoneWords}`, "giu");
const allTimes = new RegExp(String.raw`\b(?:all )?times? (?:(?:are|is|listed|shown|given|in|as) )*${zoneWords}`, "iu");
/** Cheap test: most texts name no zone. */
const zoneHint = /\b(?:[ecmp][sd]?t|akt|hst|eastern|central|mountain|pacific|alaska|hawaii)\b/i;

/**
 * Returns the zone that texts give beside a start time of the record ("8:15pm Central"; of several, the one beside its own), or for all times;
 * else null.
 */
export function zoneInTexts(
  texts: readonly (string | null)[],
  occurrences: readonly Occurrence[],
  { state }: Pick<Place, "state">,
): string | null {
  for (const text of texts) {
    if (text === null || !zoneHint.test(text)) continue;
    for (const [, hour, minute = "0", half, words] of text.slice(0, maxText).matchAll(timeWithZone)) {
      const start = ((Number(hour) % 12) + (half!.toLowerCase() === "p" ? 12 : 0)) * 60 + Number(minute);
      if (occurrences.some((one) => one.start === start)) return zoneInWords(words!, state);
    }
    const [, words] = text.match(allTimes) ?? [];
    if (words !== undefined) return zoneInWords(words, state);
  }
  return null;
}

const maxText = 2000;

/**
 * Returns the name as written if it is a valid zone; "america/denver" and the old "US/Mountain" become America/Denver. Null if there is no such
 * zone.
 */
function canonical(name: string): string | null {
  if (!/^[A-Za-z_]{2,20}(\/[A-Za-z0-9_+-]{1,30}){1,2}$/.test(name)) return null;
  if (canonicalNames.size > 1000) canonicalNames.clear();
  const before = canonicalNames.get(name);
  if (before !== undefined) return before;
  const now = resolved(name);
  const zone = now !== null && /^(?!US)[A-Z]/.test(name) ? name : now;
  canonicalNames.set(name, zone);
  return zone;
}

function resolved(name: string): string | null {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
