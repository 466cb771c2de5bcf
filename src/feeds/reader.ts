import type { Fields, Gazetteer, Repair, ReportRepair } from "./record.ts";
import type { Container } from "./records/read.ts";
import { isTownNear } from "./values/near-towns.ts";
import { type Phone, phoneIn } from "./values/phone.ts";
import { besideNumber, type Known, withoutPersons } from "./values/privacy.ts";
import { excerpt, markIn, plainText } from "./values/text.ts";

interface ReaderOptions {
  /** What reports call the record. */
  id: string;
  container: Container;
  /** True where the feed writes all its numbers as text: then "47.1" is no repair. */
  numbersAreText: boolean;
  /** Other names of fields, which a newer version of the dialect uses. */
  newerNames?: Readonly<Record<string, string>>;
  /** The fields that name the town, the state, the meeting and its group, for telling these beside a number from a person. */
  known: { city: string; state: string; names: readonly string[] };
  gazetteer: Gazetteer | undefined;
}

/**
 * Reads the fields of a record, for both dialects. Every text that reaches a draft or a report comes through here, so that what
 * leads to one person is taken out: no other file of the parsers may call plainText or withoutPersons (a test checks that).
 * A class, because feeds have hundreds of thousands of records, and closures for each cost a fifth of the parsing.
 */
export class Reader implements Known {
  readonly #fields: Fields;
  readonly #options: ReaderOptions;
  readonly #repairs: Repair[] = [];

  constructor(fields: Fields, options: ReaderOptions) {
    this.#fields = fields;
    this.#options = options;
  }

  /** What has been put right in this record so far. Each broken value is reported once, however often it is read. */
  get repairs(): readonly Repair[] {
    return this.#repairs;
  }

  /** Bound, because the readers of single values take it as a function. */
  readonly repaired: ReportRepair = (kind, was) => {
    const { id, container } = this.#options;
    if (container === "json" || !isPlainInSpreadsheet(kind, excerpt(was))) addRepair(this.#repairs, id, kind, was);
  };

  isTown(words: string): boolean {
    const { known, gazetteer } = this.#options;
    return isTownNear(words, { city: this.word(known.city) ?? "", state: this.word(known.state) ?? "" }, gazetteer);
  }

  ownNames(): readonly string[] {
    return this.#options.known.names.flatMap((field) => this.word(field) ?? []);
  }

  /** A field as plain text without persons, of at most `max` characters; null where it says nothing. */
  text(field: string, max?: number): string | null {
    const value = this.raw(field);
    const plain = plainText(value, max);
    if (plain === null) return null;
    const mark = markIn(value);
    if (mark) this.repaired("text", `${field}: ${mark}`);
    const kept = withoutPersons(plain, this);
    // Only the field is named: the report is kept, and must not repeat what was taken out.
    if (kept !== plain) this.repaired("privacy", field);
    return kept || null;
  }

  /** One value of a field that holds several, as plain text without persons. */
  plain(value: unknown, max?: number): string | null {
    const plain = plainText(value, max);
    return plain && (withoutPersons(plain, this) || null);
  }

  /** A field as it came, for values that are not words; null where it says nothing. */
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

  /** A field as it came if it is a single value, as text; null for lists and objects. */
  word(field: string): string | null {
    const value = this.raw(field);
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : null;
  }

  /** A field as it came, but as a number where this feed writes all its numbers as text. */
  number(field: string): unknown {
    const value = this.raw(field);
    if (!this.#options.numbersAreText || typeof value !== "string") return value;
    return /^[+-]?\d{1,3}(\.\d+)?$/.test(value) ? Number(value) : value;
  }

  /** The number to join by, with what else is said beside it; null where there is none. */
  phone(field: string): Phone | null {
    const value = this.raw(field);
    // A number that a group publishes for joining is its own, whoever is named beside it; the name is not kept.
    const phone = phoneIn(plainText(value));
    if (phone === null) return null;
    const kept = phoneIn(privateText(value));
    return { number: phone.number, notes: kept?.number === phone.number ? besideNumber(kept.notes) : null };
  }
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
function addRepair(repairs: Repair[], record: string, kind: string, value: unknown): void {
  const was = privateExcerpt(value);
  if (!repairs.some((one) => one.record === record && one.kind === kind && one.was === was)) repairs.push({ kind, record, was });
}

/** A value, or null where it is left out or empty. */
function said(value: unknown): unknown {
  return value === undefined || value === "" ? null : value;
}

/** Days in words and twelve-hour times are how a spreadsheet is meant to be written. */
function isPlainInSpreadsheet(kind: string, was: string): boolean {
  return (kind === "day" && /^[A-Z][a-z]+day$/.test(was)) || (kind === "time" && /^\d{1,2}:\d\d [AP]M$/.test(was));
}
