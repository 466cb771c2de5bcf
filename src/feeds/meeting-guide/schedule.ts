// cspell:ignore medio heures minut
import type { Occurrence } from "../../meetings/meeting.ts";
import type { Reader } from "../reader.ts";
import { type DayCount, daysOf, saysMore } from "../values/days.ts";
import { hoursOf, minutesOf } from "../values/times.ts";

interface Schedule {
  occurrences: Occurrence[];
  /** Text of the day or time beyond a day and a time, or instead of them: "First Saturday", "by appointment". */
  words: string[];
  /** Time zone in words, as written next to the time: "mst", "eastern". */
  zone: string | null;
}

/** Returns when a record meets: at its listed times, or at one time on each of its days. Without a day or a time it meets by arrangement. */
export function scheduleOf(reader: Reader, count: DayCount): Schedule {
  const listed = reader.raw("day") === null && reader.raw("time") === null ? linesOf(reader.raw("times")) : [];
  if (listed.length > 0) return listedSchedule(listed, reader, count);
  const days = daysOf(reader.raw("day"), count, reader.repaired);
  const { start, length: untilEnd, zone, remark } = hoursOf(clockWords(reader, "time"), clockWords(reader, "end_time"), reader.repaired);
  const length = untilEnd ?? durationOf(reader);
  const saysTime = start === null || remark !== null;
  const said = [saysMore(reader.raw("day")) ? reader.text("day", 100) : null, saysTime ? reader.text("time", 100) : null];
  const words = said.filter((one) => one !== null);
  if (start === null) return { occurrences: [], words, zone: null };
  // "24:00" is the end of its day, and so the start of the next.
  const occurrences = days.map((day) => ({ day: (day + Math.floor(start / 1440)) % 7, start: start % 1440, length }));
  return { occurrences, words, zone };
}

/** Returns a time as sent, but without tags and entities. */
function clockWords(reader: Reader, field: string): unknown {
  const value = reader.raw(field);
  return typeof value === "string" && /[<&]/.test(value) ? reader.text(field, 100) : value;
}

/** Returns the times of one record that are listed one per line ("Monday 8:30 AM"), or in a list. */
function linesOf(value: unknown): string[] {
  const lines = typeof value === "string" ? value.slice(0, maxListed * 80).split(/[\r\n;]+/) : Array.isArray(value) ? value : [];
  return lines
    .slice(0, maxListed)
    .flatMap((line) => (typeof line === "string" ? line.slice(0, 80).trim() : []))
    .filter(Boolean);
}

/** More times than any group has in a week. */
const maxListed = 100;

/** Reads lines with days before a time; what cannot be read is kept as words. */
function listedSchedule(lines: readonly string[], reader: Reader, count: DayCount): Schedule {
  const schedule: Schedule = { occurrences: [], words: [], zone: null };
  for (const line of lines) {
    const at = line.search(/\d|\b(?:noon|midnight|medio|medianoche|midi|minuit)/i);
    const days = at < 1 ? [] : daysOf(line.slice(0, at), count, reader.repaired);
    const { start, length, zone } = hoursOf(line.slice(Math.max(at, 0)), null, reader.repaired);
    const words = start === null || days.length === 0 ? reader.plain(line, 100) : null;
    if (words !== null) schedule.words.push(words);
    if (start === null) continue;
    schedule.zone ??= zone;
    for (const day of days)
      schedule.occurrences.push({ day: (day + Math.floor(start / 1440)) % 7, start: start % 1440, length: length ?? durationOf(reader) });
  }
  return { ...schedule, occurrences: uniqueTimes(schedule.occurrences) };
}

/** Returns each day and time once, sorted. */
function uniqueTimes(occurrences: readonly Occurrence[]): Occurrence[] {
  const unique = new Map(occurrences.map((occurrence) => [occurrence.day * 1440 + occurrence.start, occurrence]));
  return [...unique].sort(([a], [b]) => a - b).map(([, occurrence]) => occurrence);
}

const hours = String.raw`(?:(\d{1,2}(?:[.,]\d{1,2})?) ?(?:h|hrs?|hours?|horas?|heures?)\.?)`;
const minutes = String.raw`(?:(\d{1,4})(?:\.0+)? ?(?:m|mins?|minut[eo]s?)?\.?)`;
const inUnits = new RegExp(`^(?:pt)?${hours}?(?: |,? and | y | et )?${minutes}?$`);
/** A bare number up to this is of hours, not of minutes. */
const maxHours = 4;

/** Parses "90", "90 min", "1:30", "1h30", "1 ½ hours" or "1.5" to minutes; null if it is not the length of a meeting. */
function durationOf(reader: Reader): number | null {
  const said = reader.word("duration")?.trim().toLowerCase() ?? "";
  const words = said.replace(/^(?:one|an?|una?|une) /, "1 ").replace(/^(\d) ?½/, "$1.5");
  if (/^\d{1,2}:\d\d(?::\d\d)?$/.test(words)) return lengthIn(minutesOf(words.slice(0, 5).replace(/:$/, ""), reader.repaired) ?? 0);
  if (/^\d(?:[.,]\d{1,2})?$/.test(words)) return Number(words[0]) <= maxHours ? lengthIn(Number(words.replace(",", ".")) * 60) : null;
  const [, inHours = "0", inMinutes = "0"] = words.match(inUnits) ?? [];
  return lengthIn(Number(inHours.replace(",", ".")) * 60 + Number(inMinutes));
}

/** Returns whole minutes, if a meeting can be that long. */
function lengthIn(length: number): number | null {
  return length > 0 && length < 1440 ? Math.round(length) : null;
}
