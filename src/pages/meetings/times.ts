import type { Frequency, Meeting, Occurrence } from "../../meetings/meeting.ts";
import { inZone } from "../../meetings/schedule/wall-clock.ts";
import { canonicalZone } from "../../places/zone.ts";
import type { Words } from "../../words/en.ts";

/** Times in words. */

/** By canonical name, so that spellings do not add up. */
const spokenZones = new Map<string, string>();

/** A zone as people call it: "Mountain Time". */
function sayZone(given: string): string {
  const zone = canonicalZone(given);
  if (zone === null) return given;
  const known = spokenZones.get(zone);
  if (known) return known;
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longGeneric" }).formatToParts();
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
  spokenZones.set(zone, name);
  return name;
}

/** Minutes after midnight as people say them: "7:30 pm". */
function sayClock(minutes: number, { clock }: Words): string {
  return clock(Math.floor(minutes / 60) % 24, minutes % 60);
}

/** "Tuesday, 7 to 8 pm Mountain". */
export function sayOccurrence(occurrence: Occurrence, zone: string | null, words: Words): string {
  return sayDays([occurrence], zone, words);
}

/** All the times of a meeting; days of one time together: "Tuesday and Thursday, 7 to 8 pm Mountain". */
export function sayTimes({ occurrences, zone, frequency }: Pick<Meeting, "occurrences" | "zone" | "frequency">, words: Words): string[] {
  if (occurrences.length === 0) return [words.meetings.byArrangement];
  const byTime = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const time = `${occurrence.start} ${occurrence.length}`;
    byTime.set(time, [...(byTime.get(time) ?? []), occurrence]);
  }
  return [...byTime.values()].map((together) => {
    const weeks = sayWeeks(frequency, together[0]!, words);
    return sayDays(together, zone?.name ?? null, words) + (weeks ? ` (${weeks})` : "");
  });
}

/** Times that begin and end at one hour, on one day or several. */
function sayDays(together: readonly Occurrence[], zone: string | null, words: Words): string {
  const { start, length } = together[0]!;
  const days = [...new Set(together.map(({ day }) => day))].sort();
  const begin = sayClock(start, words);
  const span = length === null ? begin : words.meetings.from(begin, sayClock(start + length, words));
  const named =
    days.length === 7
      ? words.meetings.everyDay
      : sayList(
          days.map((day) => words.days[day]!),
          words,
        );
  return `${named}${words.list.comma}${words.meetings.inZone(span, zone && sayZone(zone))}`;
}

/** "Monday", "Monday and Friday", "Monday, Tuesday and Friday". */
function sayList(items: readonly string[], { list }: Words): string {
  return items.length < 2 ? items.join("") : items.slice(0, -1).join(list.comma) + list.and + items.at(-1)!;
}

/** A moment by the reader's clock; its day is named only where it is not the meeting's own day: "8 pm your time", "Tuesday, 1 am your time". */
export function sayYourTime(at: number, zone: string, besideDay: number, words: Words): string {
  const { day, minutes } = inZone(at, zone);
  const time = words.meetings.yourTime(sayClock(minutes, words));
  return day === besideDay ? time : `${words.days[day]}${words.list.comma}${time}`;
}

/** How often it meets, where it is not simply each week: "first and third Saturday only". */
export function sayWeeks({ value, weeks, sure }: Frequency, occurrence: Occurrence | null, words: Words): string | null {
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
