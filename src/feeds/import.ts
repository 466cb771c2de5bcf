import type { Database } from "../database/open.ts";
import { writeTransaction } from "../database/write-transaction.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
import { countSaid, type Said, saidByFeed, saidByNone } from "../meetings/count-said.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { dropStaged, stageMeetings } from "../meetings/stage.ts";
import { closeBatch, openBatch, saveBatch } from "./batch.ts";
import { finishDrafts } from "./finish-drafts.ts";
import { holdLosses, holdRecords } from "./losses.ts";
import { FeedRefused, type FeedToImport, findRecords, parseRecords, programOf, sourceOf } from "./read-feed.ts";
import type { Draft, ParsedRecord, Refused } from "./record.ts";
import { doubtTimes, surveyFields } from "./records/survey.ts";
import { countRefused, countRepairs, emptyReport, type FeedReport, saveReport } from "./report.ts";
import { rememberFetched, rememberTurn } from "./state.ts";

export interface ImportOptions {
  /** The catalog's, by which meetings are filed. */
  vocabulary: Vocabulary;
  /** Imports even if that would remove much of the existing data. */
  force: boolean;
  /** Only reports what would happen, and changes nothing. */
  dryRun: boolean;
  /** The time recorded with the report (ISO 8601). */
  at: string;
  /** Called once if the import has to wait for another process that writes to the database. */
  onWait?: () => void;
}

/**
 * Updates the database to match what a feed now says. Parses everything before a single transaction writes it: others wait only for the
 * writes, a crash leaves the last good data, and a bad record affects no other. Throws FeedRefused, with a sentence, for what is not a feed,
 * or has lost too much.
 */
export function importFeed(db: Database, feed: FeedToImport, text: string, options: ImportOptions): FeedReport {
  const { vocabulary, force, dryRun, at, onWait = () => undefined } = options;
  const program = programOf(db, feed);
  const report = emptyReport();
  const rollBack = new Error("dry run");
  try {
    const found = findRecords(feed, text);
    holdUnless(force, () => holdRecords(found));
    const survey = surveyFields(found.records, found.dialect);
    report.unread = survey.unread;
    report.doubts = [doubtTimes(found.records)].filter((doubt) => doubt !== null);
    const [before, after] = [saidByFeed(db, feed.id), saidByNone()];
    const finish = finishDrafts(db, feed, at);
    const filing = { vocabulary, categories: Object.keys(program.facets.category) };
    stageMeetings(
      db,
      filing,
      counted(after, finishedMeetings(parseRecords(sourceOf(db, feed, vocabulary), found), finish.meetingOf, report)),
    );
    report.repaired.sort((a, b) => b.count - a.count);
    writeTransaction(db, onWait, () => {
      const batch = openBatch(db, feed.id, at);
      saveBatch(db, batch, filing, report);
      holdUnless(force, () => holdLosses({ dialect: found.dialect, survey, report, before, after }));
      if (dryRun) throw rollBack;
      rememberFetched(db, feed, at);
      rememberTurn(db, feed.id, finish.nextTurn());
      saveReport(db, feed.id, report, at);
      const { added, changed, removed } = report;
      // The whole report is stored once, with the feed.
      closeBatch(db, batch, { added, changed, removed });
    });
  } catch (error) {
    if (error !== rollBack) throw error;
  } finally {
    dropStaged(db);
  }
  return report;
}

/** Throws FeedRefused with the reason to hold a feed, if there is one and the import is not forced. */
function holdUnless(force: boolean, reasonToHold: () => string | null): void {
  const reason = force ? null : reasonToHold();
  if (reason !== null) throw new FeedRefused(reason);
}

/** Passes meetings through, and counts what they say. */
function* counted(said: Said, meetings: Iterable<Meeting>): Iterable<Meeting> {
  for (const meeting of meetings) {
    countSaid(said, meeting);
    yield meeting;
  }
}

/** Yields the meetings of the readable records, one at a time, and counts repairs and refusals in the report. */
function* finishedMeetings(
  parsed: Iterable<ParsedRecord>,
  meetingOf: (draft: Draft) => Meeting | Refused,
  report: FeedReport,
): Iterable<Meeting> {
  for (const record of parsed) {
    if (!("reason" in record)) countRepairs(report, record.repairs);
    const meeting = "reason" in record ? record : record.draft && meetingOf(record.draft);
    if (meeting === null) continue;
    if ("reason" in meeting) countRefused(report, meeting);
    else yield meeting;
  }
}
