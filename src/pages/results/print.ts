import type { RequestHandler } from "express";
import { dateInZone } from "../../places/wall-clock.ts";
import type { Answer } from "../../search/answer.ts";
import type { Context } from "../../site/site.ts";
import { withQuery } from "../../site/urls.ts";
import { sayDate } from "../../words/dates.ts";
import type { Head } from "../frame.ts";
import { type ListPage, urlOf } from "./list-page.ts";

/** What a list for paper says around its rows. */
export interface PrintedList {
  count: string;
  /** What was asked, in words; null where that is nothing. */
  sentence: string | null;
  /** The day, and the address that one finds it at again. */
  printed: string;
  /** How many of how many, where not all are there. */
  first: string | null;
  back: string;
  script: string;
}

/** How many rows go on paper: more is a book. */
export const maxPrinted = 60;

/** The days of a reader whose zone nobody knows: the middle of the country. */
const usualZone = "America/Chicago";

/** Answers `?print=1` with the page for paper, and everything else with the one for screens. */
export function onScreenOrPaper(screen: RequestHandler, paper: RequestHandler): RequestHandler {
  return (req, res, next) => (req.query["print"] === "1" ? paper : screen)(req, res, next);
}

/** The address of a list on paper. */
export function printUrl(url: string): string {
  return withQuery(url, { print: "1" });
}

/** What the page for paper says about itself: no search engine collects it, and its date is never old. */
export function printedHead(head: Head): Head {
  const { skips: _, ...others } = head;
  return { ...others, address: printUrl(head.address ?? head.path), indexed: false, freshness: "a minute", resultsOnlyCss: false };
}

/** What stands around the rows on paper, whichever page of the list was on the screen. */
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

/** An address as one reads it out: "smartrecovery.org/meetings". */
export function writeAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "");
}
