import { errorIn, nameOfPage } from "../fetch/not-a-feed.ts";
import type { Repair } from "../record.ts";
import { columnsNamed, sheetIn } from "./csv.ts";
import { parseLoosely, peel } from "./unwrap.ts";

/** From what a stranger sent to a list of records whose shape is known; or a sentence that says what was sent instead. */

type Records =
  | {
      shape: "meeting-guide" | "bmlt";
      /** As they came. */
      records: unknown[];
      /** BMLT sends the formats that its records name beside them, if asked. */
      formats?: unknown[];
      repairs?: Repair[];
    }
  | {
      shape: "csv";
      /** From its header on. */
      text: string;
    }
  | { problem: string };

type JsonShape = "meeting-guide" | "bmlt" | "auto";

/** Finds the records in a feed. "auto" finds their shape too; another shape is what the operator says it is. */
export function readRecords(sent: string, shape: JsonShape | "csv"): Records {
  const content = sent.replace(/^\uFEFF/, "").trim();
  if (content === "") return { problem: "The feed is empty: not even an empty list was sent." };
  const { text, was } = peel(content);
  const page = nameOfPage(text);
  if (page !== null) return { problem: `The feed holds ${page} in place of meetings. Check its address, or ask whoever keeps it.` };
  const sheet = shape === "csv" || shape === "auto" ? sheetIn(text) : null;
  if (sheet !== null) return { shape: "csv", text: sheet };
  if (shape === "csv")
    return { problem: "The feed is no spreadsheet of meetings: none of its first lines names columns such as Day, Time and Name." };
  return readJson(text, shape, was);
}

function readJson(text: string, shape: JsonShape, peeled: readonly string[]): Records {
  const parsed = parseLoosely(text);
  if ("problem" in parsed) return { problem: `The feed is not valid JSON. ${capital(parsed.problem)}.` };
  const table = tableIn(parsed.value);
  const records = table === null ? listIn(parsed.value)?.map(inner) : columnsNamed(table);
  if (records) return judge(records, shape, formatsIn(parsed.value), [...peeled, ...parsed.was].map(repairOf));
  const error = errorIn(parsed.value);
  if (error !== null) return { problem: `The feed answers with an error in place of meetings: “${error}”.` };
  return { problem: "The feed is valid JSON but holds no list of meetings. Check that its address is the one of the meetings." };
}

/** Rows under a header, as Google's spreadsheets answer: {"values": [["Name", "Day"], …]}. */
function tableIn(value: unknown): unknown[][] | null {
  const rows = isObject(value) ? value["values"] : value;
  if (!Array.isArray(rows) || rows.length < 2 || !rows.every(Array.isArray)) return null;
  return rows[0]!.length > 1 && rows[0]!.every((cell: unknown) => typeof cell === "string") ? rows : null;
}

/** Airtable keeps a record's fields under "fields", GeoJSON under "properties". */
function inner(record: unknown): unknown {
  if (!isObject(record) || isRecord(record)) return record;
  const fields = isObject(record["fields"]) ? record["fields"] : record["properties"];
  if (!isObject(fields)) return record;
  const { coordinates } = isObject(record["geometry"]) ? record["geometry"] : {};
  const [longitude, latitude] = Array.isArray(coordinates) ? coordinates : [];
  return { id: record["id"], longitude, latitude, ...fields };
}

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const repairOf = (was: string): Repair => ({ kind: "json", record: "the feed", was });

/** The list itself, or the one under a name that feeds use, at most a few levels down; records by their names or numbers; or a record alone. */
function listIn(value: unknown, levels = 3): unknown[] | null {
  if (Array.isArray(value)) return value.length > 0 && value.every(Array.isArray) ? value.flat() : value;
  if (!isObject(value)) return null;
  const named = ["meetings", "data", "results", "items", "records", "features"].map((key) =>
    levels > 1 ? listIn(value[key], levels - 1) : null,
  );
  const found = named.find((list) => list !== null);
  if (found) return found;
  if (isRecord(value)) return [value];
  const entries = Object.values(value);
  const keyed =
    entries.length > 0 && (entries.every(isRecord) || (entries.every(isObject) && Object.keys(value).every((key) => /^\d+$/.test(key))));
  return keyed ? entries : null;
}

/** Has enough of a meeting's fields to be one, which an answer with an error has not. */
function isRecord(value: unknown): boolean {
  return isObject(value) && [bmltKeys, meetingGuideKeys].some((keys) => keys.filter((key) => key in value).length >= 3);
}

function formatsIn(value: unknown): unknown[] | undefined {
  const formats = isObject(value) ? value["formats"] : undefined;
  return Array.isArray(formats) && formats.length > 0 ? formats : undefined;
}

function judge(given: unknown[], shape: JsonShape, formats: unknown[] | undefined, repairs: Repair[]): Records {
  // A spreadsheet made into JSON keeps its headers: "Name", "Start Time".
  const records =
    shapeOf(given) === null
      ? given.map((record) => (isObject(record) ? columnsNamed([Object.keys(record), Object.values(record)])[0] : record))
      : given;
  const found = shapeOf(records);
  if (shape !== "auto" && found !== null && found !== shape)
    return { problem: `The feed's shape is set to ${shape}, but its records are ${found}. Set its shape to ${found}, or to auto.` };
  const known = shape === "auto" ? (found ?? "meeting-guide") : shape;
  return { shape: known, records, ...(formats && { formats }), ...(repairs.length > 0 && { repairs }) };
}

/** Keys that only BMLT's GetSearchResults has, whichever of its fields the address asks for. */
const bmltKeys = ["id_bigint", "weekday_tinyint", "service_body_bigint", "worldid_mixed", "meeting_name", "location_municipality"];
const meetingGuideKeys = ["slug", "name", "day", "time", "types"];

/** The shape that most of the first records have; null where none has a key of either. */
function shapeOf(records: readonly unknown[]): "meeting-guide" | "bmlt" | null {
  const first = records.slice(0, 100).filter(isObject);
  const count = (keys: string[]) => first.filter((record) => keys.some((key) => key in record)).length;
  const [bmlt, guide] = [count(bmltKeys), count(meetingGuideKeys)];
  if (bmlt === 0 && guide === 0) return null;
  return bmlt >= guide ? "bmlt" : "meeting-guide";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
