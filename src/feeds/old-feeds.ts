import type { Database } from "../database/open.ts";
import type { Feed } from "./feed-list.ts";
import { feedState } from "./state.ts";

/** A feed that has not come for longer than it may. */
export interface OldFeed {
  id: string;
  /** When its meetings last came (ISO 8601); null: never. */
  fetched: string | null;
  failures: number;
  problem: string | null;
}

/** A visit may fail, and the next one too. */
const maxPeriods = 3;

/** Of the feeds that are on and fetched every so many milliseconds, those that have not come for three times as long, or have only failed. `now` is in epoch milliseconds. */
export function oldFeeds(db: Database, feeds: readonly Feed[], every: number, now: number): OldFeed[] {
  return feeds
    .filter(({ on }) => on)
    .map(({ id }) => ({ id, ...feedState(db, id) }))
    .filter(({ fetched, failures }) => (fetched ? now - Date.parse(fetched) > maxPeriods * every : failures > 0))
    .map(({ id, fetched, failures, problem }) => ({ id, fetched, failures, problem }));
}
