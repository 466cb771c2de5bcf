import type { Database } from "../database/open.ts";
import type { Feed } from "./feed-list.ts";
import { feedState } from "./state.ts";

/** A feed that has not been fetched for too long. */
export interface OldFeed {
  id: string;
  /** When its meetings were last fetched (ISO 8601); null if never. */
  fetched: string | null;
  failures: number;
  problem: string | null;
}

/** A visit may fail, and the next one too. */
const maxPeriods = 3;

/** Returns the feeds that are on and have not come for three intervals (`every`, milliseconds), or only failed. `now`: epoch milliseconds. */
export function oldFeeds(db: Database, feeds: readonly Feed[], every: number, now: number): OldFeed[] {
  return feeds
    .filter(({ on }) => on)
    .map(({ id }) => ({ id, ...feedState(db, id) }))
    .filter(({ fetched, failures }) => (fetched ? now - Date.parse(fetched) > maxPeriods * every : failures > 0))
    .map(({ id, fetched, failures, problem }) => ({ id, fetched, failures, problem }));
}
