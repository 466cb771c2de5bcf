import { readFileSync } from "node:fs";
import { catalogFolder } from "../catalog/read.ts";
import { readVocabulary } from "../catalog/vocabulary.ts";
import type { Database } from "../database/open.ts";
import { compareFeed } from "../feeds/compare/compare-feed.ts";
import { countCompared, countUnexplained, describeComparison, emptyCount } from "../feeds/compare/describe-comparison.ts";
import { feedsFile, readFeeds } from "../feeds/feed-list.ts";
import { decodeText } from "../feeds/fetch/decode.ts";
import { printableJson } from "../feeds/printable.ts";
import type { FeedToImport } from "../feeds/read-feed.ts";
import { findMeeting, meetingIdsOf } from "../meetings/find.ts";
import { type Given, needed, shapeOf } from "./feed-options.ts";
import { Misunderstood } from "./misunderstood.ts";

/**
 * Prints where the saved meetings of a feed differ from a file of their source, and why; with `--json`, one record per line. Changes
 * nothing. Returns the exit status: 1 if a difference is not explained.
 */
export function compareFeedWithFile(db: Database, given: Given, [id, file]: readonly string[], at: string): number {
  const feed = feedToCompare(db, given, needed(id, "a feed's id"));
  const text = decodeText(readFileSync(needed(file, "the file to compare it with")));
  const count = emptyCount();
  for (const record of compareFeed(db, feed, text, { vocabulary: readVocabulary(catalogFolder), at })) {
    countCompared(count, record);
    if (given.json) console.log(printableJson(record));
  }
  if (!given.json) console.log(describeComparison(count));
  return countUnexplained(count) === 0 ? 0 : 1;
}

/** Returns the feed from the list or, if it was imported from a file, built from its meetings and the options. Throws Misunderstood. */
function feedToCompare(db: Database, given: Given, id: string): FeedToImport {
  const listed = readFeeds(feedsFile).find((feed) => feed.id === id);
  if (listed) return listed;
  const [first] = meetingIdsOf(db, id);
  const program = given.program ?? (first === undefined ? null : findMeeting(db, first)?.program);
  if (!program) throw new Misunderstood(`There is no feed "${id}", and no meeting of one. Import it first.`);
  return { id, name: null, program, zone: given.zone ?? null, region: given.region ?? null, shape: shapeOf(given) };
}
