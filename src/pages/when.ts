import type { MeetingCard } from "../meetings/card.ts";
import type { Frequency, Occurrence } from "../meetings/meeting.ts";
import { inZone } from "../meetings/zones.ts";
import type { Words } from "../words/en.ts";

/** Times in words. */

const zoneNames = new Map<string, string>();

/** A zone as people call it: "Mountain Time". */
function sayZone(zone: string): string {
  const known = zoneNames.get(zone);
  if (known) return known;
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longGeneric" }).formatToParts();
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
  zoneNames.set(zone, name);
  return name;
}

/** Minutes after midnight as people say them: "7:30 pm". */
function sayClock(minutes: number, { clock }: Words): string {
  return clock(Math.floor(minutes / 60) % 24, minutes % 60);
}

/** "Tuesday, 7 pm to 8 pm, Mountain Time". */
export function sayOccurrence({ day, start, length }: Occurrence, zone: string | null, words: Words): string {
  const begin = sayClock(start, words);
  const span = length === null ? begin : words.meetings.from(begin, sayClock(start + length, words));
  return [words.days[day], span, zone ? sayZone(zone) : words.meetings.noZone].join(words.list.comma);
}

/** A moment on the reader's own clock: "Tuesday, 8 pm your time". */
export function sayYourTime(at: number, zone: string, words: Words): string {
  const { day, minutes } = inZone(at, zone);
  return `${words.days[day]}${words.list.comma}${words.meetings.yourTime(sayClock(minutes, words))}`;
}

/** How often it meets, where it is not simply each week: "first and third Saturday only". */
export function sayWeeks({ value, weeks, sure }: Frequency, occurrence: MeetingCard["occurrence"], words: Words): string | null {
  if (!sure) return words.meetings.seeNote;
  if (weeks.length === 0 && value === "monthly") return words.meetings.monthly;
  if (weeks.length === 0 || !occurrence) return null;
  const said = weeks.map((week) => words.meetings.weeks[week]!);
  return words.meetings.onlyWeeks(sayAll(said, words), words.days[occurrence.day]!);
}

/** "First, third and fifth". */
function sayAll(all: readonly string[], { list }: Words): string {
  return [all.slice(0, -1).join(list.comma), all.at(-1)].filter(Boolean).join(list.and);
}
