import type { Frequency, Meeting, Occurrence } from "../../meetings/meeting.ts";
import { inZone } from "../../places/wall-clock.ts";
import { sayDay } from "../../words/dates.ts";
import type { Words } from "../../words/words.ts";

/** Times in words. */

/** "Tuesday, 7 to 8 pm Mountain". */
export function sayOccurrence(occurrence: Occurrence, zone: string | null, words: Words): string {
  return sayDays([occurrence], zone, words);
}

/** Returns all times of a meeting, with days of the same time together: "Tuesday and Thursday, 7 to 8 pm Mountain". */
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

/** In minutes: a meeting has just begun until this long after its start. */
const justBegun = 10;
const soon = 60;

/** Returns "Starts in 12 minutes" or "began 25 minutes ago". Null if it has just begun, or begins more than an hour from now. */
export function sayHowSoon(startsAt: number, now: number, { meetings }: Words): string | null {
  const minutes = Math.ceil((startsAt - now) / 60_000);
  if (minutes > soon || (minutes <= 0 && -minutes <= justBegun)) return null;
  return minutes > 0 ? meetings.startsIn(minutes) : meetings.began(-minutes);
}

/** The times of one weekday: "Sun noon, 6, 8 pm". Those that come next are separate, so that they can be highlighted. */
export interface DayOfTimes {
  before: string | null;
  next: string | null;
  after: string | null;
}

/** Returns the times of a week, day by day, beginning with the day of those that come next, for which `isNext` is true. */
export function sayWeek(times: readonly Occurrence[], isNext: (time: Occurrence) => boolean, words: Words): DayOfTimes[] {
  const first = times.find(isNext)?.day ?? 0;
  const days = [...Map.groupBy(times, ({ day }) => (day - first + 7) % 7)].sort(([a], [b]) => a - b);
  return days.map(([, ofDay]) => sayDayOfTimes(ofDay, isNext, words));
}

function sayDayOfTimes(times: readonly Occurrence[], isNext: (time: Occurrence) => boolean, words: Words): DayOfTimes {
  const from = times.findIndex(isNext);
  const [to, day] = [times.findLastIndex(isNext) + 1, words.shortDays[times[0]!.day]!];
  const say = (some: readonly Occurrence[]) => (some.length === 0 ? null : words.clocks(some.map(({ start }) => start)));
  if (from < 0) return { before: `${day} ${say(times)}`, next: null, after: null };
  const [before, next, after] = [say(times.slice(0, from)), say(times.slice(from, to)), say(times.slice(to))];
  return { before: before && `${day} ${before},`, next: before ? next : `${day} ${next}`, after };
}

/** Says times of the same start and length, on one day or several. */
function sayDays(together: readonly Occurrence[], zone: string | null, words: Words): string {
  const { start, length } = together[0]!;
  const days = [...new Set(together.map(({ day }) => day))].sort();
  const time = length === null ? words.clock(start) : words.span(start, start + length);
  const named = days.length === 7 ? words.meetings.everyDay : words.list.and(days.map((day) => sayDay(day, words)));
  return words.meetings.when(named, words.meetings.inZone(time, zone));
}

/** Says a moment by the reader's clock, with its day only if it is not the meeting's: "8 pm your time", "Tuesday, 1 am your time". */
export function sayYourTime(at: number, zone: string, besideDay: number, words: Words): string {
  const { day, minutes } = inZone(at, zone);
  const time = words.meetings.yourTime(words.clock(minutes));
  return day === besideDay ? time : words.meetings.when(sayDay(day, words), time);
}

/** Says how often it meets, if not simply every week: "first and third Saturday only". */
export function sayWeeks({ value, weeks, sure }: Frequency, occurrence: Occurrence | null, words: Words): string | null {
  const { meetings, list } = words;
  if (!sure) return meetings.seeNote;
  if (weeks.length === 0 && value === "monthly") return meetings.monthly;
  if (weeks.length === 0 || !occurrence) return null;
  return meetings.onlyWeeks(list.and(weeks.map((week) => meetings.weeks[week])), sayDay(occurrence.day, words));
}
