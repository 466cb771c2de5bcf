import { describeWrongContent, errorIn } from "../fetch/not-a-feed.ts";
import { type Fields, isObject, type Repair } from "../record.ts";
import { isHeader, recordsOfTable, recordUnderHeaders, recordUnderKeys } from "./columns.ts";
import { readRows, sheetIn } from "./csv.ts";
import { dialectOf, isRecord } from "./dialect.ts";
import { googleTableIn } from "./google-table.ts";
import { calendarRecords, isCalendar } from "./icalendar.ts";
import { isTooMuch } from "./memory.ts";
import { saysMorePages } from "./more-pages.ts";
import { tribeRecordsIn } from "./tribe-events.ts";
import { parseLooseJson, unwrapJson } from "./unwrap.ts";

/** What holds a feed's records: JSON objects, a spreadsheet in JSON (rows under a header, or objects keyed by it), or CSV. */
export type Container = "json" | "json-table" | "csv";

/** A feed's records as sent, with the field names of their dialect. */
export interface FoundRecords {
  container: Container;
  records: readonly unknown[];
  /** The formats that BMLT sends along on request; null if there are none. */
  formats: readonly unknown[] | null;
  /** What had to be repaired in the container itself. */
  repairs: readonly Repair[];
  /** The field that marks this as one page of several: "offset"; null if there is none. */
  morePages: string | null;
}

type Problem = { problem: string };

/** Finds the records in what a feed sent, or describes in a sentence what was sent instead. `expected` is null if any container will do. */
export function readRecords(sent: string, expected: "json" | "csv" | null): FoundRecords | Problem {
  const content = sent.replace(/^\uFEFF/, "").trim();
  if (content === "") return { problem: "The feed is empty: not even an empty list was sent." };
  const { text, was } = unwrapJson(content);
  const page = describeWrongContent(text);
  if (page !== null) return { problem: `The feed holds ${page} in place of meetings. Check its address, or ask whoever keeps it.` };
  if (expected !== "csv" && isCalendar(text))
    return { container: "json", records: calendarRecords(text), formats: null, repairs: was.map(repairOf), morePages: null };
  const sheet = expected === "json" ? null : sheetIn(text);
  if (isTooMuch(text, sheet !== null))
    return { problem: "The feed holds more values than fit into the memory. Ask whoever keeps it to split it into several." };
  if (sheet !== null)
    return { container: "csv", records: recordsOfTable(readRows(sheet)), formats: null, repairs: was.map(repairOf), morePages: null };
  if (expected === "csv")
    return { problem: "The feed is no spreadsheet of meetings: none of its first lines names columns such as Day, Time and Name." };
  return readJson(text, was);
}

function readJson(text: string, unwrapped: readonly string[]): FoundRecords | Problem {
  const parsed = parseLooseJson(text);
  if ("problem" in parsed) return { problem: `The feed is not valid JSON. ${capitalized(parsed.problem)}.` };
  const { value, was } = parsed;
  const beside = { formats: formatsIn(value), repairs: [...unwrapped, ...was].map(repairOf), morePages: saysMorePages(value) };
  const table = googleTableIn(value) ?? tableIn(value);
  if (table !== null) return { container: "json-table", records: recordsOfTable(table), ...beside };
  const list = tribeRecordsIn(value) ?? listIn(value);
  if (list !== null) return { ...namedByFields(list.map(fieldsIn)), ...beside };
  const error = errorIn(value);
  if (error !== null) return { problem: `The feed answers with an error in place of meetings: “${error}”.` };
  return { problem: "The feed is valid JSON but holds no list of meetings. Check that its address is the one of the meetings." };
}

const capitalized = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const repairOf = (was: string): Repair => ({ kind: "json", record: "the feed", was });

/** Returns the rows under a header, as Google Sheets sends them: {"values": [["Name", "Day"], …]}; null if the value has none. */
function tableIn(value: unknown): unknown[][] | null {
  const rows: unknown = isObject(value) ? value["values"] : value;
  if (!Array.isArray(rows) || rows.length < 2 || !rows.every(Array.isArray)) return null;
  const [header = []]: unknown[][] = rows;
  return header.length > 1 && header.every((cell) => typeof cell === "string") ? rows : null;
}

/** Where others nest a record's own fields: Airtable, GeoJSON, WordPress, Strapi and CouchDB. */
const nests = ["fields", "properties", "acf", "attributes", "doc"];

function fieldsIn(record: unknown): unknown {
  if (!isObject(record) || isRecord(record)) return record;
  const fields = nests.map((nest) => record[nest]).find(isObject);
  if (fields === undefined) return record;
  const { coordinates } = isObject(record["geometry"]) ? record["geometry"] : {};
  const [longitude, latitude] = Array.isArray(coordinates) ? coordinates : [];
  return { id: record["id"], longitude, latitude, ...fields };
}

/**
 * Gives Meeting Guide records their standard field names: a spreadsheet converted to objects keeps its headers ("Start Time"), programs write
 * "startTime". BMLT's records are left as they are.
 */
function namedByFields(records: readonly unknown[]): Pick<FoundRecords, "container" | "records"> {
  const dialect = dialectOf(records);
  if (dialect === "bmlt" || !records.some(isObject)) return { container: "json", records };
  const named = (name: (record: Fields) => Fields) => records.map((record) => (isObject(record) ? name(record) : record));
  return dialect === null
    ? { container: "json-table", records: named(recordUnderHeaders) }
    : { container: "json", records: named(recordUnderKeys) };
}

/** Returns the list itself, or the one under a usual name, a few levels down at most, or records keyed by name or number, or a single one. */
function listIn(value: unknown, levels = 3): unknown[] | null {
  if (Array.isArray(value)) return value.length > 0 && value.every(Array.isArray) ? value.flat() : value;
  if (!isObject(value)) return null;
  const named = ["meetings", "data", "results", "items", "records", "features", "list", "rows", "_embedded"].map((key) =>
    levels > 1 ? listIn(value[key], levels - 1) : null,
  );
  const found = named.find((list) => list !== null);
  if (found) return found;
  if (isRecord(value)) return [value];
  const entries = Object.values(value);
  // {"sheet1": […]}
  const sheet = entries.find((entry) => Array.isArray(entry) && isObject(entry[0]) && isHeader(Object.keys(entry[0])));
  if (Array.isArray(sheet)) return sheet;
  const keyed =
    entries.length > 0 && (entries.every(isRecord) || (entries.every(isObject) && Object.keys(value).every((key) => /^\d+$/.test(key))));
  return keyed ? entries : null;
}

function formatsIn(value: unknown): unknown[] | null {
  const formats = isObject(value) ? value["formats"] : null;
  return Array.isArray(formats) && formats.length > 0 ? formats : null;
}
