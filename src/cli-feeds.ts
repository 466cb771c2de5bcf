import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readConfig } from "./config.ts";
import { type Database, openDatabase } from "./database/open.ts";
import { addFeed, type Feed, feedsFile, readFeeds, removeFeed, type Shape, shapes } from "./feeds/feed-list.ts";
import { decodeText } from "./feeds/fetch/decode.ts";
import { importFeed } from "./feeds/import.ts";
import { describeFeed, describeReport, feedReports } from "./feeds/report.ts";
import { feedState } from "./feeds/state.ts";
import { updateFeed } from "./feeds/update.ts";
import { meetingIdsOf } from "./meetings/find.ts";
import { removeFeedMeetings } from "./meetings/save.ts";
import { isZone } from "./places/zone.ts";

/** What an operator can do with feeds. */
export const feedsUsage = `npm run feeds -- list | show ID | remove ID | update [ID …] [--force] [--dry-run] [--json]
       npm run feeds -- add --id ID --program PROGRAM (--url URL | --file PATH) [--name NAME] [--shape ${shapes.join("|")}] [--zone ZONE] [--region …] [--contact …] [--licence …] [--on]
       npm run feeds -- import --id ID --program PROGRAM --file PATH [--name NAME] [--zone ZONE] [--shape …] [--force] [--dry-run] [--json]`;

/** A command that was not understood; the message says why. */
export class Misunderstood extends Error {}

const text = { type: "string" } as const;
const flag = { type: "boolean", default: false } as const;
const options = {
  id: text,
  name: text,
  program: text,
  url: text,
  file: text,
  shape: text,
  zone: text,
  region: text,
  contact: text,
  licence: text,
  on: flag,
  force: flag,
  "dry-run": flag,
  json: flag,
  "back-off": flag,
} as const;

type Given = ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];

/** Runs one command about feeds. Resolves to the exit status: 0 done, 1 something failed. Throws Misunderstood. */
export async function feedsCommand([verb, ...rest]: readonly string[]): Promise<number> {
  const { values, positionals } = read(rest);
  const command = commands[verb ?? ""];
  if (!command) throw new Misunderstood(verb ? `There is no command "feeds ${verb}".` : "Say what to do with the feeds.");
  const db = openDatabase(readConfig().database);
  try {
    return await command(db, values, positionals);
  } finally {
    db.close();
  }
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Misunderstood((error as Error).message);
  }
}

type Command = (db: Database, given: Given, ids: readonly string[]) => number | Promise<number>;

const commands: Record<string, Command> = {
  list(db) {
    for (const feed of readFeeds(feedsFile)) console.log(describeFeed(feed, feedState(db, feed.id), meetingIdsOf(db, feed.id).length));
    return 0;
  },
  show(db, given, [id]) {
    const reports = feedReports(db, needed(id, "a feed's id"));
    const feed = readFeeds(feedsFile).find((one) => one.id === id);
    if (given.json) console.log(JSON.stringify({ feed: feed ?? null, state: feedState(db, id!), reports }));
    else {
      if (feed) console.log(describeFeed(feed, feedState(db, feed.id), meetingIdsOf(db, feed.id).length));
      for (const { at, report } of reports) console.log(`\n${at}\n${describeReport(report)}`);
      if (!feed && reports.length === 0) console.log(`There is no feed "${id}" and no report of one.`);
    }
    return feed || reports.length > 0 ? 0 : 1;
  },
  add(_db, given) {
    const { id, name, program, url, file, zone, region, contact, licence, on } = given;
    addFeed(feedsFile, {
      id: needed(id, "--id"),
      name: name ?? null,
      program: needed(program, "--program"),
      url: url ?? null,
      file: file ?? null,
      shape: shapeOf(given),
      zone: zone ?? null,
      region: region ?? null,
      contact: contact ?? null,
      licence: licence ?? null,
      on,
    });
    console.log(`Added ${id}. ${on ? "" : 'It is switched off until its entry says "on": true. '}Run: npm run feeds -- update ${id}`);
    return 0;
  },
  remove(db, _given, [id]) {
    const gone = needed(id, "a feed's id");
    if (readFeeds(feedsFile).some((feed) => feed.id === gone)) removeFeed(feedsFile, gone);
    console.log(`Removed ${gone} and its ${removeFeedMeetings(db, gone, new Date().toISOString())} meetings.`);
    return 0;
  },
  async update(db, given, ids) {
    const feeds = chosen(ids);
    let status = 0;
    for (const feed of feeds) {
      const updated = await updateFeed(db, feed, { ...howFrom(given), backOff: given["back-off"], userAgent: userAgent() });
      if (given.json) console.log(JSON.stringify({ id: feed.id, ...updated }));
      else if (updated.kind === "imported") console.log(`${feed.id}\n${describeReport(updated.report)}`);
      else console.log(`${feed.id}: ${sayOutcome(updated)}`);
      if (updated.kind === "failed") status = 1;
    }
    if (feeds.length === 0) console.log("No feed is switched on. See data/feeds.json.");
    return status;
  },
  import(db, given) {
    const feed = {
      id: needed(given.id, "--id"),
      name: given.name ?? null,
      program: needed(given.program, "--program"),
      zone: given.zone ?? null,
      region: given.region ?? null,
      shape: shapeOf(given),
    };
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(feed.id)) throw new Misunderstood("--id is lower-case words joined by hyphens, such as nw-texas.");
    if (feed.zone !== null && !isZone(feed.zone))
      throw new Misunderstood(`--zone ${feed.zone} is no time zone; write it as America/Chicago.`);
    const content = decodeText(readFileSync(needed(given.file, "--file")));
    const report = importFeed(db, feed, content, howFrom(given));
    console.log(given.json ? JSON.stringify(report) : describeReport(report));
    return 0;
  },
};

function howFrom(given: Given) {
  return { force: given.force, dryRun: given["dry-run"], at: new Date().toISOString() };
}

function needed(value: string | undefined, what: string): string {
  if (!value) throw new Misunderstood(`Give ${what}.`);
  return value;
}

function shapeOf({ shape = "auto" }: Given): Shape {
  const known = shapes.find((one) => one === shape);
  if (!known) throw new Misunderstood(`--shape ${shape} is not one of ${shapes.join(", ")}.`);
  return known;
}

/** The feeds named, whether switched on or not; without names those that are on. */
function chosen(ids: readonly string[]): Feed[] {
  const feeds = readFeeds(feedsFile);
  if (ids.length === 0) return feeds.filter(({ on }) => on);
  return ids.map((id) => feeds.find((feed) => feed.id === id) ?? unknownFeed(id));
}

function unknownFeed(id: string): never {
  throw new Misunderstood(`data/feeds.json has no feed "${id}".`);
}

function userAgent(): string {
  return `Porchlight (+${readConfig().siteUrl})`;
}

function sayOutcome(updated: { kind: "unchanged" } | { kind: "waiting"; until: string } | { kind: "failed"; reason: string }): string {
  if (updated.kind === "unchanged") return "not changed since it was last fetched.";
  return updated.kind === "waiting"
    ? `it failed before; not asked again until ${updated.until}.`
    : `failed: ${updated.reason} The last good data stays.`;
}
