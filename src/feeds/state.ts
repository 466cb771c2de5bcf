import type { Database } from "../database/open.ts";

/** The state of feeds between imports: the only SQL on the table `feeds`. */

export interface FeedState {
  etag: string | null;
  last_modified: string | null;
  /** When its meetings were last fetched, or found unchanged (ISO 8601, like `asked`). */
  fetched: string | null;
  asked: string | null;
  /** Why it could not be read the last time; null if it could. */
  problem: string | null;
  /** Number of consecutive failures to read it. */
  failures: number;
  /** Next date on which one of its meetings closes or reopens (2027-01-15): from then on it is read even if it has not changed. */
  reopens: string | null;
}

/** Returns the name that readers see for each feed, by its id. */
export function feedNames(db: Database): ReadonlyMap<string, string> {
  return new Map(db.prepare("SELECT id, coalesce(name, id) FROM feeds").raw().all() as [string, string][]);
}

/** Returns the state of a feed; for a new one, an empty state. */
export function feedState(db: Database, feed: string): FeedState {
  const known = db.prepare("SELECT etag, last_modified, fetched, asked, problem, failures, reopens FROM feeds WHERE id = ?").get(feed);
  return (
    (known as FeedState | undefined) ?? {
      etag: null,
      last_modified: null,
      fetched: null,
      asked: null,
      problem: null,
      failures: 0,
      reopens: null,
    }
  );
}

/** Returns the feeds that could not be read the last time. */
export function troubledFeeds(db: Database): (Pick<FeedState, "fetched" | "problem" | "failures"> & { id: string; name: string | null })[] {
  const rows = db.prepare("SELECT id, name, fetched, problem, failures FROM feeds WHERE failures > 0 ORDER BY failures DESC, id").all();
  return rows as ReturnType<typeof troubledFeeds>;
}

/** Returns the feeds with a program's meetings, sorted by id, and when each was last fetched (ISO 8601; null if never). */
export function feedsOfProgram(db: Database, program: string): { id: string; fetched: string | null }[] {
  // All meetings of a feed are of one program, so any of them will do.
  return db
    .prepare("SELECT id, fetched FROM feeds WHERE (SELECT program FROM meetings WHERE feed = feeds.id LIMIT 1) = ? ORDER BY id")
    .all(program) as { id: string; fetched: string | null }[];
}

/** Records that a feed could be read, whether or not anything in it had changed. */
export function rememberFetched(db: Database, { id, name }: { id: string; name: string | null }, at: string): void {
  db.prepare(
    `INSERT INTO feeds (id, name, fetched, asked) VALUES (@id, @name, @at, @at)
     ON CONFLICT (id) DO UPDATE SET name = @name, fetched = @at, asked = @at, problem = NULL, failures = 0`,
  ).run({ id, name, at });
}

/** Records the next date on which one of a feed's meetings closes or reopens; null if there is none. */
export function rememberTurn(db: Database, id: string, day: string | null): void {
  db.prepare("UPDATE feeds SET reopens = ? WHERE id = ?").run(day, id);
}

/**
 * Counts a feed as failed before it is fetched, so that one that crashes its process is backed off from too. rememberFetched reverts that;
 * rememberFailed records the reason.
 */
export function rememberAsked(db: Database, id: string, at: string): void {
  db.prepare(
    `INSERT INTO feeds (id, asked, problem, failures) VALUES (@id, @at, @problem, 1)
     ON CONFLICT (id) DO UPDATE SET asked = @at, problem = @problem, failures = failures + 1`,
  ).run({ id, at, problem: "The process that read it has not come to its end." });
}

/** Records why a feed that rememberAsked has counted could not be read. */
export function rememberFailed(db: Database, id: string, reason: string): void {
  db.prepare("UPDATE feeds SET problem = ? WHERE id = ?").run(reason, id);
}

/** Records the validators with which the next visit can ask whether a feed has changed. */
export function rememberTags(db: Database, id: string, etag: string | null, lastModified: string | null): void {
  db.prepare("UPDATE feeds SET etag = ?, last_modified = ? WHERE id = ?").run(etag, lastModified, id);
}
