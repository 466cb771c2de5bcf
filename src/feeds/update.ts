import { readFileSync } from "node:fs";
import type { Database } from "../database/open.ts";
import type { Feed } from "./feed-list.ts";
import { decodeText } from "./fetch/decode.ts";
import type { Fetched, FetchLimits } from "./fetch/fetch.ts";
import { fetchAllPages } from "./fetch/pages.ts";
import { type ImportOptions, importFeed } from "./import.ts";
import { waitUntil } from "./next-visit.ts";
import type { FeedToImport } from "./read-feed.ts";
import type { FeedReport } from "./report.ts";
import { type FeedState, feedState, rememberAsked, rememberFailed, rememberFetched, rememberTags } from "./state.ts";

/** What came of asking for a feed. Whatever went wrong, the last good data stays. */
export type Updated =
  | { kind: "imported"; report: FeedReport }
  | { kind: "unchanged" }
  | { kind: "waiting"; until: string }
  | { kind: "failed"; reason: string };

export interface UpdateOptions extends ImportOptions {
  /** Names the product and the site's address, so that a feed's people know who asks. */
  userAgent: string;
  /** True to keep away, for longer each time, from a feed that failed. */
  backOff: boolean;
  /** Only tests change how a feed is fetched. */
  fetch?: FetchLimits;
}

/** What an update must know of a feed. */
type FeedToUpdate = FeedToImport & Pick<Feed, "url" | "file"> & Partial<Pick<Feed, "timeout">>;

/** Asks for a feed, if it may have changed, and imports it. Never throws: what goes wrong, with the feed or with the database, is told. */
export async function updateFeed(db: Database, feed: FeedToUpdate, options: UpdateOptions): Promise<Updated> {
  try {
    const state = feedState(db, feed.id);
    const until = options.backOff ? waitUntil(state) : null;
    if (until !== null && until > options.at) return { kind: "waiting", until };
    if (!options.dryRun) rememberAsked(db, feed.id, options.at);
    const fetched = await fetchOrReadFile(feed, state, options);
    if (fetched.kind === "failed") return failed(db, feed.id, fetched.reason, options);
    if (fetched.kind === "unchanged") {
      if (!options.dryRun) rememberFetched(db, feed, options.at);
      return { kind: "unchanged" };
    }
    const report = importFeed(db, feed, fetched.text, options);
    if (!options.dryRun) rememberTags(db, feed.id, fetched.etag, fetched.lastModified);
    return { kind: "imported", report };
  } catch (error) {
    return failed(db, feed.id, (error as Error).message, options);
  }
}

/** With `force` the whole feed is asked for, whether or not it has changed; so it is where a day has come on which a meeting closes or is open again. */
async function fetchOrReadFile(
  { url, file, timeout = null }: FeedToUpdate,
  state: FeedState,
  { userAgent, force, fetch, at }: UpdateOptions,
): Promise<Fetched> {
  if (url !== null) {
    const { etag, last_modified: lastModified } = force || hasTurned(state, at) ? { etag: null, last_modified: null } : state;
    return fetchAllPages(url, { userAgent, etag, lastModified, ...(timeout !== null && { timeoutMs: timeout * 1000 }), ...fetch });
  }
  if (file === null) return { kind: "failed", reason: "The feed has neither a url nor a file." };
  return { kind: "fetched", text: decodeText(readFileSync(file)), etag: null, lastModified: null };
}

function hasTurned({ reopens }: FeedState, at: string): boolean {
  return reopens !== null && reopens <= at.slice(0, 10);
}

function failed(db: Database, id: string, reason: string, { dryRun }: UpdateOptions): Updated {
  try {
    if (!dryRun) rememberFailed(db, id, reason);
  } catch (error) {
    return { kind: "failed", reason: `${reason} That could not be written down (${(error as Error).message}).` };
  }
  return { kind: "failed", reason };
}
