import type { Database } from "../database/open.ts";
import type { Feed } from "./feed-list.ts";
import type { Refused, Repair } from "./record.ts";
import type { FeedState } from "./state.ts";

/** What an import did: how it is counted, kept (the only SQL on `feed_reports`), and put in words for an operator. */

export interface FeedReport {
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
  /** What was put right on the way in, by kind, with some of the values it was seen in. */
  repaired: { kind: string; count: number; examples: string[] }[];
  refused: Refused[];
}

const maxReports = 20;
const maxExamples = 3;
const maxRefused = 20;

/** A report to begin with. */
export function emptyReport(): FeedReport {
  return { added: 0, changed: 0, unchanged: 0, removed: 0, repaired: [], refused: [] };
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

/** Adds a report to a feed's last ones, and forgets the oldest. */
export function saveReport(db: Database, feed: string, report: FeedReport, at: string): void {
  db.prepare("INSERT INTO feed_reports (feed, at, report) VALUES (?, ?, ?)").run(feed, at, JSON.stringify(report));
  db.prepare(
    `DELETE FROM feed_reports WHERE feed = ? AND id NOT IN (SELECT id FROM feed_reports WHERE feed = ? ORDER BY id DESC LIMIT ${maxReports})`,
  ).run(feed, feed);
}

/** A feed's last reports, newest first. */
export function feedReports(db: Database, feed: string): { at: string; report: FeedReport }[] {
  const rows = db.prepare("SELECT at, report FROM feed_reports WHERE feed = ? ORDER BY id DESC").all(feed) as {
    at: string;
    report: string;
  }[];
  return rows.map(({ at, report }) => ({ at, report: JSON.parse(report) as FeedReport }));
}

/** What an import did, in a few lines. */
export function describeFeedReport({ added, changed, unchanged, removed, repaired, refused }: FeedReport): string {
  const repairs = repaired.map(({ kind, count, examples }) => `  repaired ${kind}: ${count} (${examples.join("; ")})`);
  const refusals = refused.slice(0, maxRefused).map(({ record, reason }) => `  refused ${record}: ${reason}`);
  const more = refused.length > maxRefused ? [`  … and ${refused.length - maxRefused} more refused`] : [];
  return [
    `Meetings: ${added} added, ${changed} changed, ${unchanged} unchanged, ${removed} removed, ${refused.length} refused.`,
    ...repairs,
    ...refusals,
    ...more,
  ].join("\n");
}

/** One feed in a few lines. */
export function describeFeed({ id, program, on, url, file, zone }: Feed, state: FeedState, meetings: number): string {
  return [
    `${id} (${on ? "on" : "off"}): ${meetings} meetings of ${program}`,
    `  ${url ?? file}, ${zone ?? "no default time zone"}`,
    state.fetched ? `  last fetched ${state.fetched}` : "  never fetched",
    state.problem && `  failed ${state.failures} times since, last ${state.asked}: ${state.problem}`,
  ]
    .filter(Boolean)
    .join("\n");
}
