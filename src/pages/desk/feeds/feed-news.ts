import type { Feed } from "../../../feeds/feed-list.ts";
import type { KnownFeed } from "../../../feeds/known-feeds.ts";
import { type FeedState, feedState } from "../../../feeds/state.ts";
import { meetingCountsByFeed } from "../../../meetings/find.ts";
import type { Context } from "../../../site/site.ts";
import { sayOfficeDate } from "../../office-date.ts";
import { operatorsFeeds } from "./operators-feeds.ts";

/** The state of a feed. */
export interface FeedNews {
  id: string;
  name: string;
  /** The operator's entry for it; null if its meetings were imported by hand. */
  feed: Feed | null;
  /** What the project knows about the list; null if it does not know it. */
  known: KnownFeed | null;
  state: FeedState;
  meetings: number;
}

/** Returns all feeds, those in trouble first, and why the operator's list of feeds cannot be read, or null. */
export function feedsNews(context: Context): { news: FeedNews[]; problem: string | null } {
  const { db, feedNames, knownFeeds } = context;
  const { feeds, problem } = operatorsFeeds();
  const counts = meetingCountsByFeed(db);
  const ids = [...new Set([...feeds.map(({ id }) => id), ...feedNames.keys()])].sort();
  const news = ids.map((id): FeedNews => {
    const feed = feeds.find((one) => one.id === id) ?? null;
    return {
      id,
      feed,
      state: feedState(db, id),
      meetings: counts.get(id) ?? 0,
      name: feedNames.get(id) ?? feed?.name ?? id,
      known: knownFeeds.find((one) => one.id === id) ?? null,
    };
  });
  return { news: news.sort((a, b) => b.state.failures - a.state.failures), problem };
}

const hour = 3_600_000;

/** Returns when a feed was last fetched: "29 Nov 2026, 26 hours ago". */
export function sayCame({ words, now }: Pick<Context, "words" | "now">, { fetched }: FeedState): string {
  const said = words.deskFeeds;
  if (fetched === null) return said.never;
  return said.came(sayOfficeDate(fetched, words), Math.max(0, Math.floor((now - Date.parse(fetched)) / hour)));
}
