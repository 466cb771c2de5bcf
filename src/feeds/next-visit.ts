import type { Feed } from "./feed-list.ts";
import { backOffTime } from "./fetch/back-off.ts";
import type { FeedState } from "./state.ts";

/** Until when a feed that failed is not asked again (ISO 8601); null where it did not fail. */
export function waitUntil({ failures, asked }: FeedState): string | null {
  return failures > 0 && asked ? new Date(Date.parse(asked) + backOffTime(failures, 0.5)).toISOString() : null;
}

/**
 * About when the server asks for a feed again (ISO 8601), where it refreshes feeds every so many milliseconds; null where it does not, or
 * has never asked for it. A time that is over means: with the next refresh.
 */
export function nextVisit({ on }: Pick<Feed, "on">, state: FeedState, every: number | null): string | null {
  if (!on || every === null || state.asked === null) return null;
  const usual = new Date(Date.parse(state.asked) + every).toISOString();
  const allowed = waitUntil(state);
  return allowed !== null && allowed > usual ? allowed : usual;
}
