import type { RequestHandler } from "express";
import { dateInZone } from "../../places/wall-clock.ts";
import type { Answer } from "../../search/answer.ts";
import type { Context } from "../../site/site.ts";
import { withQuery } from "../../site/urls.ts";
import { sayDate } from "../../words/dates.ts";
import type { Head } from "../frame.ts";
import { type ListPage, urlOf } from "./list-page.ts";

/** What a list on paper shows around its rows. */
export interface PrintedList {
  count: string;
  /** The search in words; null if nothing was asked. */
  sentence: string | null;
  /** The day of printing, and the address of the list. */
  printed: string;
  /** How many of how many rows are shown; null if all are. */
  first: string | null;
  back: string;
  script: string;
}

/** Limit on the rows on paper: more would be a book. */
export const maxPrinted = 60;

/** Time zone if the reader's is unknown: the middle of the country. */
const usualZone = "America/Chicago";

/** Serves the page for paper if the query has `print=1`, otherwise the one for screens. */
export function onScreenOrPaper(screen: RequestHandler, paper: RequestHandler): RequestHandler {
  return (req, res, next) => (req.query["print"] === "1" ? paper : screen)(req, res, next);
}

/** Returns the address of a list on paper. */
export function printUrl(url: string): string {
  return withQuery(url, { print: "1" });
}

/** Returns the head of the page for paper: search engines do not index it, and its date is never old. */
export function printedHead(head: Head): Head {
  const { skips: _, ...others } = head;
  return { ...others, address: printUrl(head.address ?? head.path), indexed: false, freshness: "a minute", resultsOnlyCss: false };
}

/** Returns what is around the rows on paper, whichever page of the list was on the screen. */
export function printedList(context: Context, list: ListPage, answer: Answer<unknown>, sentence: string | null): PrintedList {
  const { words, settings, assets, now } = context;
  const back = urlOf(list, { ...answer.filter, page: 1 });
  const date = sayDate(dateInZone(now, answer.filter.parameters["tz"] ?? usualZone), words);
  return {
    count: list.count(answer.total),
    sentence,
    printed: words.results.print.printed(date, settings.siteUrl + back),
    first: answer.total > maxPrinted ? words.results.print.first(maxPrinted, answer.total) : null,
    back,
    script: assets.url("print.js"),
  };
}
