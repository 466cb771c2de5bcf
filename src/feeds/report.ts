import type { Database } from "../database/open.ts";
import type { Feed } from "./feed-list.ts";
import { printable } from "./printable.ts";
import type { Refused, Repair } from "./record.ts";
import type { UnreadField } from "./records/survey.ts";
import type { FeedState } from "./state.ts";

/** The report of an import: how it is counted, stored (the only SQL on `feed_reports`), and put in words for an operator. */

export interface FeedReport {
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
  /** Repairs by kind, with some of the values they were made in. */
  repaired: { kind: string; count: number; examples: string[] }[];
  /** Unknown fields, most frequent first. */
  unread: UnreadField[];
  /** What is odd about the list as a whole, in sentences. */
  doubts: string[];
  /** The first records from which no meeting could be made. */
  refused: Refused[];
  /** How many there were in total. */
  refusedCount: number;
}

const maxReports = 20;
const maxExamples = 3;
const maxRefused = 200;
/** How many refused records are printed. */
const maxPrinted = 20;

/** Returns an empty report. */
export function emptyReport(): FeedReport {
  return { added: 0, changed: 0, unchanged: 0, removed: 0, repaired: [], unread: [], doubts: [], refused: [], refusedCount: 0 };
}

/** Counts repairs, and keeps the first of each kind as examples. */
export function countRepairs(report: FeedReport, repairs: readonly Repair[]): void {
  for (const { kind, record, was } of repairs) {
    const known = report.repaired.find((sum) => sum.kind === kind);
    const sum = known ?? { kind, count: 0, examples: [] };
    if (!known) report.repaired.push(sum);
    sum.count++;
    if (sum.examples.length < maxExamples) sum.examples.push(`${record}: ${was}`);
  }
}

/** Counts a refused record, and keeps the first ones by name: a feed of nothing else must not fill the database. */
export function countRefused(report: FeedReport, refused: Refused): void {
  report.refusedCount++;
  if (report.refused.length < maxRefused) report.refused.push(refused);
}

/** Adds a report to a feed's last ones, and deletes the oldest. */
export function saveReport(db: Database, feed: string, report: FeedReport, at: string): void {
  db.prepare("INSERT INTO feed_reports (feed, at, report) VALUES (?, ?, ?)").run(feed, at, JSON.stringify(report));
  db.prepare(
    `DELETE FROM feed_reports WHERE feed = ? AND id NOT IN (SELECT id FROM feed_reports WHERE feed = ? ORDER BY id DESC LIMIT ${maxReports})`,
  ).run(feed, feed);
}

/** Returns a feed's last reports, newest first. */
export function feedReports(db: Database, feed: string): { at: string; report: FeedReport }[] {
  const rows = db.prepare("SELECT at, report FROM feed_reports WHERE feed = ? ORDER BY id DESC").all(feed) as {
    at: string;
    report: string;
  }[];
  return rows.map(({ at, report }) => ({ at, report: readReport(report) }));
}

/** Parses a stored report. Older ones list all that was refused, without a count, and lack unread fields and doubts. */
function readReport(json: string): FeedReport {
  const report: Omit<FeedReport, "refusedCount" | "unread" | "doubts"> & Partial<FeedReport> = JSON.parse(json);
  return { refusedCount: report.refused.length, unread: [], doubts: [], ...report };
}

/** Describes an import in a few lines, without any control character from the feed. */
export function describeFeedReport(report: FeedReport): string {
  const { added, changed, unchanged, removed, repaired, unread, doubts, refused, refusedCount } = report;
  const repairs = repaired.map(({ kind, count, examples }) => printable(`  repaired ${kind}: ${count} (${examples.join("; ")})`));
  const notRead = unread.map(({ field, count, examples }) =>
    printable(`  not read: “${field}” of ${count} records (${examples.join("; ")})`),
  );
  const refusals = refused.slice(0, maxPrinted).map(({ record, reason }) => printable(`  refused ${record}: ${reason}`));
  const more = refusedCount > maxPrinted ? [`  … and ${refusedCount - maxPrinted} more refused`] : [];
  return [
    `Meetings: ${added} added, ${changed} changed, ${unchanged} unchanged, ${removed} removed, ${refusedCount} refused.`,
    ...doubts.map((doubt) => printable(`  doubtful: ${doubt}`)),
    ...repairs,
    ...notRead,
    ...refusals,
    ...more,
  ].join("\n");
}

/** What is reported of a feed besides its own entry. */
interface FeedNews {
  state: FeedState;
  meetings: number;
  /** Of its last import; null if there was none. */
  last: { at: string; report: FeedReport } | null;
  /** About when it is fetched next (ISO 8601); null if only by hand. */
  next: string | null;
  /** The current time, in epoch milliseconds. */
  now: number;
}

/** Describes one feed in a few lines. */
export function describeFeed({ id, program, on, url, file, zone, asked }: Feed, { state, meetings, last, next, now }: FeedNews): string {
  return [
    `${id} (${on ? "on" : "off"}): ${meetings} meetings of ${program}`,
    `  ${url ?? file}, ${zone ?? "no default time zone"}`,
    asked && `  asked: ${printable(asked)}`,
    state.fetched ? `  last fetched ${state.fetched}, ${ageOf(state.fetched, now)}` : "  never fetched",
    last && `  last import ${last.at}: ${describeFeedReport(last.report).split("\n", 1)[0]}`,
    state.problem && `  failed ${state.failures} times since, last ${state.asked}: ${printable(state.problem)}`,
    on && `  next: ${sayNext(next, now)}`,
  ]
    .filter(Boolean)
    .join("\n");
}

const hour = 3_600_000;

function ageOf(time: string, now: number): string {
  const hours = Math.floor((now - Date.parse(time)) / hour);
  if (hours < 1) return "less than an hour ago";
  return hours < 48 ? `${hours} hours ago` : `${Math.floor(hours / 24)} days ago`;
}

function sayNext(next: string | null, now: number): string {
  if (next === null) return "by hand (FEEDS_REFRESH is not set, or it was never asked for)";
  return Date.parse(next) <= now ? "with the next refresh" : `about ${next}`;
}
