import type { Database } from "../database/open.ts";

/** What is known of feeds from one import to the next: the only SQL on the table `feeds`. */

export interface FeedState {
  etag: string | null;
  last_modified: string | null;
  /** When its meetings last came, or were last found unchanged (ISO 8601, like `asked`). */
  fetched: string | null;
  asked: string | null;
  /** Why it could not be read the last time; null where it could. */
  problem: string | null;
  /** How often in a row it could not be read. */
  failures: number;
  /** The next day on which one of its meetings closes or is open again (2027-01-15): from then on it is read even if it has not changed. */
  reopens: string | null;
}

/** What readers know each feed as, by its id. */
export function feedNames(db: Database): ReadonlyMap<string, string> {
  return new Map(db.prepare("SELECT id, coalesce(name, id) FROM feeds").raw().all() as [string, string][]);
}

/** What is known of a feed; for a new one, nothing. */
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

/** The feeds that could not be read the last time, or the last times. */
export function troubledFeeds(db: Database): (Pick<FeedState, "fetched" | "problem" | "failures"> & { id: string; name: string | null })[] {
  const rows = db.prepare("SELECT id, name, fetched, problem, failures FROM feeds WHERE failures > 0 ORDER BY failures DESC, id").all();
  return rows as ReturnType<typeof troubledFeeds>;
}

/** The feeds whose meetings are a program's, and when each last came (ISO 8601; null: never by itself), by their ids. */
export function feedsOfProgram(db: Database, program: string): { id: string; fetched: string | null }[] {
  // All meetings of a feed are of one program, so any of them will do.
  return db
    .prepare("SELECT id, fetched FROM feeds WHERE (SELECT program FROM meetings WHERE feed = feeds.id LIMIT 1) = ? ORDER BY id")
    .all(program) as { id: string; fetched: string | null }[];
}

/** Remembers that a feed could be read, whether or not anything in it had changed. */
export function rememberFetched(db: Database, { id, name }: { id: string; name: string | null }, at: string): void {
  db.prepare(
    `INSERT INTO feeds (id, name, fetched, asked) VALUES (@id, @name, @at, @at)
     ON CONFLICT (id) DO UPDATE SET name = @name, fetched = @at, asked = @at, problem = NULL, failures = 0`,
  ).run({ id, name, at });
}

/** Remembers the next day on which one of a feed's meetings closes or is open again; null where none says such days. */
export function rememberTurn(db: Database, id: string, day: string | null): void {
  db.prepare("UPDATE feeds SET reopens = ? WHERE id = ?").run(day, id);
}

/**
 * Counts a feed as failed before it is asked for, so that one that ends its process is kept away from too. rememberFetched takes that
 * back, rememberFailed says why it failed.
 */
export function rememberAsked(db: Database, id: string, at: string): void {
  db.prepare(
    `INSERT INTO feeds (id, asked, problem, failures) VALUES (@id, @at, @problem, 1)
     ON CONFLICT (id) DO UPDATE SET asked = @at, problem = @problem, failures = failures + 1`,
  ).run({ id, at, problem: "The process that read it has not come to its end." });
}

/** Says why a feed that rememberAsked has counted could not be read. */
export function rememberFailed(db: Database, id: string, reason: string): void {
  db.prepare("UPDATE feeds SET problem = ? WHERE id = ?").run(reason, id);
}

/** Remembers by what the next visit can ask whether a feed has changed. */
export function rememberTags(db: Database, id: string, etag: string | null, lastModified: string | null): void {
  db.prepare("UPDATE feeds SET etag = ?, last_modified = ? WHERE id = ?").run(etag, lastModified, id);
}
