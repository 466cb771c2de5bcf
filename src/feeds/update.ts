import { readFileSync } from "node:fs";
import type { Database } from "../database/open.ts";
import type { Feed } from "./feed-list.ts";
import { decodeText } from "./fetch/decode.ts";
import { backOff, fetchFeed } from "./fetch/fetch.ts";
import { type FeedReport, type ImportOptions, importFeed } from "./import.ts";
import type { FeedSource } from "./record.ts";
import { type FeedState, feedState } from "./state.ts";

/** What came of asking for a feed. Whatever went wrong, the last good data stays. */
type Updated =
  | { kind: "imported"; report: FeedReport }
  | { kind: "unchanged" }
  | { kind: "waiting"; until: string }
  | { kind: "failed"; reason: string };

interface UpdateOptions extends Omit<ImportOptions, "shape"> {
  /** Names the product and the site's address, so that a feed's people know who asks. */
  userAgent: string;
  /** True to keep away, for longer each time, from a feed that failed. */
  patient: boolean;
}

/** Which codes mean what depends on the fellowship. */
const fellowships: Record<string, FeedSource["fellowship"]> = {
  "alcoholics-anonymous": "aa",
  "aa-spanish": "aa",
  oiaa: "aa",
  "al-anon": "al-anon",
  alateen: "al-anon",
};

/** What the parsers must know of a feed. */
export function sourceOf(feed: Pick<Feed, "id" | "program" | "zone" | "region"> & Partial<Pick<Feed, "name">>): FeedSource {
  const { id, name = null, program, zone, region } = feed;
  return { id, name, program, zone, region, fellowship: fellowships[program] ?? "other" };
}

/** Asks for a feed, if it may have changed, and imports it. Never throws for what the feed does. */
export async function updateFeed(db: Database, feed: Feed, options: UpdateOptions): Promise<Updated> {
  const state = feedState(db, feed.id);
  const until = options.patient ? waitUntil(state) : null;
  if (until !== null && until > options.at) return { kind: "waiting", until };
  try {
    const got = feed.url === null ? readFile(feed.file!) : await fetchFeed(feed.url, conditions(state, options));
    if (got.kind === "failed") return failed(db, feed.id, got.reason, options.at);
    if (got.kind === "unchanged") return unchanged(db, feed, options.at);
    const report = importFeed(db, sourceOf(feed), got.text, { ...options, shape: feed.shape });
    if (!options.dryRun) keepConditions(db, feed.id, got.etag, got.lastModified);
    return { kind: "imported", report };
  } catch (error) {
    return failed(db, feed.id, (error as Error).message, options.at);
  }
}

function readFile(file: string) {
  return { kind: "fetched", text: decodeText(readFileSync(file)), etag: null, lastModified: null } as const;
}

/** With --force everything is asked for anew. */
function conditions({ etag, last_modified }: FeedState, { userAgent, force }: UpdateOptions) {
  return { userAgent, etag: force ? null : etag, lastModified: force ? null : last_modified };
}

function waitUntil({ failures, asked }: FeedState): string | null {
  return failures > 0 && asked ? new Date(Date.parse(asked) + backOff(failures, 0.5)).toISOString() : null;
}

function failed(db: Database, feed: string, reason: string, at: string): Updated {
  db.prepare(
    `INSERT INTO feeds (id, asked, problem, failures) VALUES (@feed, @at, @reason, 1)
     ON CONFLICT (id) DO UPDATE SET asked = @at, problem = @reason, failures = failures + 1`,
  ).run({ feed, at, reason });
  return { kind: "failed", reason };
}

function unchanged(db: Database, { id, name }: Feed, at: string): Updated {
  db.prepare("UPDATE feeds SET name = @name, fetched = @at, asked = @at, problem = NULL, failures = 0 WHERE id = @id").run({
    id,
    name,
    at,
  });
  return { kind: "unchanged" };
}

function keepConditions(db: Database, feed: string, etag: string | null, lastModified: string | null): void {
  db.prepare("UPDATE feeds SET etag = ?, last_modified = ? WHERE id = ?").run(etag, lastModified, feed);
}
