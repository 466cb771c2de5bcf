import type { Database } from "../../src/database/open.ts";
import { type ImportOptions, importFeed } from "../../src/feeds/import.ts";
import { parseMeetingGuide } from "../../src/feeds/meeting-guide/parse.ts";
import type { FeedToImport } from "../../src/feeds/read-feed.ts";
import type { Draft, ParsedRecord, Refused, Repair } from "../../src/feeds/record.ts";
import { type FoundRecords, readRecords } from "../../src/feeds/records/read.ts";
import { doubtTimes, surveyFields } from "../../src/feeds/records/survey.ts";
import type { FeedReport } from "../../src/feeds/report.ts";
import type { Frequency } from "../../src/meetings/meeting.ts";
import { frequencyOf } from "../../src/meetings/schedule/frequency.ts";
import { vocabulary } from "./vocabulary.ts";

/** All that a parser makes of a feed, sorted by what became of it. */
export interface Parsed {
  meetings: Draft[];
  repairs: Repair[];
  refused: Refused[];
}

export function taken(records: Iterable<ParsedRecord>): Parsed {
  const parsed: Parsed = { meetings: [], repairs: [], refused: [] };
  for (const record of records) {
    if ("reason" in record) parsed.refused.push(record);
    else {
      parsed.repairs.push(...record.repairs);
      if (record.draft) parsed.meetings.push(record.draft);
    }
  }
  return parsed;
}

/** Records as they are found in JSON. */
export function foundInJson(records: readonly unknown[], formats: readonly unknown[] | null = null): FoundRecords {
  return { container: "json", records, formats, repairs: [], morePages: null };
}

const source = { id: "mt", program: "alcoholics-anonymous", fellowship: null, vocabulary };

/** Reads a feed's text as an import does, but for the database: its records, what is odd about them, their drafts and how often they meet. */
export function readFeedText(text: string): { names: string[]; often: Frequency[] } {
  const found = readRecords(text, null);
  if ("problem" in found) return { names: [], often: [] };
  surveyFields(found.records, "meeting-guide");
  doubtTimes(found.records);
  const { meetings } = taken(parseMeetingGuide(source, found));
  return { names: meetings.map(({ name }) => name), often: meetings.map(frequencyOf) };
}

export const importOptions: ImportOptions = { vocabulary, force: false, dryRun: false, at: "2026-11-23T12:00:00.000Z" };

/** A feed of Alcoholics Anonymous about which the operator says nothing more. */
export const someFeed: FeedToImport = {
  id: "flathead",
  name: null,
  program: "alcoholics-anonymous",
  zone: null,
  region: null,
  shape: "auto",
};

/** Imports records as a feed in JSON. */
export function importRecords(
  db: Database,
  feed: Partial<FeedToImport>,
  records: unknown,
  options: Partial<ImportOptions> = {},
): FeedReport {
  return importFeed(db, { ...someFeed, ...feed }, JSON.stringify(records), { ...importOptions, ...options });
}
