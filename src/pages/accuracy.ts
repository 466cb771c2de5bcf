import type { RequestHandler } from "express";
import { type Accuracy, isCounted, measuredMonths } from "../calls/accuracy.ts";
import { callsOfMonth } from "../calls/calls.ts";
import { wilsonInterval } from "../calls/wilson.ts";
import { type Edition, editions } from "../site/edition.ts";
import type { Context, Site } from "../site/site.ts";
import { sayDate } from "../words/dates.ts";
import { page } from "./frame.ts";

interface AccuracyView {
  title: string;
  lead: string;
  /** What was counted, the latest month first; empty if nothing has been counted yet. */
  results: string[];
  none: string | null;
  underWay: string | null;
  how: { heading: string; paragraphs: readonly string[] };
  again: { heading: string; steps: readonly string[] };
  data: { label: string; href: string };
}

/** Serves how many listings were right when they were called, month by month, and how anybody can check that. */
export function accuracyPage(site: Site, edition: Edition): RequestHandler {
  return page<AccuracyView>(site, edition, "accuracy", (context) => {
    const { words, urls } = context;
    const { title, description } = words.deskWork.accuracy;
    return {
      head: { title, description, path: urls.accuracy, freshness: "a minute", lists: [] },
      show: () => accuracyView(context),
    };
  });
}

function accuracyView({ db, words, urls, deskRules }: Context): AccuracyView {
  const said = words.deskWork.accuracy;
  const months = measuredMonths(db);
  const counted = months.filter(isCounted);
  const [latest] = months;
  const nameOf = ({ draw }: Accuracy) => sayDate(draw.month, words);
  return {
    title: said.title,
    lead: said.lead,
    results: counted.map((accuracy) =>
      said.result(nameOf(accuracy), { ...accuracy, drawn: accuracy.draw.drawn.length }, percentOf(accuracy)),
    ),
    none: counted.length === 0 ? said.none : null,
    underWay: latest === undefined || isCounted(latest) ? null : said.underWay(nameOf(latest), latest.called, latest.draw.drawn.length),
    how: { heading: said.how, paragraphs: said.howParagraphs(deskRules.drawnEachMonth) },
    again: { heading: said.again, steps: said.algorithm },
    data: { label: said.data, href: urls.accuracyData },
  };
}

/** Returns the confidence interval of "exact" among all listings, in whole percent. */
function percentOf({ exact, draw }: Accuracy): { from: number; to: number } {
  const { from, to } = wilsonInterval(exact, draw.drawn.length);
  return { from: Math.round(from * 100), to: Math.round(to * 100) };
}

/** Serves the same as JSON, with everything needed to repeat the draw. Results for each listing are included only after all have been called. */
export function accuracyJson(site: Site): RequestHandler {
  const about = {
    address: editions[0].urls.accuracyData,
    freshness: "a minute",
    contentType: "application/json; charset=utf-8",
    lists: [],
  } as const;
  return (req, res) => {
    const { db } = site.data;
    site.cache.send(req, res, about, () => JSON.stringify({ months: measuredMonths(db).map((accuracy) => monthItem(site, accuracy)) }));
  };
}

function monthItem({ data: { db } }: Site, accuracy: Accuracy): object {
  const { draw, called, exact, usable } = accuracy;
  const counted = isCounted(accuracy);
  const results = [...callsOfMonth(db, draw.month)].filter(([id]) => draw.drawn.includes(id)).map(([id, { result }]) => [id, result]);
  return {
    ...draw,
    called,
    ...(counted && { exact, usable, percent: percentOf(accuracy), results: Object.fromEntries(results) }),
  };
}
