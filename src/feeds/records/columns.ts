import type { Fields } from "../record.ts";

// cspell:ignore committeename

/** What people call the columns of a spreadsheet, where that is not just the Meeting Guide's field with spaces. */
const columns: Readonly<Record<string, string>> = {
  name: "meeting|meeting_name|committeename|committee_name|title|nombre",
  day: "days|day_s|day_of_week|weekday|meeting_day|meeting_days|día|dia",
  time: "start_time|start|starts|begins|meeting_time|hora",
  end_time: "end|ends|finish",
  timezone: "time_zone|tz",
  location: "location_name|venue|place|building|meeting_place",
  address: "street|street_address|address_1",
  formatted_address: "full_address|one_line_address|complete_address",
  city: "town|city_town|municipality",
  state: "st|province|state_province",
  postal_code: "zip|zip_code|postal|postcode|zip_postal_code",
  latitude: "lat",
  longitude: "lng|lon|long",
  types: "type|meeting_type|meeting_types|format|formats|codes",
  notes: "note|comment|comments|details|description|additional_info",
  group: "group_name",
  conference_url: "online_url|online_link|online_meeting_link|zoom|zoom_url|zoom_link|video_link|virtual_link|meeting_link|meeting_url",
  conference_url_notes: "zoom_id|zoom_notes|online_notes|meeting_id|passcode|zoom_password|password",
  conference_phone: "dial_in|dial_in_number|call_in|call_in_number|phone_in_number|conference_call|zoom_phone",
  attendance_option: "attendance|meeting_format|how_to_attend|venue_type",
  updated: "last_updated|last_update",
};

const fields = new Map(Object.entries(columns).flatMap(([field, names]) => names.split("|").map((name) => [name, field] as const)));
const characteristic = ["name", "day", "time", "address", "formatted_address", "city", "types", "location", "slug"];

/** Whether these are the names of columns in a list of meetings: at least two that only such a list has. */
export function isHeader(names: readonly string[]): boolean {
  return new Set(fieldsOf(names).filter((field) => characteristic.includes(field))).size > 1;
}

/** The records of a table, its header first, with the names of the dialect's fields. */
export function recordsOfTable([header = [], ...rows]: readonly (readonly unknown[])[]): Fields[] {
  const names = header.map((name) => (typeof name === "string" ? name : ""));
  const own = rows.filter((row) => !names.every((name, at) => row[at] === name));
  // BMLT answers in tables too, with the same fields as in its objects. Each row is as long as it is, however many columns the header has.
  if (names.includes("weekday_tinyint"))
    return own.map((row) => Object.fromEntries(row.slice(0, names.length).map((value, at) => [names[at] ?? "", value ?? ""])));
  const fieldNames = fieldsOf(names);
  return own.map((row) => recordOfRow(fieldNames, row)).filter((record) => Object.keys(record).length > 0 && !isTakenOut(record));
}

/** An object under a spreadsheet's headers ("Start Time") as a record of the Meeting Guide. */
export function recordUnderHeaders(record: Fields): Fields {
  return recordOfRow(fieldsOf(Object.keys(record)), Object.values(record));
}

function recordOfRow(fieldNames: readonly string[], row: readonly unknown[]): Fields {
  const record: Record<string, unknown> = {};
  for (const [index, value] of row.entries()) {
    const field = fieldNames[index] ?? "";
    // Of two columns for the same field the first that says something counts.
    if (value !== "" && field !== "" && !Object.hasOwn(record, field)) record[field] = value;
  }
  return spread(record);
}

/** Characters of a header that are read. */
const maxHeaderLength = 100;

/** The dialect's names of a header's columns. */
function fieldsOf(headers: readonly string[]): string[] {
  return headers.map((header) => {
    const words = header.slice(0, maxHeaderLength).toLowerCase();
    // Other characters in a row make one underscore, so there is at most one at each end.
    const name = words.replace(/[^\p{L}\d]+/gu, "_").replace(/^_|_$/g, "");
    return fields.get(name) ?? name;
  });
}

/** A spreadsheet has one Address column for the whole line (with a City column it is only the street), and one for all types. */
function spread(record: Fields): Fields {
  const { address, city, formatted_address: whole, types } = record;
  return {
    ...record,
    ...(address && !city && !whole ? { formatted_address: address, address: "" } : {}),
    ...(typeof types === "string" ? { types: types.split(/[,;]/) } : {}),
  };
}

/** NA's world services mark what no longer meets, or is not for the public. */
function isTakenOut(record: Fields): boolean {
  const says = (field: string, marks: RegExp) => typeof record[field] === "string" && marks.test(record[field]);
  return says("delete", /^(?:d|y|yes|true|1)$/i) || says("unpublished", /^(?:y|yes|true|1)$/i);
}
