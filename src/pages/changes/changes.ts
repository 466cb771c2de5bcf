import type { RequestHandler } from "express";
import { changeDays, countChangeDays } from "../../changes/days.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { withQuery } from "../../site/urls.ts";
import { sayDate } from "../../words/dates.ts";
import { page } from "../frame.ts";
import type { PagerView } from "../results/pager.ts";
import { type ChangeLine, changeLines } from "./lines.ts";

interface ChangesView {
  days: { label: string; lines: ChangeLine[] }[];
  pager: PagerView | null;
  feedUrl: string;
}

/** Days on one page. */
const daysAPage = 14;

/** Serves the page of changes: what was added, changed, checked or removed, by day, newest first. It never shows who reported what. */
export function changesPage(site: Site, edition: Edition): RequestHandler {
  return page<ChangesView>(site, edition, "changes/changes", (context, req) => {
    const { words, urls } = context;
    const pages = Math.max(1, Math.ceil(countChangeDays(context.db) / daysAPage));
    const here = Math.min(pages, pageAsked(req.query["page"]));
    return {
      head: {
        title: words.changes.title,
        description: words.changes.description,
        path: urls.changes,
        address: addressOf(context, here),
        freshness: "until the data changes",
        indexed: here === 1,
        feedUrl: urls.changesFeed,
      },
      show: () => ({
        days: changeDays(context.db, (here - 1) * daysAPage, daysAPage).map((day) => ({
          label: sayDate(day, words),
          lines: changeLines(context, day),
        })),
        pager: pagerOf(context, here, pages),
        feedUrl: urls.changesFeed,
      }),
    };
  });
}

/** An unreadable number is page 1. */
function pageAsked(asked: unknown): number {
  return typeof asked === "string" && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
}

function addressOf({ urls }: Context, page: number): string {
  return withQuery(urls.changes, { page: page === 1 ? "" : String(page) });
}

function pagerOf(context: Context, here: number, pages: number): PagerView | null {
  if (pages === 1) return null;
  return {
    here: context.words.results.page(here, pages),
    previous: here > 1 ? addressOf(context, here - 1) : null,
    next: here < pages ? addressOf(context, here + 1) : null,
  };
}
