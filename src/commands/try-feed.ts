import { readFileSync } from "node:fs";
import { fillDatabase } from "../catalog/fill.ts";
import { catalogFolder } from "../catalog/read.ts";
import { readVocabulary } from "../catalog/vocabulary.ts";
import { readConfig } from "../config.ts";
import { type Database, openDatabase } from "../database/open.ts";
import { decodeText } from "../feeds/fetch/decode.ts";
import { fetchFeed } from "../feeds/fetch/fetch.ts";
import { importFeed } from "../feeds/import.ts";
import { type KnownFeed, readKnownFeeds } from "../feeds/known-feeds.ts";
import { printable } from "../feeds/printable.ts";
import { type FeedToImport, recordsFound } from "../feeds/read-feed.ts";
import type { Dialect } from "../feeds/records/dialect.ts";
import { describeFeedReport } from "../feeds/report.ts";
import { findMeeting, meetingIdsOf } from "../meetings/find.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { searchMeetings } from "../meetings/search.ts";
import { type MeetingRow, meetingRows } from "../pages/meetings/row.ts";
import { emptyFilter } from "../search/filter.ts";
import { builtCatalog } from "../site/catalog.ts";
import { editions } from "../site/edition.ts";
import { type Context, contextOf, openSite } from "../site/site.ts";
import { loadAssets } from "../web/assets.ts";
import { type Given, needed, shapeOf } from "./feed-options.ts";

/** How many meetings are shown as readers would see them. */
const maxSamples = 10;

/**
 * Reads a feed from an address or a file and prints what an import would make of it; saves nothing, and does not open the operator's
 * database. Resolves to the exit status: 1 if it cannot be fetched.
 */
export async function tryFeed(given: Given, [source]: readonly string[], userAgent: string): Promise<number> {
  const from = needed(source, "a web address or the path of a file");
  const asGiven = feedToTry(given, readKnownFeeds().find(({ url }) => url === from) ?? null);
  const read = await readSource(from, userAgent);
  if ("problem" in read) {
    console.log(printable(read.problem));
    return 1;
  }
  const db = openDatabase(":memory:");
  try {
    const { build } = loadAssets();
    const at = new Date().toISOString();
    fillDatabase(db, build, at);
    const { container, dialect, count } = recordsFound(asGiven, read.text);
    const feed = { ...asGiven, program: asGiven.program ?? usualPrograms[dialect] };
    console.log(`Read as ${dialect} in ${container}: ${count} records, as meetings of ${feed.program}.`);
    const report = importFeed(db, feed, read.text, { vocabulary: readVocabulary(catalogFolder), force: true, dryRun: false, at });
    console.log(describeFeedReport(report));
    console.log(sayCounts(meetingsIn(db, feed.id)));
    for (const row of sampleRows(openContext(db))) console.log(`\n${sayRow(row)}`);
    console.log("\nNothing was kept.");
    return 0;
  } finally {
    db.close();
  }
}

/** The program that most feeds of a dialect belong to. */
const usualPrograms: Record<Dialect, string> = { "meeting-guide": "alcoholics-anonymous", bmlt: "narcotics-anonymous" };

/** Builds the feed from the options, or else from what is known about this address. `program` is null if neither gives it. */
function feedToTry(given: Given, known: KnownFeed | null): Omit<FeedToImport, "program"> & { program: string | null } {
  const { program, zone, region, name } = given;
  const [state, another] = known?.states ?? [];
  return {
    id: "tried",
    name: name ?? null,
    program: program ?? known?.program ?? null,
    zone: zone ?? known?.zone ?? null,
    region: region ?? (state !== undefined && another === undefined ? `US-${state}` : null),
    shape: shapeOf(given),
  };
}

async function readSource(from: string, userAgent: string): Promise<{ text: string } | { problem: string }> {
  if (!/^https?:\/\//i.test(from)) return { text: decodeText(readFileSync(from)) };
  const fetched = await fetchFeed(from, { userAgent, etag: null, lastModified: null });
  if (fetched.kind === "fetched") return fetched;
  return { problem: fetched.kind === "failed" ? fetched.reason : "It has not changed." };
}

function openContext(db: Database): Context {
  const site = openSite(db, builtCatalog(), readConfig(), loadAssets());
  return contextOf(site, editions[0]);
}

function meetingsIn(db: Database, feed: string): Meeting[] {
  return meetingIdsOf(db, feed).flatMap((id) => findMeeting(db, id) ?? []);
}

/** Counts the meetings by way to join, and those that lack what readers look for first. */
function sayCounts(meetings: readonly Meeting[]): string {
  const count = (holds: (meeting: Meeting) => boolean) => meetings.filter(holds).length;
  const ways = [...new Set(meetings.map(({ join }) => join))].sort().map((way) => `${way} ${count(({ join }) => join === way)}`);
  const lacking = [
    ["without a time", count(({ occurrences }) => occurrences.length === 0)],
    ["without a time zone", count(({ zone }) => zone === null)],
    ["without a point on the map", count(({ place }) => place.point === null)],
    ["not sure how often", count(({ frequency }) => !frequency.sure)],
  ] as const;
  return [
    `Ways to join: ${ways.join(", ") || "none"}.`,
    ...lacking.filter(([, lacks]) => lacks > 0).map(([what, lacks]) => `  ${what}: ${lacks}`),
  ].join("\n");
}

/** Returns rows spread evenly over the list, which begins with the meeting that comes next. */
function sampleRows(context: Context): MeetingRow[] {
  const answer = searchMeetings(context.meetings, { filter: emptyFilter, from: null, night: null }, context.now);
  const places = Array.from({ length: answer.total }, (_, at) => at);
  const upcoming = spread(places, maxSamples).flatMap((at) => answer.take(at, 1));
  return meetingRows(context, upcoming, { tz: null, showProgram: false });
}

/** Returns at most `max` items, evenly spaced, beginning with the first. */
function spread<Item>(items: readonly Item[], max: number): Item[] {
  const count = Math.min(max, items.length);
  return Array.from({ length: count }, (_, at) => items[Math.floor((at * items.length) / count)]!);
}

/** Formats a row as the page shows it, in lines for a terminal. */
function sayRow({ name, where, times, zone, facts, steps, joinNotes }: MeetingRow): string {
  const said = times.map(({ before, next, after }) => [before, next, after].filter(Boolean).join(", "));
  return [
    name,
    `  ${[...said, zone].filter(Boolean).join(" · ")}`,
    `  ${[where, ...facts].filter(Boolean).join(" · ")}`,
    ...steps.map(({ label, keys, host }) => `  ${[label, keys ?? host].filter(Boolean).join(" · ")}`),
    ...joinNotes.map((note) => `  ${note}`),
  ]
    .map(printable)
    .join("\n");
}
