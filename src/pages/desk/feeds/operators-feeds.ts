import { type Feed, feedsFile, readFeeds } from "../../../feeds/feed-list.ts";

/** Returns the operator's feeds; if their file cannot be read, none and the reason, so that the desk works without it. */
export function operatorsFeeds(): { feeds: readonly Feed[]; problem: string | null } {
  try {
    return { feeds: readFeeds(feedsFile), problem: null };
  } catch (error) {
    return { feeds: [], problem: (error as Error).message };
  }
}
