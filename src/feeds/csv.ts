import { parse } from "csv-parse/sync";
import { parseMeetingGuide } from "./meeting-guide.ts";
import type { FeedSource, Parsed } from "./record.ts";

/** The plain headers of the spreadsheet form, where they are not just the field's name with spaces. */
const headers: Readonly<Record<string, string>> = {
  start_time: "time",
  meeting: "name",
  meeting_name: "name",
  full_address: "formatted_address",
  one_line_address: "formatted_address",
  location_name: "location",
  venue: "location",
  zip: "postal_code",
  zip_code: "postal_code",
  time_zone: "timezone",
  meeting_types: "types",
  group_name: "group",
  last_updated: "updated",
  online_url: "conference_url",
};

/** The meetings of a spreadsheet with the Meeting Guide's columns, in words: "Monday", "6:00 PM", "Open, Wheelchair Access". */
export function parseCsv(source: FeedSource, text: string): Parsed {
  let rows: Record<string, string>[];
  try {
    rows = parse(text, {
      bom: true,
      columns: (names: string[]) => names.map(fieldOf),
      delimiter: [",", ";", "\t"],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch {
    return { meetings: [], repairs: [], refused: [{ record: "#1", reason: "not a readable spreadsheet" }] };
  }
  const records = rows.filter((row) => Object.values(row).some((value) => value !== "")).map(recordOf);
  const { meetings, repairs, refused } = parseMeetingGuide(source, records);
  return { meetings, repairs: repairs.filter((repair) => !isPlain(repair.kind, repair.was)), refused };
}

function fieldOf(header: string): string {
  const name = header
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return headers[name] ?? name;
}

/** A spreadsheet has one Address column, for the whole line; with a City column it is only the street. */
function recordOf(row: Record<string, string>): Record<string, unknown> {
  const whole = row["address"] && !row["city"] && !row["formatted_address"] ? { formatted_address: row["address"], address: "" } : {};
  return { ...row, ...whole, types: (row["types"] ?? "").split(/[,;]/) };
}

/** Days in words and twelve-hour times are how a spreadsheet is meant to be written. */
function isPlain(kind: string, was: string): boolean {
  return (kind === "day" && /^[A-Z][a-z]+day$/.test(was)) || (kind === "time" && /^\d{1,2}:\d\d [AP]M$/.test(was));
}
