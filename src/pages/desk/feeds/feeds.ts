import type { Edition } from "../../../site/edition.ts";
import type { Context, Site } from "../../../site/site.ts";
import { deskPage } from "../desk-page.ts";
import type { DeskRoute } from "../route.ts";
import { feedPage } from "./feed.ts";
import { type FeedNews, feedsNews, sayCame } from "./feed-news.ts";

interface FeedsView {
  problem: string | null;
  rows: { name: string; href: string; detail: string }[];
}

/** Returns the routes of the feeds that bring the meetings, with a page each. */
export function feedsRoutes(site: Site, edition: Edition): readonly DeskRoute[] {
  const { urls, words } = edition;
  const all = deskPage<FeedsView>(site, edition, "desk/feeds/feeds", (context) => {
    const { news, problem } = feedsNews(context);
    return {
      title: words.deskFeeds.title,
      view: { problem: problem === null ? null : words.deskFeeds.unreadable(problem), rows: news.map((one) => rowOf(context, one)) },
    };
  });
  return [
    { method: "get", path: urls.deskFeeds, role: "editor", nav: words.deskFeeds.title, handler: all },
    { method: "get", path: urls.deskFeed(":id"), role: "editor", handler: feedPage(site, edition) },
  ];
}

function rowOf(context: Context, news: FeedNews): FeedsView["rows"][number] {
  const { words, urls } = context;
  const { id, name, meetings, state } = news;
  const detail = [words.deskWork.closures.meetings(meetings), sayCame(context, state), stateOf(context, news)].join(" · ");
  return { name, href: urls.deskFeed(id), detail };
}

function stateOf({ words }: Context, { feed, state: { failures, problem } }: FeedNews): string {
  const said = words.deskFeeds;
  if (failures > 0) return said.failed(failures, problem);
  if (feed === null) return said.state.byHand;
  return feed.on ? said.state.fine : said.state.off;
}
