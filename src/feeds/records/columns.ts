import { type Fields, isObject } from "../record.ts";
import { excerpt } from "../values/text.ts";
import { fieldOf } from "./field-names.ts";
import { withDayOfNextEvent } from "./next-event.ts";

const characteristic = ["name", "day", "time", "address", "formatted_address", "city", "types", "location", "slug"];

/** Whether these are the column names of a list of meetings: at least two are characteristic of one. */
export function isHeader(names: readonly string[]): boolean {
  return new Set(names.map(fieldOf).filter((field) => characteristic.includes(field))).size > 1;
}

/** Returns the records of a table, header first, with the field names of their dialect. */
export function recordsOfTable([header = [], ...rows]: readonly (readonly unknown[])[]): Fields[] {
  const names = header.map((name) => (typeof name === "string" ? name : ""));
  const own = rows.filter((row) => !names.every((name, at) => row[at] === name));
  // BMLT sends tables too, with the same fields as in its JSON objects.
  if (names.includes("weekday_tinyint"))
    return own.map((row) => Object.fromEntries(row.slice(0, names.length).map((value, at) => [names[at] ?? "", value ?? ""])));
  const fieldNames = names.map(fieldOf);
  return own.map((row) => spread(recordOf(fieldNames, names, row))).filter((record) => Object.keys(record).length > 0);
}

/** Converts an object with a spreadsheet's headers as keys ("Start Time") to a Meeting Guide record. */
export function recordUnderHeaders(record: Fields): Fields {
  const flat = withoutNests(record);
  const names = Object.keys(flat);
  return spread(recordOf(names.map(fieldOf), names, Object.values(flat)));
}

/** Converts an object with other spellings of the keys ("endTime", "day_of_week", "Name") to a Meeting Guide record. */
export function recordUnderKeys(record: Fields): Fields {
  const flat = withoutNests(record);
  const names = Object.keys(flat);
  const fieldNames = names.map(fieldOf);
  const isPlain = fieldNames.every((field, at) => field === names[at]);
  return withDayOfNextEvent(
    withOnlineAlone(withPhoneOfRoom(withHalfOfDay(isPlain ? flat : recordOf(fieldNames, names, Object.values(flat))))),
  );
}

/** Keys of nested objects that say where it meets: {"location": {"latitude": …}}. */
const nests = ["location", "venue", "place", "address", "coordinates", "geo"];

/** Merges the fields of nested place objects into the record, whose own fields win. The place's name becomes `location`. */
function withoutNests(record: Fields): Fields {
  const nested = nests.filter((key) => isObject(record[key]));
  if (nested.length === 0) return record;
  const own = Object.fromEntries(Object.entries(record).filter(([key]) => !nested.includes(key)));
  const inner = nested.flatMap((key) => Object.entries(record[key] as Fields));
  const placed = inner
    .filter(([key]) => !["id", "slug", "url", "phone", "website"].includes(key))
    .map(([key, value]) => [key === "name" ? "location" : key === "notes" ? "location_notes" : key, value] as const);
  return { ...Object.fromEntries(placed), ...own };
}

/** Joins what columns say about a room, with their names where those tell what it is: "Zoom ID: 850 1126 9892", "Passcode: calm". */
function joinWords(columns: readonly (readonly [name: string, value: unknown])[]): string {
  const isId = (value: unknown) => /^\d[\d -]{7,14}$/.test(`${value}`);
  const isWord = (value: unknown) => columns.length > 1 && /^\S{1,20}$/.test(`${value}`);
  return columns.map(([name, value]) => (isId(value) || isWord(value) ? `${name.replaceAll("_", " ")}: ${value}` : value)).join("\n");
}

/**
 * Builds a record from a row. Of two nonempty columns for one field, the one with the field's exact name wins, else the first. Unknown names
 * are kept. Only as many columns as the row has are read: a header of thousands over thousands of short rows would take seconds.
 */
function recordOf(fieldNames: readonly string[], names: readonly string[], row: readonly unknown[]): Fields {
  const record: Record<string, unknown> = {};
  const put = (field: string, value: unknown) => {
    const says = value !== "" && value !== undefined && value !== null;
    if (says && field !== "" && field !== "__proto__" && !Object.hasOwn(record, field)) record[field] = value;
  };
  const fields = fieldNames.slice(0, row.length);
  for (const [at, field] of fields.entries()) if (field === names[at]) put(field, row[at]);
  const ofRoom: [string, unknown][] = [];
  for (const [at, field] of fields.entries()) {
    const isOfRoom = field === "conference_url_notes" && /^(?:string|number)$/.test(typeof row[at]) && row[at] !== "";
    if (isOfRoom) ofRoom.push([names[at]!, row[at]]);
    else put(field, row[at]);
  }
  if (ofRoom.length > 0) record["conference_url_notes"] = joinWords(ofRoom);
  return record;
}

/** Adapts a spreadsheet row: without a City column, Address is the full address and not only the street, and one cell holds all types. */
function spread(record: Fields): Fields {
  const { address, city, formatted_address: whole, types } = record;
  return withHalfOfDay({
    ...record,
    ...(address && !city && !whole ? { formatted_address: address, address: "" } : {}),
    ...(typeof types === "string" ? { types: types.split(/[,;]/) } : {}),
  });
}

/** Joins a time such as "6:30" or "6:30-7:30" with "PM" from a separate column. */
function withHalfOfDay(record: Fields): Fields {
  const { time, am_pm: half } = record;
  if (typeof half !== "string") return record;
  const known = halfOf(half.trim());
  const bare = typeof time === "number" ? `${time}` : time;
  if (known === null || typeof bare !== "string") return record;
  const [, start, end] = bare.trim().match(/^(\d{1,2}(?::\d\d){0,2})(\s*[-–]\s*\d{1,2}(?::\d\d)?)?$/) ?? [];
  return start === undefined ? record : { ...record, time: `${start} ${known}${end ?? ""}` };
}

/** "AM", "p.m.", and words for them. */
function halfOf(half: string): string | null {
  if (/^(?:[ap]\.?\s?m?\.?|noon|midnight)$/i.test(half)) return half;
  return /^morning$/i.test(half) ? "AM" : /^(?:afternoon|evening)$/i.test(half) ? "PM" : null;
}

/** Takes a phone number beside an access code for a conference line. Without a code it may be a person's. */
function withPhoneOfRoom(record: Fields): Fields {
  const { phone, access_code: code, conference_phone: own, conference_phone_notes: notes } = record;
  if (typeof phone !== "string" || code === undefined || own !== undefined) return record;
  return { ...record, conference_phone: phone, conference_phone_notes: notes ?? `Access code ${excerpt(code).slice(0, 40)}` };
}

/** With "online": true, a way to join and no house number, a place is where people are from, not where to go: marks it as online. */
function withOnlineAlone(record: Fields): Fields {
  const { online, attendance_option: stated, address, formatted_address: whole, conference_url: url, conference_phone: phone } = record;
  const isStreet = [address, whole].some((line) => typeof line === "string" && /\d/.test(line));
  return online === true && stated === undefined && !isStreet && (url ?? phone) ? { ...record, attendance_option: "online" } : record;
}
