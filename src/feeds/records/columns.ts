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
  return own
    .map((row) => spread(recordOf(fieldNames, names, row)))
    .filter((record) => Object.keys(record).length > 0 && !isTakenOut(record));
}

/** Converts an object with a spreadsheet's headers as keys ("Start Time") to a Meeting Guide record. */
export function recordUnderHeaders(record: Fields): Fields {
  const names = Object.keys(record);
  return spread(recordOf(names.map(fieldOf), names, Object.values(record)));
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
  for (const [at, field] of fields.entries()) put(field, row[at]);
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

/** Joins a time such as "6:30" with "PM" from a separate column. */
function withHalfOfDay(record: Fields): Fields {
  const { time, am_pm: half } = record;
  if (typeof half !== "string" || !/^\s*[ap]\.?\s?m?\.?\s*$/i.test(half)) return record;
  const bare = typeof time === "number" ? `${time}` : time;
  if (typeof bare !== "string" || !/^\s*\d{1,2}(?::\d\d){0,2}\s*$/.test(bare)) return record;
  return { ...record, time: `${bare.trim()} ${half.trim()}` };
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

/** Whether NA World Services mark the meeting as no longer held or as not public. */
function isTakenOut(record: Fields): boolean {
  const says = (field: string, marks: RegExp) => typeof record[field] === "string" && marks.test(record[field]);
  return says("delete", /^(?:d|y|yes|true|1)$/i) || says("unpublished", /^(?:y|yes|true|1)$/i);
}
