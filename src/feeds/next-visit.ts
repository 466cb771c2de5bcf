import type { Feed } from "./feed-list.ts";
import { backOffTime } from "./fetch/back-off.ts";
import type { FeedState } from "./state.ts";

/** Returns until when a failed feed is not fetched again (ISO 8601); null if it did not fail. */
export function waitUntil({ failures, asked }: FeedState): string | null {
  return failures > 0 && asked ? new Date(Date.parse(asked) + backOffTime(failures, 0.5)).toISOString() : null;
}

/**
 * Returns about when the server fetches a feed again (ISO 8601), where it refreshes feeds every `every` milliseconds; null if it does not, or
 * never has. A time in the past means the next refresh.
 */
export function nextVisit({ on }: Pick<Feed, "on">, state: FeedState, every: number | null): string | null {
  if (!on || every === null || state.asked === null) return null;
  const usual = new Date(Date.parse(state.asked) + every).toISOString();
  const allowed = waitUntil(state);
  return allowed !== null && allowed > usual ? allowed : usual;
}
