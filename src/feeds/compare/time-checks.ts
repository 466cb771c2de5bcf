import type { Meeting, Occurrence } from "../../meetings/meeting.ts";
import { clockOf } from "../../places/wall-clock.ts";
import { type Check, type Compared, squash } from "./field-check.ts";

/** Checks of days and times. Only the plainest notation is parsed here: any other is shown with how it was read. */

const dayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** Formats times as "Mon 19:00–20:00, Wed 19:00"; null if there are none. */
function sayTimes({ occurrences }: Pick<Meeting, "occurrences">): string | null {
  return occurrences.map(sayTime).join(", ") || null;
}

function sayTime({ day, start, length }: Occurrence): string {
  return `${dayNames[day]} ${clockOf(start)}${length === null ? "" : `–${clockOf((start + length) % 1440)}`}`;
}

/** Parses "19:00", "7:00 PM" or "19:00:00" to minutes after midnight; null for anything else. */
function plainMinutes(said: string): number | null {
  const [, hour, minute, half] = said.match(/^(\d{1,2}):(\d\d)(?::00)? ?(?:([ap])\.?m\.?)?$/i) ?? [];
  if (hour === undefined) return null;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  return hours * 60 + Number(minute);
}

const unlike = (compared: Compared, why: string | null) => ({ kept: sayTimes(compared.meeting), why });

/** Whether the meeting's notes contain what its times could not express. */
function isInNotes(value: unknown, { meeting }: Compared): boolean {
  const said = squash(value).slice(0, 100);
  return said !== "" && squash(meeting.notes ?? "").includes(said);
}

/** Checks days given by name, or by number, where Sunday is `sunday`. */
export function dayCheck(sunday: 0 | 1): Check {
  return (value, compared) => {
    const kept = compared.meeting.occurrences;
    const said = squash(value);
    if (kept.length === 0)
      return unlike(compared, isInNotes(value, compared) ? "no set day: its words are in the notes" : "without a time there is no day");
    const days = kept.map(({ day }) => day);
    if (/^\d$/.test(said) && days.every((day) => day === (Number(said) - sunday + 7) % 7)) return null;
    const named = [
      ...new Set(
        [...said.matchAll(/\b(sun|mon|tue|wed|thu|fri|sat)/gi)].map(([name]) =>
          dayNames.findIndex((day) => day.toLowerCase() === name.toLowerCase()),
        ),
      ),
    ];
    const isEach = named.length > 0 && named.every((day) => days.includes(day));
    if (isEach && named.length === new Set(days).size && /^(?:\w+day(?:, ?| |$))+$/i.test(said)) return null;
    return unlike(compared, isEach || compared.repairs.some(({ kind }) => kind === "day") ? "read as these days" : null);
  };
}

export const startCheck: Check = (value, compared) => {
  const { occurrences } = compared.meeting;
  const start = plainMinutes(squash(value));
  if (occurrences.length === 0)
    return unlike(
      compared,
      isInNotes(value, compared) ? "no clock time: its words are in the notes" : "no clock time, or no day: by arrangement",
    );
  if (start !== null && occurrences.every((one) => one.start === start % 1440)) return null;
  return unlike(compared, compared.repairs.some(({ kind }) => kind === "time") || start === null ? "read as this time" : null);
};

export const endCheck: Check = (value, compared) => {
  const { occurrences } = compared.meeting;
  const end = plainMinutes(squash(value));
  if (occurrences.length === 0) return unlike(compared, "without a start there is no end");
  if (end !== null && occurrences.every(({ start, length }) => length !== null && (start + length) % 1440 === end % 1440)) return null;
  const isNone = occurrences.every(({ length }) => length === null);
  if (isNone) return unlike(compared, "no end: at its start, half a day off, or not readable");
  return unlike(compared, compared.repairs.some(({ kind }) => /^(?:time|end-)/.test(kind)) ? "read as this end" : null);
};

/** Checks a length given in minutes, or as "1:30", "01:30:00" or "90 min". */
export const lengthCheck: Check = (value, compared) => {
  const { occurrences } = compared.meeting;
  const said = squash(value);
  const minutes = plainMinutes(said) ?? Number(said.match(/^(\d{1,4})(?: ?m\w*)?$/)?.[1] ?? Number.NaN);
  if (occurrences.length === 0) return unlike(compared, "without a start there is no length");
  if (occurrences.every(({ length }) => length === minutes)) return null;
  if (minutes < 10 || minutes >= 720)
    return unlike(compared, "no minutes of a meeting: hours, or filled in by servers where nothing was said");
  return unlike(compared, compared.fields["end_time"] ? "its end says otherwise" : Number.isNaN(minutes) ? "read as this length" : null);
};

/** Checks the times of one record, one per line: each is kept as a time, or as words in the notes. */
export const listedCheck: Check = (value, compared) => {
  const lines = (Array.isArray(value) ? value : squash(String(value).replace(/[\r\n]+/g, ";")).split(";")).map(squash).filter(Boolean);
  const missing = lines.filter((line) => !isInNotes(line, compared));
  if (missing.length === 0) return unlike(compared, "no clock times: their words are in the notes");
  return compared.meeting.occurrences.length >= missing.length ? null : unlike(compared, "read as these times; each is kept once");
};
