import { type Fields, isObject } from "../record.ts";
import { isDayName } from "../values/days.ts";
import type { Dialect } from "./dialect.ts";
import { isBmltField, isGuideField } from "./field-names.ts";

/** A field of a feed's records that is not read. */
export interface UnreadField {
  field: string;
  /** How many records have a value in it. */
  count: number;
  /** Its values if they cannot be anybody's name or number: a day, a time, yes; else only their kind ("words", "a link"). */
  examples: string[];
}

/** Which fields a feed's records have, and which of them are unknown. */
export interface Survey {
  seen: string[];
  /** Most frequent first. */
  unread: UnreadField[];
}

/** How many field names are distinguished; a feed with more of them is no list of meetings. */
const maxFields = 500;
const maxUnread = 40;
const maxExamples = 3;

/** Counts the nonempty fields of records. */
export function surveyFields(records: readonly unknown[], dialect: Dialect): Survey {
  const isKnown = dialect === "bmlt" ? isBmltField : isGuideField;
  const fields = new Map<string, UnreadField | null>();
  for (const record of records) if (isObject(record)) countFields(fields, record, isKnown);
  const unread = [...fields.values()].filter((field) => field !== null);
  unread.sort((a, b) => b.count - a.count);
  return { seen: [...fields.keys()], unread: unread.slice(0, maxUnread) };
}

type CountedFields = Map<string, UnreadField | null>;

/** Counts the nonempty fields of a record; known fields are only noted. */
function countFields(fields: CountedFields, record: Fields, isKnown: (name: string) => boolean): void {
  for (const key of Object.keys(record)) {
    if (saysNothing(record[key])) continue;
    if (!fields.has(key) && fields.size < maxFields) fields.set(key, isKnown(key) ? null : { field: nameOf(key), count: 0, examples: [] });
    const unread = fields.get(key);
    if (unread) addExample(unread, record[key]);
  }
}

const nameOf = (key: string) => key.slice(0, 80).toWellFormed();

function addExample(unread: UnreadField, value: unknown): void {
  unread.count++;
  if (unread.examples.length === maxExamples) return;
  const example = describeValue(value);
  if (!unread.examples.includes(example)) unread.examples.push(example);
}

function saysNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === "string") return value === "" || (value.length < 20 && value.trim() === "");
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** Returns a value, or its kind: the report is kept, and must not keep what is left out of the meetings. */
export function describeValue(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  const text = String(value).slice(0, 200).trim();
  if (isDayName(text) || /^(?:\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?|-?\d{1,4}(?:\.\d{1,4})?|true|false|yes|no|[ap]m)$/i.test(text))
    return text;
  if (/^https?:\/\//i.test(text)) return "a link";
  if (text.includes("@")) return "an e-mail address";
  if (/^\d{4}-\d\d-\d\d|^\d{1,2}\/\d{1,2}\/\d{2,4}\b/.test(text)) return "a date";
  return /\d/.test(text) ? "words and figures" : "words";
}

/** Fewer times than this are not doubted. */
const minDoubted = 5;

/** Describes what is odd about a list's times; null if nothing is. Hours of 1 to 12 without "am" or "pm" may be morning or evening. */
export function doubtTimes(records: readonly unknown[]): string | null {
  const times = records.flatMap((record) => (isObject(record) && !saysNothing(record["time"]) ? [record["time"]] : []));
  if (times.length < minDoubted || !times.every(isBareHour)) return null;
  return `All ${times.length} times are hours from 1 to 12 without “am” or “pm”, and are read as morning. If some are in the evening, the list needs a column AM/PM, or hours of 13 to 23.`;
}

function isBareHour(time: unknown): boolean {
  const hour = typeof time === "string" && time.length < 20 ? time.match(/^\s*(\d{1,2}):\d\d(?::\d\d)?\s*$/)?.[1] : undefined;
  return hour !== undefined && Number(hour) >= 1 && Number(hour) <= 12;
}
