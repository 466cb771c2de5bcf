import type { Database } from "../database/open.ts";

/** What is known of a feed from one fetch to the next. */
export interface FeedState {
  etag: string | null;
  last_modified: string | null;
  fetched: string | null;
  asked: string | null;
  problem: string | null;
  failures: number;
}

/** What readers know each feed as, by its id. */
export function feedNames(db: Database): ReadonlyMap<string, string> {
  return new Map(db.prepare("SELECT id, coalesce(name, id) FROM feeds").raw().all() as [string, string][]);
}

/** What is known of a feed from earlier fetches. */
export function feedState(db: Database, feed: string): FeedState {
  const known = db.prepare("SELECT etag, last_modified, fetched, asked, problem, failures FROM feeds WHERE id = ?").get(feed);
  return (known as FeedState | undefined) ?? { etag: null, last_modified: null, fetched: null, asked: null, problem: null, failures: 0 };
}
