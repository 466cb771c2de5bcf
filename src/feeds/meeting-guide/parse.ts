import { joinOf } from "../../meetings/join.ts";
import type { Occurrence } from "../../meetings/meeting.ts";
import type { Draft, FeedSource, Read, Repair } from "../record.ts";
import { type DayCount, dayCountOf, daysOf, saysMore } from "../values/days.ts";
import { linkOf } from "../values/link.ts";
import { meetingName } from "../values/names.ts";
import { closedIn } from "../values/paused.ts";
import { withoutPersons } from "../values/privacy.ts";
import { dayStamp, type Note, short } from "../values/repair.ts";
import { markIn, plainText } from "../values/text.ts";
import { hoursOf } from "../values/times.ts";
import { zoneInWords, zoneOf } from "../values/zone.ts";
import { keyOf, uniqueKeys } from "./ids.ts";
import { type Fields, placeOf, placeOpenOf } from "./place.ts";
import { typesOf } from "./type-codes.ts";
import { notesOf, waysIn } from "./ways-to-join.ts";

type Row = Readonly<Record<string, unknown>>;

/**
 * The meetings of a feed in Meeting Guide JSON (github.com/code4recovery/spec). Only the fields named here are ever read: contacts,
 * authors, e-mail addresses, members' numbers, edit links and ways to give money stay outside.
 */
export function* parseMeetingGuide(source: FeedSource, records: readonly unknown[]): Iterable<Read> {
  const rows: Row[] = [];
  for (const [index, record] of records.entries()) {
    const reason = whyNot(record);
    if (reason === null) rows.push(record as Row);
    else yield { record: handleOf(record, index), reason };
  }
  const count = dayCountOf(rows.map((row) => ({ day: row["day"], words: `${short(row["name"])} ${short(row["slug"])}` })));
  const { keys, repairs } = keysOf(rows);
  yield { draft: null, repairs };
  for (const [index, row] of rows.entries()) {
    const repairs: Repair[] = [];
    const draft = draftOf(source, keys[index]!, count, fieldsOf(row, noter(repairs, keys[index]!)));
    yield { draft, repairs };
  }
}

function whyNot(record: unknown): string | null {
  if (typeof record !== "object" || record === null || Array.isArray(record)) return "not a record";
  const row = record as Row;
  const said = ["name", "time", "location", "formatted_address", "address", "city", "conference_url", "conference_phone"];
  return said.some((field) => plainText(row[field]) !== null) ? null : "no name, no time and no place";
}

function handleOf(record: unknown, index: number): string {
  const row = typeof record === "object" && record !== null ? (record as Row) : {};
  return plainText(row["slug"], 80) ?? plainText(row["id"], 80) ?? `#${index + 1}`;
}

const noter =
  (repairs: Repair[], record: string): Note =>
  (kind, was) =>
    repairs.push({ kind, record, was: withoutPersons(short(was)) });

/**
 * Each record's own part of its meeting's id. Repeated ones are told apart by the order of their names, days and times, since feeds
 * come in another order each time. One made of what a record says, since it brought none, is no repair.
 */
function keysOf(rows: readonly Row[]): { keys: string[]; repairs: Repair[] } {
  const repairs: Repair[] = [];
  const own = rows.map((row) => plainText(row["slug"], 400) ?? plainText(row["id"], 400));
  const keys = rows.map((row, index) => {
    const raw = own[index];
    if (typeof raw !== "string") return keyOf(saidBy(row) || `record ${index + 1}`, () => undefined);
    const key = keyOf(raw, noter(repairs, raw.slice(0, 80)));
    if (/^\d+$/.test(key) && plainText(row["slug"]) !== null) noter(repairs, key)("slug", raw);
    return key;
  });
  const unique = uniqueInOrder(keys, rows);
  for (const [index, key] of unique.entries()) if (key !== keys[index] && own[index] !== null) noter(repairs, key)("slug", keys[index]);
  return { keys: unique, repairs };
}

function uniqueInOrder(keys: readonly string[], rows: readonly Row[]): string[] {
  if (new Set(keys).size === keys.length) return [...keys];
  const said = rows.map(saidBy);
  const order = [...keys.keys()].sort((a, b) => (said[a]! < said[b]! ? -1 : said[a]! > said[b]! ? 1 : a - b));
  const unique: string[] = [];
  for (const [place, key] of uniqueKeys(order.map((index) => keys[index]!)).entries()) unique[order[place]!] = key;
  return unique;
}

const saidBy = (row: Row) =>
  ["name", "day", "time"]
    .map((field) => short(row[field]))
    .join(" ")
    .trim();

function fieldsOf(record: Row, note: Note): Fields {
  const text = (field: string, max?: number) => {
    const plain = plainText(record[field], max);
    if (plain === null) return null;
    const mark = markIn(record[field]);
    if (mark) note("text", `${field}: ${mark}`);
    const kept = withoutPersons(plain);
    // The report is kept: it must not repeat what was taken out.
    if (kept !== plain) note("privacy", field);
    return kept === "" ? null : kept;
  };
  return { record, text, note };
}

function draftOf(source: FeedSource, key: string, count: DayCount, fields: Fields): Draft {
  const { record, text, note } = fields;
  const { facts, unknown, ...types } = typesOf(source.fellowship, codesOf(record["types"], note));
  if (unknown.length > 0) note("types", unknown.join(", "));
  const place = placeOf(fields);
  const name = meetingName(text("name", 200), source, note);
  const [group, notes] = [text("group", 200), notesOf(text("notes"), text("group_notes"))];
  const { online, phone, words: ways } = waysIn(fields, facts.online ? notes : null);
  const { occurrences, words, zone } = scheduleOf(fields, count);
  const closed = facts.closedPlace ? null : closedIn(name, notes);
  if (closed !== null) note("join", closed);
  const join = joinOf({
    ...facts,
    closedPlace: facts.closedPlace || closed !== null,
    placeOpen: placeOpenOf(place),
    url: online !== null,
    phone: phone !== null,
    stated: statedOf(record["attendance_option"]),
    scheduled: occurrences.length > 0,
  });
  return {
    id: `${source.id}-${key}`,
    feed: source.id,
    program: source.program,
    name: name ?? place.name ?? group ?? place.city ?? key,
    group,
    occurrences,
    recordZone: zoneOf(record["timezone"], place.state, note) ?? (zone && zoneInWords(zone, place.state)),
    join,
    place,
    online,
    phone,
    ...types,
    notes: notesOf(...words, ...ways, notes),
    url: linkOf(record["url"], note),
    updated: dayStamp(record["updated"]),
  };
}

/** Codes come as an array, as the object PHP makes of one, or as "O, W". */
function codesOf(types: unknown, note: Note): string[] {
  if (types === null || types === undefined) return [];
  if (!Array.isArray(types) && types !== "") note("types", types);
  const found =
    typeof types === "object"
      ? Object.entries(types)
          .slice(0, 100)
          .flatMap(([key, one]) => codeOf(key, one))
      : [types];
  const words = found.flatMap((one) => plainText(one, 500) ?? []);
  return words.flatMap((code) => (/^[A-Z\d-]{1,5}( [A-Z\d-]{1,5})+$/.test(code) ? code.split(" ") : code.split(/[,;|"[\]]+/)));
}

/** One of a list; where it is an object, its code or its name; of {"O": true} the key. */
function codeOf(key: string, one: unknown): unknown[] {
  if (typeof one === "boolean") return one ? [key] : [];
  if (typeof one !== "object" || one === null) return [one];
  const { code, key: inner, name } = one as Row;
  return Array.isArray(one) ? one.slice(0, 20) : [code ?? inner ?? name];
}

interface Schedule {
  occurrences: Occurrence[];
  /** What its day or time says beyond a day and a time, or in place of them: "First Saturday", "by appointment". */
  words: string[];
  zone: string | null;
}

/** One for each of its days, all at the same time. Without a day or a time it meets by arrangement. */
function scheduleOf({ record, text, note }: Fields, count: DayCount): Schedule {
  const days = daysOf(record["day"], count, note);
  const { start, length, zone } = hoursOf(record["time"], record["end_time"], note);
  const words = [saysMore(record["day"]) && text("day", 100), start === null && text("time", 100)].filter(
    (said) => typeof said === "string",
  );
  if (start === null) return { occurrences: [], words, zone: null };
  // "24:00" is the end of its day, and so the beginning of the next.
  const occurrences = days.map((day) => ({ day: (day + Math.floor(start / 1440)) % 7, start: start % 1440, length }));
  return { occurrences, words, zone };
}

// cspell:ignore presencial
/** What spreadsheets call the ways to attend, besides the four words of the specification. */
const attendance: readonly [RegExp, "in-person" | "online" | "hybrid" | "inactive"][] = [
  [/inactive|closed|suspended|cancel|paused/, "inactive"],
  [/hybrid|both|(?:person|presencial).*(?:online|virtual|zoom|phone)|(?:online|virtual|zoom|phone).*(?:person|presencial)/, "hybrid"],
  [/person|presencial|face to face/, "in-person"],
  [/online|on-line|virtual|zoom|phone|en l[ií]nea/, "online"],
];

function statedOf(option: unknown): "in-person" | "online" | "hybrid" | "inactive" | null {
  const words = short(option).toLowerCase();
  return attendance.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
