import type { Database } from "../database/open.ts";
import { recordImport } from "../database/versions.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
import { meetingIdsOf } from "../meetings/find.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { removeMeeting, saveMeeting } from "../meetings/save.ts";
import { frequencyOf } from "../meetings/schedule/frequency.ts";
import { findProgram } from "../programs/find.ts";
import { parseBmlt } from "./bmlt/parse.ts";
import { decideZone } from "./decide-zone.ts";
import { type Feed, formOf } from "./feed-list.ts";
import { parseMeetingGuide } from "./meeting-guide/parse.ts";
import type { Draft, FeedSource, ParsedRecord } from "./record.ts";
import { type Dialect, dialectOf } from "./records/dialect.ts";
import { type FoundRecords, readRecords } from "./records/read.ts";
import { countRepairs, emptyReport, type FeedReport, saveReport } from "./report.ts";
import { rememberFetched } from "./state.ts";
import { inRegion } from "./values/address.ts";

/** What an import must know of a feed. */
export type FeedToImport = Pick<Feed, "id" | "name" | "program" | "zone" | "region" | "shape">;

export interface ImportOptions {
  /** The catalog's: what meetings are filed under. */
  vocabulary: Vocabulary;
  /** Import it even when that would remove much of what is there. */
  force: boolean;
  /** Report what would happen, and change nothing. */
  dryRun: boolean;
  /** The time recorded with the report (ISO 8601). */
  at: string;
}

/** A feed that cannot be imported as it came; what is there stays. */
class FeedRefused extends Error {}

/** More than this share of a feed gone at once is more likely a broken feed than so many groups closing. */
const maxRemovedShare = 0.3;

/**
 * Brings the database in step with what a feed now says, in one transaction: after a crash the last good data is still there, and
 * one bad record costs no other. Throws FeedRefused, with a sentence, for what is not a feed or would remove too much.
 */
export function importFeed(db: Database, feed: FeedToImport, text: string, { vocabulary, force, dryRun, at }: ImportOptions): FeedReport {
  const program = findProgram(db, feed.program);
  if (!program)
    throw new FeedRefused(`There is no program "${feed.program}" in the catalog. Give the id of the program whose meetings these are.`);
  const source = { id: feed.id, program: program.id, fellowship: program.fellowship, vocabulary };
  const parsed = parse(source, findRecords(feed, text));
  let report = emptyReport();
  const rollBack = new Error("dry run");
  try {
    db.transaction(() => {
      report = syncMeetings(db, parsed, meetingIdsOf(db, feed.id), (draft) =>
        saveMeeting(db, vocabulary, finishDraft(feed, draft), Object.keys(program.facets.category)),
      );
      refuseLosses(report, force);
      if (dryRun) throw rollBack;
      rememberFetched(db, feed, at);
      saveReport(db, feed.id, report, at);
      if (report.added + report.changed + report.removed > 0) recordImport(db, ["meetings"], at, report);
    }).immediate();
  } catch (error) {
    if (error !== rollBack) throw error;
  }
  return report;
}

interface DialectRecords extends FoundRecords {
  dialect: Dialect;
}

/** The records of a feed and the dialect they speak: the operator's, unless the records plainly speak another. */
function findRecords({ shape }: FeedToImport, text: string): DialectRecords {
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

/** Makes records into drafts, one at a time as they are taken. */
function* parse(source: FeedSource, found: DialectRecords): Iterable<ParsedRecord> {
  yield { draft: null, repairs: found.repairs };
  yield* parsers[found.dialect](source, found);
}

/** A meeting of a draft, with its state, zone and frequency decided. */
function finishDraft(feed: FeedToImport, { recordZone, ...draft }: Draft): Meeting {
  const place = inRegion(feed.region, draft.place);
  return { ...draft, place, zone: decideZone({ record: recordZone, feed: feed.zone, place }), frequency: frequencyOf(draft) };
}

/** Saves what the records say, removes what they no longer say, and counts what that changed. */
function syncMeetings(
  db: Database,
  parsed: Iterable<ParsedRecord>,
  known: readonly string[],
  save: (draft: Draft) => ReturnType<typeof saveMeeting>,
): FeedReport {
  const report = emptyReport();
  const gone = new Set(known);
  for (const record of parsed) {
    if ("reason" in record) report.refused.push(record);
    else countRepairs(report, record.repairs);
    if ("reason" in record || !record.draft) continue;
    report[save(record.draft)]++;
    gone.delete(record.draft.id);
  }
  for (const id of gone) removeMeeting(db, id);
  report.removed = gone.size;
  report.repaired.sort((a, b) => b.count - a.count);
  return report;
}

function refuseLosses({ removed, changed, unchanged }: FeedReport, force: boolean): void {
  const had = removed + changed + unchanged;
  if (force || removed <= had * maxRemovedShare) return;
  throw new FeedRefused(
    `This would remove ${removed} of the feed's ${had} meetings, more than ${maxRemovedShare * 100}%. Nothing was changed; if it is right, import it with --force.`,
  );
}
