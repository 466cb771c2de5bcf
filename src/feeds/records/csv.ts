import { parse } from "csv-parse/sync";
import { parseBmlt } from "../bmlt/parse.ts";
import { parseMeetingGuide } from "../meeting-guide/parse.ts";
import type { FeedSource, Read } from "../record.ts";

// cspell:ignore committeename

/** What people call the columns, where it is not just the field's name with spaces. */
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
  const [first] = sheet.split(/[\r\n]/, 1) as [string];
  const form = { delimiter: delimiterIn(first), columns: first.split(delimiterIn(first)).length };
  const [header = [], ...rows] = rowsOf(sheet, form) ?? lineByLine(sheet, form);
  const own = rows.filter((row) => row.join() !== header.join());
  // BMLT answers in CSV too, with the same fields as in JSON.
  if (header.includes("weekday_tinyint")) {
    yield* parseBmlt(
      source,
      own.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ""]))),
    );
    return;
  }
  const records = own.map((row) => recordOf(header, row)).filter((record) => Object.keys(record).length > 0 && !isTakenOut(record));
  for (const read of parseMeetingGuide(source, records.map(asMeetingGuide))) {
    yield "reason" in read ? read : { ...read, repairs: read.repairs.filter(({ kind, was }) => !isPlain(kind, was)) };
  }
}

interface Form {
  delimiter: string;
  /** How many columns its header has. */
  columns: number;
}

/** Null where a quote is opened and closed nowhere, or only rows later, which makes one row of several. */
function rowsOf(sheet: string, { delimiter, columns }: Form, quote: string | false = '"'): string[][] | null {
  const mark = /[^,;\t|\n]\\"[^,;\t|\r\n]/.test(sheet) ? "\\" : '"';
  try {
    const options = { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true };
    const rows: string[][] = parse(sheet, { ...options, delimiter, quote, ...(quote && { escape: mark }) });
    return rows.some((row) => row.some((value) => holdsRow(value, { delimiter, columns }))) ? null : rows;
  } catch {
    return null;
  }
}

const dayOrTime = /^"?\s*(?:\d{1,2}:\d\d|\d{1,2} ?[ap]m\b|0?\.\d{2}|\p{L}{3,6}days?\b|(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\b)/iu;

/** A line with as many delimiters as a row of this sheet, and a day or time between them, is a row, and not a line of somebody's notes. */
function holdsRow(value: string, { delimiter, columns }: Form): boolean {
  if (columns < 3 || !value.includes("\n")) return false;
  const [, ...lines] = value.split(/\r?\n/);
  return lines.some((line) => {
    const cells = line.split(delimiter);
    return cells.length >= columns && cells.some((cell) => dayOrTime.test(cell));
  });
}

const mostLines = 12;

/** Row by row, so that a quote left open in one costs no other; only in its own line are the marks read as they stand. */
function lineByLine(sheet: string, form: Form): string[][] {
  const lines = sheet.split(/\r?\n|\r/);
  const rows: string[][] = [];
  for (let at = 0, count = 1; at < lines.length; at += count) {
    let read: string[][] | null = null;
    for (count = 1; read === null && count <= mostLines; count++) read = rowsOf(lines.slice(at, at + count).join("\n"), form);
    count = read === null ? 1 : count - 1;
    rows.push(...(read ?? rowsOf(lines[at]!, form, false) ?? []));
  }
  return rows;
}

/** The records of a table in JSON, its header first, by the names of the fields. */
export function columnsNamed([header = [], ...rows]: readonly (readonly unknown[])[]): Record<string, unknown>[] {
  return rows.map((row) => recordOf(header.map(String), row));
}

type Row = Record<string, string>;

/** Of two columns for the same field the first that says something counts. */
function recordOf<Value>(header: readonly string[], row: readonly Value[]): Record<string, Value> {
  const record: Record<string, Value> = {};
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

/** NA's world services mark what no longer meets, or is not for the public. */
const isTakenOut = (row: Row) => /^(?:d|y|yes|true|1)$/i.test(row["delete"] ?? "") || /^(?:y|yes|true|1)$/i.test(row["unpublished"] ?? "");

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
