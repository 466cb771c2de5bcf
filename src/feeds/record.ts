import type { Vocabulary } from "../listing/vocabulary.ts";
import type { Meeting } from "../meetings/meeting.ts";
import type { Fellowship } from "../programs/program.ts";
import type { ClosedDays } from "./values/closed-days.ts";

/** What the parsers need to know of the feed they read. */
export interface FeedSource {
  id: string;
  /** The id of the catalog's program whose meetings these are. */
  program: string;
  /** The published table of type codes that its records use; null for the common one. */
  fellowship: Fellowship | null;
  /** The catalog's: its languages are those a meeting can be in. */
  vocabulary: Vocabulary;
  /** Towns and ZIP codes of the US; without them an address is read by its words alone. */
  gazetteer?: Gazetteer;
}

/** Lookups of the towns and ZIP codes of the US that the parsers need. */
export interface Gazetteer {
  /** Whether a state has a town of this name. */
  isTown(name: string, state: string): boolean;
  /** Returns the state of a ZIP code; null if there is no such code. */
  stateOfZip(zip: string): string | null;
}

/** A record as sent. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a JSON value is an object, and neither a list nor null. */
export function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A repair made while reading: its kind ("time", "day", "text", "link" …), and the record and value it was made in. */
export interface Repair {
  kind: string;
  record: string;
  was: string;
}

/** Reports a repair: its kind, and the value as it came. */
export type ReportRepair = (kind: string, was: unknown) => void;

/** A record from which no meeting could be made. */
export interface Refused {
  record: string;
  reason: string;
}

/**
 * What a parser makes of a record: a draft with its fields and repairs, or why it is refused. Without a draft: repairs in the feed as a
 * whole. Parsers yield these one at a time: two hundred thousand drafts at once would take half a gigabyte.
 */
export type ParsedRecord = DraftedRecord | { draft: null; repairs: readonly Repair[] } | Refused;

interface DraftedRecord {
  draft: Draft;
  fields: Fields;
  repairs: readonly Repair[];
}

/** Returns the result of `read`. If it throws, only this record is refused, by its name. */
export function refuseIfThrown<T>(record: string, read: () => T): T | Refused {
  try {
    return read();
  } catch (error) {
    return { record, reason: `it cannot be read (${(error as Error).message})` };
  }
}

/** A meeting before finish-drafts.ts decides its time zone and how often it meets. */
export interface Draft extends Omit<Meeting, "frequency" | "zone"> {
  /** The time zone the record itself names; null if it names none. */
  recordZone: string | null;
  /**
   * If its words say that it is closed on some days (or, without any in `days`, at times that they do not specify): how one joins then, and
   * the words. On other days `join` applies.
   */
  closed: { days: readonly ClosedDays[]; words: string; join: Meeting["join"] } | null;
}
