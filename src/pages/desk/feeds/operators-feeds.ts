import { type Feed, feedsFile, readFeeds } from "../../../feeds/feed-list.ts";

/** The operator's feeds; where their file cannot be read, none, and the sentence that says why: the desk goes on without it. */
export function operatorsFeeds(): { feeds: readonly Feed[]; problem: string | null } {
  try {
    return { feeds: readFeeds(feedsFile), problem: null };
  } catch (error) {
    return { feeds: [], problem: (error as Error).message };
  }
}
