import type { Fields, Repair, ReportRepair } from "./record.ts";
import type { Container } from "./records/read.ts";
import { type Phone, phoneIn } from "./values/phone.ts";
import { besideNumber, withoutPersons } from "./values/privacy.ts";
import { excerpt, markIn, plainText } from "./values/text.ts";

/**
 * Reads the fields of a record, for both dialects. Every text that reaches a draft or a report comes through here, so that what
 * leads to one person is taken out: no other file of the parsers may call plainText or withoutPersons (a test checks that).
 */
export interface Reader {
  /** A field as plain text without persons, of at most `max` characters; null where it says nothing. */
  text(field: string, max?: number): string | null;
  /** A field as it came, for values that are not words; null where it says nothing. */
  raw(field: string): unknown;
  /** A field as it came if it is a single value, as text; null for lists and objects. */
  word(field: string): string | null;
  /** A field as it came, but as a number where this feed writes all its numbers as text. */
  number(field: string): unknown;
  /** The number to join by, with what else is said beside it; null where there is none. */
  phone(field: string): Phone | null;
  repaired: ReportRepair;
  /** What has been put right in this record so far. */
  repairs: readonly Repair[];
}

interface ReaderOptions {
  /** What reports call the record. */
  id: string;
  container: Container;
  /** True where the feed writes all its numbers as text: then "47.1" is no repair. */
  numbersAreText: boolean;
  /** Another name of a field, where a newer version of its dialect has one. */
  newerNames?: Readonly<Record<string, string>>;
}

/** A reader for one record. Each broken value is reported once, however often it is read. */
export function readerOf(record: Fields, { id, container, numbersAreText, newerNames = {} }: ReaderOptions): Reader {
  const repairs: Repair[] = [];
  const repaired: ReportRepair = (kind, was) => {
    if (container === "json" || !isPlainInSpreadsheet(kind, excerpt(was))) addRepair(repairs, id, kind, was);
  };
  const raw = (field: string) => {
    const [value, label] = withoutLabel(said(record[field]) ?? said(record[newerNames[field] ?? field]));
    if (label !== null) repaired("label", label);
    return value;
  };
  const text = (field: string, max?: number) => {
    const value = raw(field);
    const plain = plainText(value, max);
    if (plain === null) return null;
    const mark = markIn(value);
    if (mark) repaired("text", `${field}: ${mark}`);
    const kept = withoutPersons(plain);
    // Only the field is named: the report is kept, and must not repeat what was taken out.
    if (kept !== plain) repaired("privacy", field);
    return kept || null;
  };
  const word = (field: string) => {
    const value = raw(field);
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : null;
  };
  const number = (field: string) => {
    const value = raw(field);
    return numbersAreText && typeof value === "string" && /^[+-]?\d{1,3}(\.\d+)?$/.test(value) ? Number(value) : value;
  };
  return { text, raw, word, number, phone: (field) => phoneWithoutPersons(raw(field)), repaired, repairs };
}

/** Any value of a feed as plain text without persons, for what no field of a record holds or what is reported elsewhere. */
export function privateText(value: unknown, max?: number): string | null {
  const plain = plainText(value, max);
  return plain && (withoutPersons(plain) || null);
}

/** The beginning of any value, for a report or an id, without persons. */
export function privateExcerpt(value: unknown): string {
  return withoutPersons(excerpt(value));
}

/** Adds a repair to a record's, once. */
export function addRepair(repairs: Repair[], record: string, kind: string, value: unknown): void {
  const was = privateExcerpt(value);
  if (!repairs.some((one) => one.record === record && one.kind === kind && one.was === was)) repairs.push({ kind, record, was });
}

/** A value, or null where it is left out or empty. */
function said(value: unknown): unknown {
  return value === undefined || value === "" ? null : value;
}

/** The value of "Label#@-@#value", as old BMLT servers write their own fields, and the whole where there was a label. */
function withoutLabel(value: unknown): [value: unknown, labelled: string | null] {
  if (typeof value !== "string") return [value, null];
  const whole = value.trim();
  const at = whole.lastIndexOf("#@-@#");
  return at === -1 ? [whole || null, null] : [whole.slice(at + 5).trim() || null, whole];
}

/** A number that a group publishes for joining is its own, whoever is named beside it; the name is not kept. */
function phoneWithoutPersons(value: unknown): Phone | null {
  const phone = phoneIn(plainText(value));
  if (phone === null) return null;
  const kept = phoneIn(privateText(value));
  return { number: phone.number, notes: kept?.number === phone.number ? besideNumber(kept.notes) : null };
}

/** Days in words and twelve-hour times are how a spreadsheet is meant to be written. */
function isPlainInSpreadsheet(kind: string, was: string): boolean {
  return (kind === "day" && /^[A-Z][a-z]+day$/.test(was)) || (kind === "time" && /^\d{1,2}:\d\d [AP]M$/.test(was));
}
