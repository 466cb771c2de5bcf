import type { Occurrence } from "../../meetings/meeting.ts";
import type { Reader } from "../reader.ts";
import { type DayCount, daysOf, saysMore } from "../values/days.ts";
import { hoursOf } from "../values/times.ts";

interface Schedule {
  occurrences: Occurrence[];
  /** What the day or time says beyond a day and a time, or instead of them: "First Saturday", "by appointment". */
  words: string[];
  /** Words for a time zone that were written beside the time: "mst", "eastern". */
  zone: string | null;
}

/** When a record meets: once on each of its days, all at the same time. Without a day or a time it meets by arrangement. */
export function scheduleOf(reader: Reader, count: DayCount): Schedule {
  const days = daysOf(reader.raw("day"), count, reader.repaired);
  const { start, length, zone } = hoursOf(reader.raw("time"), reader.raw("end_time"), reader.repaired);
  const said = [saysMore(reader.raw("day")) ? reader.text("day", 100) : null, start === null ? reader.text("time", 100) : null];
  const words = said.filter((one) => one !== null);
  if (start === null) return { occurrences: [], words, zone: null };
  // "24:00" is the end of its day, and so the beginning of the next.
  const occurrences = days.map((day) => ({ day: (day + Math.floor(start / 1440)) % 7, start: start % 1440, length }));
  return { occurrences, words, zone };
}
