import type { Fields, Gazetteer, Repair, ReportRepair } from "./record.ts";
import type { Container } from "./records/read.ts";
import { isTownNear } from "./values/near-towns.ts";
import { type Phone, phoneIn } from "./values/phone.ts";
import { besideNumber, type Known, withoutPersons } from "./values/privacy.ts";
import { excerpt, markIn, plainText } from "./values/text.ts";

interface ReaderOptions {
  /** Name of the record in reports. */
  id: string;
  container: Container;
  /** Whether the feed writes all its numbers as text; then "47.1" is not a repair. */
  numbersAreText: boolean;
  /** Field names in a newer version of the dialect. */
  newerNames?: Readonly<Record<string, string>>;
  /** Fields that name the town, the state, the meeting and its group, to distinguish these names beside a number from a person's. */
  known: { city: string; state: string; names: readonly string[] };
  gazetteer: Gazetteer | undefined;
}

/**
 * Reads the fields of a record, for both dialects. Every text that reaches a draft or a report comes through here, so that what identifies a
 * person is removed: no other file of the parsers may call plainText or withoutPersons (a test checks that). A class, because feeds have
 * hundreds of thousands of records, and closures for each took a fifth of the parsing time.
 */
export class Reader implements Known {
  readonly #fields: Fields;
  readonly #options: ReaderOptions;
  readonly #repairs: Repair[] = [];

  constructor(fields: Fields, options: ReaderOptions) {
    this.#fields = fields;
    this.#options = options;
  }

  /** Repairs made in this record so far. Each broken value is reported once, however often it is read. */
  get repairs(): readonly Repair[] {
    return this.#repairs;
  }

  /** Bound, because the readers of single values take it as a callback. */
  readonly repaired: ReportRepair = (kind, was) => {
    const { id, container } = this.#options;
    if (container === "json" || !isPlainInSpreadsheet(kind, excerpt(was))) addRepair(this.#repairs, id, kind, was);
  };

  isTown(words: string): boolean {
    const { known, gazetteer } = this.#options;
    const city = this.word(known.city) ?? "";
    return isTownNear(words, { city, state: this.word(known.state) ?? stateInLine(this.word("formatted_address") ?? "") }, gazetteer);
  }

  ownNames(): readonly string[] {
    return this.#options.known.names.flatMap((field) => this.word(field) ?? []);
  }

  /** Returns a field as plain text, of at most `max` characters, without what identifies a person; null if it is empty. */
  text(field: string, max?: number): string | null {
    const value = this.raw(field);
    const plain = plainText(value, max);
    if (plain === null) return null;
    const mark = markIn(value);
    if (mark) this.repaired("text", `${field}: ${mark}`);
    const kept = withoutPersons(plain, this);
    // Names only the field: the report is kept, and must not repeat what was removed.
    if (kept !== plain) this.repaired("privacy", field);
    return kept || null;
  }

  /** Returns one value of a field that holds several, as text() does. */
  plain(value: unknown, max?: number): string | null {
    const plain = plainText(value, max);
    return plain && (withoutPersons(plain, this) || null);
  }

  /** Returns a field as sent, for values that are not text; null if it is empty. */
  raw(field: string): unknown {
    const newer = this.#options.newerNames?.[field];
    const value = said(this.#fields[field]) ?? (newer === undefined ? null : said(this.#fields[newer]));
    if (typeof value !== "string") return value;
    const whole = value.trim();
    // Old BMLT servers write "Label#@-@#value" in their own fields.
    const label = whole.lastIndexOf("#@-@#");
    if (label === -1) return whole || null;
    this.repaired("label", whole);
    return whole.slice(label + 5).trim() || null;
  }

  /** Returns a field as sent, as text, if it is a single value; null for lists and objects. */
  word(field: string): string | null {
    const value = this.raw(field);
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : null;
  }

  /** Returns a field as sent, or as a number if this feed writes all its numbers as text. */
  number(field: string): unknown {
    const value = this.raw(field);
    if (!this.#options.numbersAreText || typeof value !== "string") return value;
    return /^[+-]?\d{1,3}(\.\d+)?$/.test(value) ? Number(value) : value;
  }

  /** Returns the number to join by, with the text beside it; null if there is none. */
  phone(field: string): Phone | null {
    const value = this.raw(field);
    // A number published for joining is the group's, even with a person's name beside it; the name is dropped.
    const phone = phoneIn(plainText(value));
    if (phone === null) return null;
    const kept = phoneIn(privateText(value));
    return { number: phone.number, notes: kept?.number === phone.number ? besideNumber(kept.notes) : null };
  }
}

/** Returns any value as plain text without what identifies a person, for values outside a record's fields or reported elsewhere. */
export function privateText(value: unknown, max?: number): string | null {
  const plain = plainText(value, max);
  return plain && (withoutPersons(plain) || null);
}

/** Returns the start of any value, without what identifies a person, for a report or an id. */
export function privateExcerpt(value: unknown): string {
  return withoutPersons(excerpt(value));
}

/** Adds a repair to a record's, without duplicates. */
function addRepair(repairs: Repair[], record: string, kind: string, value: unknown): void {
  const was = privateExcerpt(value);
  if (!repairs.some((one) => one.record === record && one.kind === kind && one.was === was)) repairs.push({ kind, record, was });
}

/** Returns the value, or null if it is missing or empty. */
function said(value: unknown): unknown {
  return value === undefined || value === "" ? null : value;
}

/** Returns the state near the end of a one-line address: "MT" in "45 Elm St, Circle, MT 59215, USA"; "" if there is none. */
function stateInLine(line: string): string {
  return line.slice(-120).match(/, ?([A-Z]{2})(?: \d{5}(?:-\d{4})?)?(?:, ?U\.?S\.?A?\.?)?$/)?.[1] ?? "";
}

/** Whether a value is in a spreadsheet's normal form: a day in words or a twelve-hour time. */
function isPlainInSpreadsheet(kind: string, was: string): boolean {
  return (kind === "day" && /^[A-Z][a-z]+day$/.test(was)) || (kind === "time" && /^\d{1,2}:\d\d [AP]M$/.test(was));
}
