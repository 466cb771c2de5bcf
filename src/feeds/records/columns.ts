import type { Fields } from "../record.ts";
import { excerpt } from "../values/text.ts";
import { fieldOf } from "./field-names.ts";
import { withDayOfNextEvent } from "./next-event.ts";

const characteristic = ["name", "day", "time", "address", "formatted_address", "city", "types", "location", "slug"];

/** Whether these are the names of columns in a list of meetings: at least two that only such a list has. */
export function isHeader(names: readonly string[]): boolean {
  return new Set(names.map(fieldOf).filter((field) => characteristic.includes(field))).size > 1;
}

/** The records of a table, its header first, with the names of the dialect's fields. */
export function recordsOfTable([header = [], ...rows]: readonly (readonly unknown[])[]): Fields[] {
  const names = header.map((name) => (typeof name === "string" ? name : ""));
  const own = rows.filter((row) => !names.every((name, at) => row[at] === name));
  // BMLT answers in tables too, with the same fields as in its objects.
  if (names.includes("weekday_tinyint"))
    return own.map((row) => Object.fromEntries(row.slice(0, names.length).map((value, at) => [names[at] ?? "", value ?? ""])));
  const fieldNames = names.map(fieldOf);
  return own
    .map((row) => spread(recordOf(fieldNames, names, row)))
    .filter((record) => Object.keys(record).length > 0 && !isTakenOut(record));
}

/** An object under a spreadsheet's headers ("Start Time") as a record of the Meeting Guide. */
export function recordUnderHeaders(record: Fields): Fields {
  const names = Object.keys(record);
  return spread(recordOf(names.map(fieldOf), names, Object.values(record)));
}

/** An object whose keys are written in another way ("endTime", "day_of_week", "Name") as a record of the Meeting Guide; one that needs nothing is returned as it is. */
export function recordUnderKeys(record: Fields): Fields {
  const flat = withoutNests(record);
  const names = Object.keys(flat);
  const fieldNames = names.map(fieldOf);
  const isPlain = fieldNames.every((field, at) => field === names[at]);
  return withDayOfNextEvent(
    withOnlineAlone(withPhoneOfRoom(withHalfOfDay(isPlain ? flat : recordOf(fieldNames, names, Object.values(flat))))),
  );
}

/** Objects in a record that say where it meets: {"location": {"latitude": …}}. */
const nests = ["location", "venue", "place", "address", "coordinates", "geo"];

/** A record whose place is an object of its own, with that object's fields beside its own; its name is the building's. */
function withoutNests(record: Fields): Fields {
  const nested = nests.filter((key) => isNest(record[key]));
  if (nested.length === 0) return record;
  const own = Object.fromEntries(Object.entries(record).filter(([key]) => !nested.includes(key)));
  const inner = nested.flatMap((key) => Object.entries(record[key] as Fields));
  const placed = inner
    .filter(([key]) => !["id", "slug", "url", "phone", "website"].includes(key))
    .map(([key, value]) => [key === "name" ? "location" : key === "notes" ? "location_notes" : key, value] as const);
  return { ...Object.fromEntries(placed), ...own };
}

function isNest(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Of two columns for the same field the one that bears its own name counts, else the first that says something. Names that nobody knows
 * stay. Only the columns that the row has are looked at: a header of thousands over thousands of short rows would take seconds.
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

/** A spreadsheet has one Address column for the whole line (with a City column it is only the street), and one for all types. */
function spread(record: Fields): Fields {
  const { address, city, formatted_address: whole, types } = record;
  return withHalfOfDay({
    ...record,
    ...(address && !city && !whole ? { formatted_address: address, address: "" } : {}),
    ...(typeof types === "string" ? { types: types.split(/[,;]/) } : {}),
  });
}

/** "6:30" with "PM" in a column of its own. */
function withHalfOfDay(record: Fields): Fields {
  const { time, am_pm: half } = record;
  if (typeof half !== "string" || !/^\s*[ap]\.?\s?m?\.?\s*$/i.test(half)) return record;
  const bare = typeof time === "number" ? `${time}` : time;
  if (typeof bare !== "string" || !/^\s*\d{1,2}(?::\d\d){0,2}\s*$/.test(bare)) return record;
  return { ...record, time: `${bare.trim()} ${half.trim()}` };
}

/** A number beside its access code is one to join by; alone it may be somebody's. */
function withPhoneOfRoom(record: Fields): Fields {
  const { phone, access_code: code, conference_phone: own, conference_phone_notes: notes } = record;
  if (typeof phone !== "string" || code === undefined || own !== undefined) return record;
  return { ...record, conference_phone: phone, conference_phone_notes: notes ?? `Access code ${excerpt(code).slice(0, 40)}` };
}

/** "online": true beside a place without any number of a house says where its people are from, and not where to go. */
function withOnlineAlone(record: Fields): Fields {
  const { online, attendance_option: stated, address, formatted_address: whole, conference_url: url, conference_phone: phone } = record;
  const isStreet = [address, whole].some((line) => typeof line === "string" && /\d/.test(line));
  return online === true && stated === undefined && !isStreet && (url ?? phone) ? { ...record, attendance_option: "online" } : record;
}

/** NA's world services mark what no longer meets, or is not for the public. */
function isTakenOut(record: Fields): boolean {
  const says = (field: string, marks: RegExp) => typeof record[field] === "string" && marks.test(record[field]);
  return says("delete", /^(?:d|y|yes|true|1)$/i) || says("unpublished", /^(?:y|yes|true|1)$/i);
}
