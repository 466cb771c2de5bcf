import type { Vocabulary } from "../listing/vocabulary.ts";
import type { Meeting } from "../meetings/meeting.ts";
import type { Fellowship } from "../programs/program.ts";
import type { ClosedDays } from "./values/closed-days.ts";

/** What the parsers must know of the feed they read. */
export interface FeedSource {
  id: string;
  /** The id of the catalog's program whose meetings these are. */
  program: string;
  /** Which published table of type codes its records use; null for the common one. */
  fellowship: Fellowship | null;
  /** The catalog's: its languages are those a meeting can be in. */
  vocabulary: Vocabulary;
  /** The towns and ZIP codes of the US; without them an address is only what it says. */
  gazetteer?: Gazetteer;
}

/** What the parsers ask of the towns and ZIP codes of the US. */
export interface Gazetteer {
  /** Whether a state has a town of this name. */
  isTown(name: string, state: string): boolean;
  /** The state in which a ZIP code lies; null where there is no such code. */
  stateOfZip(zip: string): string | null;
}

/** A record as it came. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value of JSON is an object, and neither a list nor null. */
export function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Something put right on the way in: its kind ("time", "day", "text", "link" …), and the record and value it was seen in. */
export interface Repair {
  kind: string;
  record: string;
  was: string;
}

/** Reports something that was put right: its kind, and the value as it came. */
export type ReportRepair = (kind: string, was: unknown) => void;

/** A record of which no meeting could be made. */
export interface Refused {
  record: string;
  reason: string;
}

/**
 * What a parser makes of a record: a draft, the fields it is made of and what was put right in them, or why it is refused. Without a
 * draft: what was put right in the feed as a whole. Parsers yield them one at a time: two hundred thousand drafts at once would take
 * half a gigabyte.
 */
export type ParsedRecord = DraftedRecord | { draft: null; repairs: readonly Repair[] } | Refused;

interface DraftedRecord {
  draft: Draft;
  fields: Fields;
  repairs: readonly Repair[];
}

/** What `read` makes of a record. What it throws is this record's trouble alone: it is refused by name. */
export function refuseIfThrown<T>(record: string, read: () => T): T | Refused {
  try {
    return read();
  } catch (error) {
    return { record, reason: `it cannot be read (${(error as Error).message})` };
  }
}

/** A meeting before import.ts decides its time zone and how often it meets. */
export interface Draft extends Omit<Meeting, "frequency" | "zone"> {
  /** The zone the record itself names; null where it names none. */
  recordZone: string | null;
  /**
   * Where its words say that it is closed on some days (or, with none, at times that they do not tell): how one joins then, and the words.
   * On other days it is as `join` says.
   */
  closed: { days: readonly ClosedDays[]; words: string; join: Meeting["join"] } | null;
}
