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

/** The result of an update. Whatever went wrong, the last good data stays. */
export type Updated =
  | { kind: "imported"; report: FeedReport }
  | { kind: "unchanged" }
  | { kind: "waiting"; until: string }
  | { kind: "failed"; reason: string };

export interface UpdateOptions extends ImportOptions {
  /** The product's name and the site's address, so that the people behind a feed know who fetches it. */
  userAgent: string;
  /** True to back off from a feed that failed, for longer each time. */
  backOff: boolean;
  /** Only tests change how a feed is fetched. */
  fetch?: FetchLimits;
}

/** What an update needs to know of a feed. */
type FeedToUpdate = FeedToImport & Pick<Feed, "url" | "file"> & Partial<Pick<Feed, "timeout">>;

/** Fetches a feed, if it may have changed, and imports it. Never throws: errors, of the feed or of the database, are returned as failures. */
export async function updateFeed(db: Database, feed: FeedToUpdate, options: UpdateOptions): Promise<Updated> {
  try {
    const state = feedState(db, feed.id);
    const until = options.backOff ? waitUntil(state) : null;
    // Not where it failed in the future, before the clock was set back.
    if (until !== null && until > options.at && (state.asked ?? "") <= options.at) return { kind: "waiting", until };
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

/** With `force`, or once a date has come on which a meeting closes or reopens, the whole feed is fetched even if it has not changed. */
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
