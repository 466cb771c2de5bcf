// cspell:ignore medio soir
import type { ReportRepair } from "../record.ts";

/** Start of a meeting in minutes after midnight (1440 is the midnight at the end of its day), and its length in minutes. */
interface Hours {
  start: number | null;
  length: number | null;
  /** The time zone as written with the time ("mst", "eastern"), if any. */
  zone: string | null;
  /** Text in parentheses: "doors 6:30". */
  remark: string | null;
}

/** `open`: without "am" or "pm", so it may mean either. `bare`: an hour without minutes, which is not enough for a time. */
interface Clock {
  minutes: number;
  open: boolean;
  bare: boolean;
}

const day = 24 * 60;
const noon = 12 * 60;
/** Longest meeting for which an end without "am" or "pm" is moved to the evening. */
const likelyMaxLength = 6 * 60;
/** Longest meeting, unless it is an open room: an end further off is a typing error. */
const maxLength = 12 * 60;
/** Shortest length of a room that is open from morning to night. A length between these two means an end half a day off ("7 pm to 8:30 am"). */
const minOpenRoom = 14 * 60;

/** Reads the time and the end of a record; "7:00-8:30pm" holds both. Each value that is not like "19:30" is reported. */
export function hoursOf(time: unknown, end: unknown, repaired: ReportRepair): Hours {
  const { first, second, zone, remark } =
    typeof time === "string" ? rangeIn(time) : { first: time, second: null, zone: null, remark: null };
  const range = typeof first === "string" && second !== null ? readRange(first, second) : null;
  const from = range ? range[0] : startIn(first);
  const to = clockIn(end) ?? (range && range[1] !== null ? { minutes: range[1], open: false, bare: false } : null);
  if (!isPlain(time)) repaired("time", time);
  if (!isPlain(end)) repaired("time", end);
  return { start: from, length: from === null ? null : lengthOf(from, to, repaired), zone, remark };
}

/** Returns minutes after midnight for "19:30", "7:30 PM", "noon", "8p", "0730", 730 or a spreadsheet's 0.8125; null if it is not a time. */
export function minutesOf(value: unknown, repaired: ReportRepair): number | null {
  if (!isPlain(value)) repaired("time", value);
  return startIn(value);
}

function isPlain(value: unknown): boolean {
  return value === null || value === undefined || value === "" || (typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(value));
}

function startIn(value: unknown): number | null {
  const clock = clockIn(value);
  return clock === null || clock.bare ? null : clock.minutes;
}

const zoneWords =
  // eslint-disable-next-line regexp/no-super-linear-move -- at most 80 characters
  /\s*\(?\b((?:[ecmp]|ak)[sd]?t|hst|eastern|central|mountain|pacific|alaska|hawaii)\b(?: (?:standard |daylight )?time)?\)?\.?$/;

/** Phrases for a room that is open from midnight to midnight. */
const allDay = /^(?:open )?(?:24 ?(?:hours|hrs?|h)|24\/7|all day|around the clock|(?:las )?24 horas|todo el d[ií]a)\.?$/;

interface Range extends Pick<Hours, "zone" | "remark"> {
  /** The text of the start and of the end. */
  first: string;
  second: string | null;
}

function rangeIn(text: string): Range {
  const said = text
    .slice(0, 80)
    .replace(/\s+/g, " ")
    .replace(/^ ?\(([^()]*)\) ?$/, "$1")
    .trim();
  const { words, remark } = withoutRemark(said.toLowerCase());
  const zone = words.match(zoneWords)?.[1] ?? null;
  const times = words
    .replace(zoneWords, "")
    .replace(/^(?:(?:from|at|de|à|(?:a )?las?) |@ ?)/, "")
    // eslint-disable-next-line regexp/no-super-linear-move -- at most 80 characters
    .replace(/ ?(?:sharp|daily|nightly)\.?$|\s*[-–—]$/, "")
    .replace(/^(?:12\/3[01]\/1899|1\/[01]\/1900) (?=\d)/, "")
    .replace(/^(\d{4}-\d\d-\d\d)[t ](\d\d:\d\d)(:\d\d)?([+-]\d\d:?\d\d)?$/, "$2");
  if (/^\d{4}-\d\d-/.test(times)) return { first: times, second: null, zone, remark };
  if (allDay.test(times)) return { first: "00:00", second: "23:59", zone, remark };
  const ends = times.match(
    /^(.{1,16}?)\s*(?:-|–|—|\bto\b|\b(?:un)?till?\b|\bhasta(?: las?)?\b|\ba(?: las?)? (?=\d)|à (?=\d))\s*(.{1,24})$/,
  );
  return { first: ends?.[1] ?? times, second: ends?.[2] ?? null, zone, remark };
}

/** Removes parentheses from "6:30 pm (doors 6:00)" and "noon (12 pm)", unless they hold a time zone. */
function withoutRemark(said: string): { words: string; remark: string | null } {
  const [bracketed, inside] = said.match(/ ?\(([^()]{3,60})\)$/) ?? [];
  if (inside === undefined || (!/\d/.test(inside) && zoneWords.test(` ${inside}`))) return { words: said, remark: null };
  const isTime = clockIn(inside) !== null;
  return { words: said.slice(0, -bracketed!.length), remark: isTime ? null : inside };
}

/**
 * Returns the start and the end, null where unknown. A start without "am" or "pm" is the last such time before the end: "7-8:30pm", "11:30-1pm".
 */
function readRange(first: string, second: string): [number, number | null] | null {
  const [from, to] = [clockIn(first), clockIn(second)];
  if (from === null || to === null || (from.bare && to.open)) return null;
  if (!from.open) return [from.minutes, to.open ? nextAfter(from.minutes, to.minutes) : to.minutes];
  if (to.open || isOn24(second, to)) return [from.minutes, to.minutes];
  const morning = from.minutes % noon;
  return [morning + noon < to.minutes ? morning + noon : morning, to.minutes];
}

/** "06:00–22:00": if the end is on a 24-hour clock, so is the start. */
const isOn24 = (words: string, { minutes }: Clock) => minutes >= noon + 60 && /^\d\d[:.h]?\d\d$/.test(words);

/** Returns the next time that a clock shows this way ("noon to 1", "10 pm - 1"); null if the start itself shows so. */
function nextAfter(start: number, shown: number): number | null {
  const length = (shown - start + 2 * day) % noon;
  return length === 0 ? null : (start + length) % day;
}

function clockIn(value: unknown): Clock | null {
  if (Array.isArray(value)) return value.length === 1 && !Array.isArray(value[0]) ? clockIn(value[0]) : null;
  if (typeof value === "number") return numberIn(value);
  if (typeof value !== "string" || value.length > 40) return null;
  const words = spoken(value.trim().toLowerCase());
  if (/^\d{3,4}$|^\d*[.,]\d{3,}$|^0?[.,]\d{1,2}$/.test(words)) return numberIn(Number(words.replace(",", ".")), words.length);
  const [all, hour, minute, joined, half] =
    words.match(/^(\d{1,2})(?:\s?[:.;h]\s?(\d\d)|(?<=\d)(\d\d)(?=\s?[ap]))?(?::\d\d(?:\.\d+)?)?\s*(?:([ap])(?:\.?\s?m)?\.?)?$/) ?? [];
  return all === undefined ? null : clock(hour!, minute ?? joined, half);
}

/** Replaces words for parts of the day: "12:00 noon" and "mediodía" become "12:00 pm". */
function spoken(words: string): string {
  return words
    .replace(/ ?o['’]clock/, "")
    .replace(/^(?:12(?:[:.]00)? ?(?:pm )?)?\(?(?:noon|medio ?d[ií]a|midi)\)?$|^12(?:[:.]00)? ?n(?:\.|n)?$/, "12:00 pm")
    .replace(/^(?:12(?:[:.]00)? ?(?:am )?)?\(?(?:midnight|media ?noche|minuit)\)?$|^12(?:[:.]00)? (?:de|por|en) la noche$/, "12:00 am")
    .replace(/^12(?:[:.]00)? del? (?:mediod[ií]a|d[ií]a)$/, "12:00 pm")
    .replace(/ ?(?:(?:de|por|en) la (?:tarde|noche)|in the (?:evening|afternoon)|at night|du soir|de l['’]apr[eè]s-midi)$/, " pm")
    .replace(/ ?(?:(?:de|por|en) la (?:mañana|madrugada)|in the morning|du matin)$/, " am")
    .replace(/ ?(?:hrs?|hours|horas)\.?$/, "")
    .replace(/^(\d\d?) ?h(?= [ap]m$)/, "$1")
    .replace(/^(\d\d?) ?h$/, "$1:00");
}

/**
 * Reads 730 as half past seven, and a spreadsheet's fraction of a day (0.8125, or 45123.8125 with its date). Null for a bare 7, which may be
 * morning or evening, and for 0 unless it was written "0000".
 */
function numberIn(value: number, digits = 0): Clock | null {
  const part = value > 20_000 && value < 80_000 ? value % 1 : value;
  if (part > 0 && part < 1) return { minutes: Math.round(part * day) % day, open: false, bare: false };
  return Number.isInteger(value) && (value >= 100 || digits === 4)
    ? clock(String(Math.floor(value / 100)), String(value % 100), undefined)
    : null;
}

function clock(hour: string, minute: string | undefined, half: string | undefined): Clock | null {
  const [hours, minutes] = [Number(hour), Number(minute ?? 0)];
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return null;
  if (half === undefined)
    return { minutes: hours * 60 + minutes, open: hours > 0 && hours <= 12, bare: minute === undefined && hours < 13 };
  if (half === "a" ? hours > 12 : hours < 1 || hours > 23) return null;
  const twelve = hours > 12 ? hours - 12 : hours % 12;
  return { minutes: (half === "p" ? twelve + 12 : twelve) * 60 + minutes, open: false, bare: false };
}

/** Returns the minutes from start to end; an end before the start is past midnight. Null if there is no end or no plausible one. */
function lengthOf(start: number, end: Clock | null, repaired: ReportRepair): number | null {
  if (end === null || end.minutes === start) return null;
  if (isOpenRoom(start, end)) return end.minutes - start;
  const evening = end.minutes + noon - start;
  if (end.open && end.minutes < start && evening > 0 && evening <= likelyMaxLength) return evening;
  if (end.bare) return null;
  if (end.minutes < start) repaired("end-past-midnight", `${sayTime(start)}–${sayTime(end.minutes)}`);
  const length = (end.minutes - start + day) % day;
  return length <= maxLength ? length : null;
}

/** Whether the end is on the same day, and so late that it cannot be a typing error: "06:00–22:00", "00:00–23:59". */
function isOpenRoom(start: number, end: Clock): boolean {
  return !end.bare && end.minutes - start >= minOpenRoom;
}

function sayTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
