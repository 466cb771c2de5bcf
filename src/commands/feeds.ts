import { readFileSync } from "node:fs";
import { catalogFolder } from "../catalog/read.ts";
import { readVocabulary } from "../catalog/vocabulary.ts";
import { readConfig } from "../config.ts";
import type { Database } from "../database/open.ts";
import { writeTransaction } from "../database/write-transaction.ts";
import { addFeed, type Feed, feedsFile, readFeeds, removeFeed, shapes } from "../feeds/feed-list.ts";
import { decodeText } from "../feeds/fetch/decode.ts";
import { importFeed } from "../feeds/import.ts";
import { nextVisit } from "../feeds/next-visit.ts";
import { printableJson } from "../feeds/printable.ts";
import { describeFeed, describeFeedReport, feedReports } from "../feeds/report.ts";
import { feedState } from "../feeds/state.ts";
import { meetingIdsOf } from "../meetings/find.ts";
import { removeFeedMeetings } from "../meetings/save.ts";
import { isZone } from "../places/zone.ts";
import { chooseCommand } from "./choose-command.ts";
import { compareFeedWithFile } from "./compare-feed.ts";
import { endWithParent } from "./end-with-parent.ts";
import { type Given, needed, readFeedOptions, shapeOf } from "./feed-options.ts";
import { addKnown, showKnown } from "./known-lists.ts";
import { Misunderstood } from "./misunderstood.ts";
import { sayAdded } from "./say-added.ts";
import { tryFeed } from "./try-feed.ts";
import { updateEachAlone, updateHere } from "./update-feeds.ts";
import { sayWaiting, withDatabase, withFilledDatabase } from "./with-database.ts";

/** Usage of the commands about feeds. */
export const feedsUsage = `npm run feeds -- list | show ID | remove ID | update [ID …] [--force] [--dry-run] [--json]
npm run feeds -- add --id ID --program PROGRAM (--url URL | --file PATH) [--name NAME] [--shape ${shapes.join("|")}] [--zone ZONE] [--region …] [--contact …] [--licence …] [--asked …] [--timeout SECONDS] [--on]
npm run feeds -- known [ID] [--state ST] [--program PROGRAM] [--json]
npm run feeds -- try URL|FILE [--program PROGRAM] [--zone ZONE] [--region …] [--shape …]
npm run feeds -- compare ID FILE [--program PROGRAM] [--zone ZONE] [--region …] [--shape …] [--json]
npm run feeds -- add --known ID [--asked "WHO, WHEN"] [--name NAME] [--zone ZONE] [--on]
npm run feeds -- import --id ID --program PROGRAM --file PATH [--name NAME] [--zone ZONE] [--shape …] [--force] [--dry-run] [--json]`;

/** Runs one command about feeds. Resolves to the exit status: 0 done, 1 something failed. Throws Misunderstood. */
export async function feedsCommand([verb, ...rest]: readonly string[]): Promise<number> {
  const command = chooseCommand(commands, { noun: "feeds", inSentence: "the feeds" }, verb);
  const { values, positionals } = readFeedOptions(rest);
  return command(values, positionals);
}

/** Checks its arguments before it opens the database, as far as they can be checked without it. */
type Command = (given: Given, ids: readonly string[]) => number | Promise<number>;

const commands: Record<string, Command> = {
  list: () =>
    withFilledDatabase((db) => {
      for (const feed of readFeeds(feedsFile)) console.log(describe(db, feed));
      return 0;
    }),
  show(given, [first]) {
    const id = needed(first, "a feed's id");
    return withFilledDatabase((db) => {
      const feed = readFeeds(feedsFile).find((one) => one.id === id) ?? null;
      const reports = feedReports(db, id);
      if (given.json) console.log(printableJson({ feed, state: feedState(db, id), reports }));
      else console.log(describeHistory(db, id, feed, reports));
      return feed || reports.length > 0 ? 0 : 1;
    });
  },
  known: showKnown,
  add(given) {
    if (given.known !== undefined) return addKnown(given);
    const { id, name, program, url, file, zone, region, contact, licence, asked, timeout, on } = given;
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
      asked: asked ?? null,
      timeout: timeout === undefined ? null : Number(timeout),
      on,
    });
    console.log(sayAdded({ id: needed(id, "--id"), on, asked: asked ?? null }));
    return 0;
  },
  remove(_given, [first]) {
    const id = needed(first, "a feed's id");
    return withDatabase((db) => {
      if (readFeeds(feedsFile).some((feed) => feed.id === id)) removeFeed(feedsFile, id);
      const removed = writeTransaction(db, sayWaiting, () => removeFeedMeetings(db, id, new Date().toISOString()));
      console.log(`Removed ${id} and its ${removed} meetings.`);
      return 0;
    });
  },
  try: (given, source) => tryFeed(given, source, userAgent()),
  compare: (given, idAndFile) => withFilledDatabase((db) => compareFeedWithFile(db, given, idAndFile, new Date().toISOString())),
  update(given, ids) {
    const feeds = chosen(ids);
    return withFilledDatabase(async (db) => {
      if (feeds.length === 0) console.log("No feed is switched on. See data/feeds.json.");
      const [first] = feeds;
      if (!given.alone || first === undefined) return updateEachAlone(db, feeds, given);
      endWithParent();
      return updateHere(db, first, { ...howFrom(given), backOff: given["back-off"], userAgent: userAgent() }, given.json);
    });
  },
  import(given) {
    const feed = feedGiven(given);
    const content = decodeText(readFileSync(needed(given.file, "--file")));
    return withFilledDatabase((db) => {
      const report = importFeed(db, feed, content, howFrom(given));
      console.log(given.json ? printableJson(report) : describeFeedReport(report));
      return 0;
    });
  },
};

function describe(db: Database, feed: Feed): string {
  const state = feedState(db, feed.id);
  return describeFeed(feed, {
    state,
    meetings: meetingIdsOf(db, feed.id).length,
    last: feedReports(db, feed.id)[0] ?? null,
    next: nextVisit(feed, state, readConfig().feedsRefresh),
    now: Date.now(),
  });
}

function describeHistory(db: Database, id: string, feed: Feed | null, reports: ReturnType<typeof feedReports>): string {
  if (!feed && reports.length === 0) return `There is no feed "${id}" and no report of one.`;
  return [...(feed ? [describe(db, feed)] : []), ...reports.map(({ at, report }) => `\n${at}\n${describeFeedReport(report)}`)].join("\n");
}

/** Builds a feed that is in no list from the options. */
function feedGiven(given: Given) {
  const { id, name, program, zone, region } = given;
  const feed = {
    id: needed(id, "--id"),
    name: name ?? null,
    program: needed(program, "--program"),
    zone: zone ?? null,
    region: region ?? null,
    shape: shapeOf(given),
  };
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(feed.id)) throw new Misunderstood("--id is lower-case words joined by hyphens, such as nw-texas.");
  if (feed.zone !== null && !isZone(feed.zone))
    throw new Misunderstood(`--zone ${feed.zone} is no time zone; write it as America/Chicago.`);
  return feed;
}

function howFrom(given: Given) {
  return {
    vocabulary: readVocabulary(catalogFolder),
    force: given.force,
    dryRun: given["dry-run"],
    at: new Date().toISOString(),
    onWait: sayWaiting,
  };
}

/** Returns the named feeds, whether switched on or not; without names, those that are on. */
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
