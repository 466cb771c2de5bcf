import type { Database } from "../database/open.ts";
import { meetingIdsOf } from "../meetings/find.ts";
import { frequencyOf } from "../meetings/frequency.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { removeMeeting, saveMeeting } from "../meetings/save.ts";
import { isZone, zoneAt, zoneOfState } from "../places/zone.ts";
import { findProgram } from "../programs/find.ts";
import { parseBmlt } from "./bmlt/parse.ts";
import type { Shape } from "./feed-list.ts";
import { parseMeetingGuide } from "./meeting-guide/parse.ts";
import type { Draft, FeedSource, Read, Refused, Repair } from "./record.ts";
import { parseCsv } from "./records/csv.ts";
import { readRecords } from "./records/read.ts";
import { inRegion } from "./values/address.ts";

/** What an import did. */
export interface FeedReport {
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
  /** What was put right on the way in, by kind, with some of the values it was seen in. */
  repaired: { kind: string; count: number; examples: string[] }[];
  refused: Refused[];
}

export interface ImportOptions {
  shape: Shape;
  /** Take it even when it would remove much of what is there. */
  force: boolean;
  /** Report what would happen, and change nothing. */
  dryRun: boolean;
  /** The time to write beside the report (ISO 8601). */
  at: string;
}

/** A feed that cannot be taken as it came; what is there stays. */
class FeedRefused extends Error {}

/** More than this share of a feed gone at once is more likely a broken feed than so many groups closing. */
const mostRemoved = 0.3;
const mostExamples = 3;
const keptReports = 20;

/**
 * Brings the database in step with what a feed now says, in one transaction: after a crash the last good data stands, and one bad
 * record costs no other. Throws FeedRefused, with a sentence, for what is no feed or would remove too much.
 */
export function importFeed(db: Database, source: FeedSource, text: string, options: ImportOptions): FeedReport {
  const program = findProgram(db, source.program);
  if (!program)
    throw new FeedRefused(`There is no program "${source.program}" in the catalog. Give the id of the program whose meetings these are.`);
  const reads = parse(source, text, options.shape);
  const report: FeedReport = { added: 0, changed: 0, unchanged: 0, removed: 0, repaired: [], refused: [] };
  const rollBack = new Error("dry run");
  try {
    db.transaction(() => {
      bring(db, source, reads, Object.keys(program.facets.category), report);
      guard(report, options.force);
      if (options.dryRun) throw rollBack;
      keepReport(db, source, report, options.at);
    }).immediate();
  } catch (error) {
    if (error !== rollBack) throw error;
  }
  return report;
}

/** Reads the feed as far as its records; they are made into drafts one by one, as they are taken. */
function parse(source: FeedSource, text: string, shape: Shape): Iterable<Read> {
  const read = readRecords(text, shape);
  if ("problem" in read) throw new FeedRefused(read.problem);
  if (read.shape === "csv") return parseCsv(source, read.text);
  const reads = read.shape === "bmlt" ? parseBmlt(source, read.records, read.formats) : parseMeetingGuide(source, read.records);
  return read.repairs ? after({ draft: null, repairs: read.repairs }, reads) : reads;
}

function* after(first: Read, others: Iterable<Read>): Iterable<Read> {
  yield first;
  yield* others;
}

/** A meeting with its state, zone and frequency found. */
function finished(source: FeedSource, { recordZone, ...draft }: Draft): Meeting {
  const place = inRegion(source.region, draft.place);
  return { ...draft, place, zone: zoneFor(source, recordZone, place), frequency: frequencyOf(draft) };
}

/** The record's own zone, else the feed's, else that of its state where it has one, else that of its point on the map. */
function zoneFor({ zone }: FeedSource, recordZone: string | null, { point, state }: Meeting["place"]): Meeting["zone"] {
  if (recordZone !== null && isZone(recordZone)) return { name: recordZone, from: "record" };
  if (zone !== null) return { name: zone, from: "feed" };
  const ofState = state && zoneOfState(state);
  if (ofState) return { name: ofState, from: "state" };
  const there = point && zoneAt(point.latitude, point.longitude);
  return there ? { name: there, from: "coordinates" } : null;
}

function bring(db: Database, source: FeedSource, reads: Iterable<Read>, categories: readonly string[], report: FeedReport): void {
  const before = new Set(meetingIdsOf(db, source.id));
  for (const read of reads) {
    if ("reason" in read) report.refused.push(read);
    else addRepairs(report.repaired, read.repairs);
    if ("reason" in read || !read.draft) continue;
    report[saveMeeting(db, finished(source, read.draft), categories)]++;
    before.delete(read.draft.id);
  }
  for (const id of before) removeMeeting(db, id);
  report.removed = before.size;
  report.repaired.sort((a, b) => b.count - a.count);
}

function guard({ removed, changed, unchanged }: FeedReport, force: boolean): void {
  const had = removed + changed + unchanged;
  if (force || removed <= had * mostRemoved) return;
  throw new FeedRefused(
    `This would remove ${removed} of the feed's ${had} meetings, more than ${mostRemoved * 100}%. Nothing was changed; if it is right, import it with --force.`,
  );
}

function addRepairs(sums: FeedReport["repaired"], repairs: readonly Repair[]): void {
  for (const { kind, record, was } of repairs) {
    const known = sums.find((sum) => sum.kind === kind);
    const sum = known ?? { kind, count: 0, examples: [] };
    if (!known) sums.push(sum);
    sum.count++;
    if (sum.examples.length < mostExamples) sum.examples.push(`${record}: ${was}`);
  }
}

function keepReport(db: Database, { id: feed, name }: FeedSource, report: FeedReport, at: string): void {
  const text = JSON.stringify(report);
  db.prepare("INSERT INTO feed_reports (feed, at, report) VALUES (?, ?, ?)").run(feed, at, text);
  db.prepare(
    `DELETE FROM feed_reports WHERE feed = ? AND id NOT IN (SELECT id FROM feed_reports WHERE feed = ? ORDER BY id DESC LIMIT ${keptReports})`,
  ).run(feed, feed);
  db.prepare(
    `INSERT INTO feeds (id, name, fetched, asked) VALUES (@feed, @name, @at, @at)
     ON CONFLICT (id) DO UPDATE SET name = @name, fetched = @at, asked = @at, problem = NULL, failures = 0`,
  ).run({ feed, name, at });
  if (report.added + report.changed + report.removed > 0) db.prepare("INSERT INTO imports (at, report) VALUES (?, ?)").run(at, text);
}

/** A feed's last reports, newest first. */
export function feedReports(db: Database, feed: string): { at: string; report: FeedReport }[] {
  const rows = db.prepare("SELECT at, report FROM feed_reports WHERE feed = ? ORDER BY id DESC").all(feed) as {
    at: string;
    report: string;
  }[];
  return rows.map(({ at, report }) => ({ at, report: JSON.parse(report) as FeedReport }));
}
