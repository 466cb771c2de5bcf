import type { Database } from "../database/open.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { middleOf, stateOfZip } from "../places/middle.ts";
import { findProgram } from "../programs/find.ts";
import { parseBmlt } from "./bmlt/parse.ts";
import { type Feed, formOf } from "./feed-list.ts";
import { finishDrafts } from "./finish-drafts.ts";
import { parseMeetingGuide } from "./meeting-guide/parse.ts";
import type { FeedSource, Fields, ParsedRecord, Refused, Repair } from "./record.ts";
import { type Dialect, dialectOf } from "./records/dialect.ts";
import { type Container, type FoundRecords, readRecords } from "./records/read.ts";

/** Turns a feed's text into meetings, before anything is stored. */

/** What an import needs to know of a feed. */
export type FeedToImport = Pick<Feed, "id" | "name" | "program" | "zone" | "region" | "shape">;

/** Thrown for a feed that cannot be imported as it came; existing data stays. */
export class FeedRefused extends Error {}

/** Returns the program of the catalog whose meetings these are. Throws FeedRefused if there is none. */
export function programOf(db: Database, feed: FeedToImport) {
  const program = findProgram(db, feed.program);
  if (program) return program;
  throw new FeedRefused(`There is no program "${feed.program}" in the catalog. Give the id of the program whose meetings these are.`);
}

/** Returns what the parsers need to know of a feed. Throws FeedRefused. */
export function sourceOf(db: Database, feed: FeedToImport, vocabulary: Vocabulary): FeedSource {
  const { id, fellowship } = programOf(db, feed);
  const isTown = (city: string, state: string) => middleOf(db, { zip: null, city, state }) !== null;
  return { id: feed.id, program: id, fellowship, vocabulary, gazetteer: { isTown, stateOfZip: (zip) => stateOfZip(db, zip) } };
}

/** Returns the form and size of a feed's text, before it is parsed into meetings. Throws FeedRefused. */
export function recordsFound(feed: Pick<FeedToImport, "shape">, text: string): { container: Container; dialect: Dialect; count: number } {
  const { container, dialect, records } = findRecords(feed, text);
  return { container, dialect, count: records.length };
}

/** A record of a feed and the meeting made from it. */
export interface ReadRecord {
  meeting: Meeting;
  fields: Fields;
  repairs: readonly Repair[];
}

/** Yields what an import would make of each record of a feed's text; stores nothing. Throws FeedRefused. */
export function* readMeetings(
  db: Database,
  feed: FeedToImport,
  text: string,
  { vocabulary, at }: { vocabulary: Vocabulary; at: string },
): Iterable<ReadRecord | Refused> {
  const { meetingOf } = finishDrafts(db, feed, at);
  for (const record of parseRecords(sourceOf(db, feed, vocabulary), findRecords(feed, text))) {
    if ("reason" in record) yield record;
    else if (record.draft !== null) {
      const meeting = meetingOf(record.draft);
      yield "reason" in meeting ? meeting : { meeting, fields: record.fields, repairs: record.repairs };
    }
  }
}

interface DialectRecords extends FoundRecords {
  dialect: Dialect;
}

/** Returns a feed's records and dialect. Throws FeedRefused if the operator's dialect is plainly another, or the text is not a feed. */
export function findRecords({ shape }: Pick<FeedToImport, "shape">, text: string): DialectRecords {
  const expected = formOf(shape);
  const found = readRecords(text, expected.container);
  if ("problem" in found) throw new FeedRefused(found.problem);
  const dialect = dialectOf(found.records);
  if (expected.dialect !== null && dialect !== null && dialect !== expected.dialect)
    throw new FeedRefused(`The feed's shape is set to ${shape}, but its records are ${dialect}. Set its shape to ${dialect}, or to auto.`);
  return { ...found, dialect: expected.dialect ?? dialect ?? "meeting-guide" };
}

const parsers: Record<Dialect, (source: FeedSource, found: FoundRecords) => Iterable<ParsedRecord>> = {
  "meeting-guide": parseMeetingGuide,
  bmlt: parseBmlt,
};

/** Parses records into drafts, lazily. */
export function* parseRecords(source: FeedSource, found: DialectRecords): Iterable<ParsedRecord> {
  yield { draft: null, repairs: found.repairs };
  yield* parsers[found.dialect](source, found);
}
