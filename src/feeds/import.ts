import { unlistedSubjects } from "../changes/unlisted.ts";
import type { Database } from "../database/open.ts";
import { writeTransaction } from "../database/write-transaction.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
import { countSaid, type Said, saidByFeed, saidByNone } from "../meetings/count-said.ts";
import { meetingIdsOf } from "../meetings/find.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { removeMeeting, saveMeeting } from "../meetings/save.ts";
import { frequencyOf } from "../meetings/schedule/frequency.ts";
import { middleOf } from "../places/middle.ts";
import { findProgram } from "../programs/find.ts";
import type { Saved } from "../search/save.ts";
import { type Batch, closeBatch, openBatch } from "./batch.ts";
import { parseBmlt } from "./bmlt/parse.ts";
import { decideZone } from "./decide-zone.ts";
import { type Feed, formOf } from "./feed-list.ts";
import { holdLosses, holdRecords } from "./losses.ts";
import { parseMeetingGuide } from "./meeting-guide/parse.ts";
import { type Draft, type FeedSource, type Fields, type ParsedRecord, type Refused, type Repair, refuseIfThrown } from "./record.ts";
import { type Dialect, dialectOf } from "./records/dialect.ts";
import { type Container, type FoundRecords, readRecords } from "./records/read.ts";
import { doubtTimes, surveyFields } from "./records/survey.ts";
import { countRefused, countRepairs, emptyReport, type FeedReport, saveReport } from "./report.ts";
import { dropSpool, spooledMeetings, spoolMeetings } from "./spool.ts";
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
  /** Called once where the import has to wait for another process that writes to the database. */
  onWait?: () => void;
}

/** A feed that cannot be imported as it came; what is there stays. */
class FeedRefused extends Error {}

/**
 * Brings the database in step with what a feed now says. All is parsed before one transaction writes it: others wait only for the
 * writing, after a crash the last good data is still there, and one bad record costs no other. Throws FeedRefused, with a sentence,
 * for what is not a feed, or has lost too much.
 */
export function importFeed(db: Database, feed: FeedToImport, text: string, options: ImportOptions): FeedReport {
  const { vocabulary, force, dryRun, at, onWait = () => undefined } = options;
  const program = programOf(db, feed);
  const source = { id: feed.id, program: program.id, fellowship: program.fellowship, vocabulary };
  const report = emptyReport();
  const rollBack = new Error("dry run");
  try {
    const found = findRecords(feed, text);
    holdUnless(force, () => holdRecords(found));
    const survey = surveyFields(found.records, found.dialect);
    report.unread = survey.unread;
    report.doubts = [doubtTimes(found.records)].filter((doubt) => doubt !== null);
    const [before, after] = [saidByFeed(db, feed.id), saidByNone()];
    spoolMeetings(db, counted(after, finishedMeetings(db, feed, parse(source, found), report)));
    report.repaired.sort((a, b) => b.count - a.count);
    writeTransaction(db, onWait, () => {
      const batch = openBatch(db, feed.id, at);
      syncMeetings(db, meetingIdsOf(db, feed.id), report, batch, (meeting) =>
        saveMeeting(db, vocabulary, meeting, Object.keys(program.facets.category), batch.seq),
      );
      holdUnless(force, () => holdLosses({ dialect: found.dialect, survey, report, before, after }));
      if (dryRun) throw rollBack;
      rememberFetched(db, feed, at);
      saveReport(db, feed.id, report, at);
      const { added, changed, removed } = report;
      // The whole report is kept once, with the feed.
      closeBatch(db, batch, { added, changed, removed });
    });
  } catch (error) {
    if (error !== rollBack) throw error;
  } finally {
    dropSpool(db);
  }
  return report;
}

function programOf(db: Database, feed: FeedToImport) {
  const program = findProgram(db, feed.program);
  if (program) return program;
  throw new FeedRefused(`There is no program "${feed.program}" in the catalog. Give the id of the program whose meetings these are.`);
}

/** Throws the reason to hold a feed, if there is one, unless the operator knows better. */
function holdUnless(force: boolean, reasonToHold: () => string | null): void {
  const reason = force ? null : reasonToHold();
  if (reason !== null) throw new FeedRefused(reason);
}

/** The same meetings, counted on their way by what they say. */
function* counted(said: Said, meetings: Iterable<Meeting>): Iterable<Meeting> {
  for (const meeting of meetings) {
    countSaid(said, meeting);
    yield meeting;
  }
}

/** What a feed's text holds, before anything is made of it. Throws FeedRefused. */
export function recordsFound(feed: Pick<FeedToImport, "shape">, text: string): { container: Container; dialect: Dialect; count: number } {
  const { container, dialect, records } = findRecords(feed, text);
  return { container, dialect, count: records.length };
}

/** A record of a feed and the meeting that is made of it. */
export interface ReadRecord {
  meeting: Meeting;
  fields: Fields;
  repairs: readonly Repair[];
}

/** What an import would make of each record of a feed's text; nothing is kept. Throws FeedRefused. */
export function* readMeetings(db: Database, feed: FeedToImport, text: string, vocabulary: Vocabulary): Iterable<ReadRecord | Refused> {
  const { id, fellowship } = programOf(db, feed);
  for (const record of parse({ id: feed.id, program: id, fellowship, vocabulary }, findRecords(feed, text))) {
    if ("reason" in record) yield record;
    else if (record.draft !== null) {
      const meeting = finishDraft(db, feed, record.draft);
      yield "reason" in meeting ? meeting : { meeting, fields: record.fields, repairs: record.repairs };
    }
  }
}

interface DialectRecords extends FoundRecords {
  dialect: Dialect;
}

/** The records of a feed and the dialect they speak: the operator's, unless the records plainly speak another. */
function findRecords({ shape }: Pick<FeedToImport, "shape">, text: string): DialectRecords {
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

/** The meetings of the records that can be read, one at a time; what was put right or refused is counted in the report. */
function* finishedMeetings(db: Database, feed: FeedToImport, parsed: Iterable<ParsedRecord>, report: FeedReport): Iterable<Meeting> {
  for (const record of parsed) {
    if (!("reason" in record)) countRepairs(report, record.repairs);
    const meeting = "reason" in record ? record : record.draft && finishDraft(db, feed, record.draft);
    if (meeting === null) continue;
    if ("reason" in meeting) countRefused(report, meeting);
    else yield meeting;
  }
}

/** A meeting of a draft, with its state, zone and frequency decided. */
function finishDraft(db: Database, feed: FeedToImport, { recordZone, ...draft }: Draft): Meeting | Refused {
  return refuseIfThrown(draft.id, () => {
    const place = inRegion(feed.region, draft.place);
    const middle = place.point === null ? middleOf(db, place) : null;
    return { ...draft, place, zone: decideZone({ record: recordZone, feed: feed.zone, place, middle }), frequency: frequencyOf(draft) };
  });
}

/** Saves what was spooled, removes what the records no longer say, and counts what that changed. */
function syncMeetings(
  db: Database,
  known: readonly string[],
  report: FeedReport,
  { seq, at }: Batch,
  save: (meeting: Meeting) => Saved,
): void {
  const gone = new Set(known);
  const unlisted = unlistedSubjects(db, "meetings");
  for (const meeting of spooledMeetings(db)) {
    if (unlisted.has(meeting.id)) continue;
    report[save(meeting)]++;
    gone.delete(meeting.id);
  }
  for (const id of gone) removeMeeting(db, id, seq, at);
  report.removed = gone.size;
}
