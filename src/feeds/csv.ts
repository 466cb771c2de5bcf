import { parse } from "csv-parse/sync";
import { parseMeetingGuide } from "./meeting-guide.ts";
import type { FeedSource, Read } from "./record.ts";

/** What people call the columns, where it is not just the field's name with spaces. */
const columns: Readonly<Record<string, string>> = {
  name: "meeting|meeting_name|title|nombre",
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
  updated: "last_updated|last_update",
};

const fields = new Map(Object.entries(columns).flatMap(([field, names]) => names.split("|").map((name) => [name, field] as const)));
const telling = ["name", "day", "time", "address", "formatted_address", "city", "types", "location", "slug"];

/** The text from its header on; null where none of its first lines names columns that a list of meetings has. */
export function sheetIn(content: string): string | null {
  if (/^[[{]/.test(content)) return null;
  let rest = content;
  for (let line = 0; line < 12 && rest !== ""; line++) {
    const header = rest.split(/[\r\n]/, 1)[0]!;
    const known = header.split(delimiterIn(header)).filter((name) => telling.includes(fieldOf(name)));
    if (new Set(known).size > 1) return rest;
    rest = rest.slice(header.length).replace(/^\s+/, "");
  }
  return null;
}

/** Excel writes semicolons in many countries, and tabs in its own text. */
function delimiterIn(header: string): string {
  const counts = [",", ";", "\t", "|"].map((mark) => ({ mark, count: header.split(mark).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).mark;
}

/** The meetings of a spreadsheet with the Meeting Guide's columns, in words: "Monday", "6:00 PM", "Open, Wheelchair Access". */
export function* parseCsv(source: FeedSource, content: string): Iterable<Read> {
  const sheet = sheetIn(content) ?? content;
  const [header = [], ...rows] = rowsOf(sheet, '"') ?? rowsOf(sheet, false) ?? [];
  const records = rows.map((row) => recordOf(header, row)).filter((record) => Object.keys(record).length > 0);
  for (const read of parseMeetingGuide(source, records.map(asMeetingGuide))) {
    yield "reason" in read ? read : { ...read, repairs: read.repairs.filter(({ kind, was }) => !isPlain(kind, was)) };
  }
}

/** Null where a quote is opened and never closed: the marks are then read as they stand. */
function rowsOf(sheet: string, quote: string | false): string[][] | null {
  const delimiter = delimiterIn(sheet.split(/[\r\n]/, 1)[0]!);
  try {
    return parse(sheet, { bom: true, delimiter, quote, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true });
  } catch {
    return null;
  }
}

type Row = Record<string, string>;

/** Of two columns for the same field the first that says something counts. */
function recordOf(header: readonly string[], row: readonly string[]): Row {
  const record: Row = {};
  for (const [index, value] of row.entries()) {
    const field = fieldOf(header[index] ?? "");
    if (value !== "" && field !== "" && !Object.hasOwn(record, field)) record[field] = value;
  }
  return record;
}

function fieldOf(header: string): string {
  const name = header
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, "_")
    .replace(/^_+|_+$/g, "");
  return fields.get(name) ?? name;
}

/** A spreadsheet has one Address column, for the whole line; with a City column it is only the street. All its values are text. */
function asMeetingGuide(row: Row): Record<string, unknown> {
  const { address, city, formatted_address: whole, latitude, longitude, types = "" } = row;
  const line = address && !city && !whole ? { formatted_address: address, address: "" } : {};
  const degrees = (text: string | undefined) => (text !== undefined && /^-?\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : text);
  return { ...row, ...line, latitude: degrees(latitude), longitude: degrees(longitude), types: types.split(/[,;]/) };
}

/** Days in words and twelve-hour times are how a spreadsheet is meant to be written. */
function isPlain(kind: string, was: string): boolean {
  return (kind === "day" && /^[A-Z][a-z]+day$/.test(was)) || (kind === "time" && /^\d{1,2}:\d\d [AP]M$/.test(was));
}
