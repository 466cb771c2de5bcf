import type { RequestHandler } from "express";
import { searchDocuments } from "../../library/search.ts";
import { type Filter, parseFilter } from "../../search/filter.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import type { WayOn } from "../../web/errors.ts";
import { type Head, page } from "../frame.ts";
import { betterLists } from "../results/better-lists.ts";
import { type DangerNotice, dangerNotices } from "../results/danger-notices.ts";
import { resultsHead } from "../results/head.ts";
import { type ListPage, pageSize, pageStart } from "../results/list-page.ts";
import { type PlaceNotice, placeNotices } from "../results/place-notice.ts";
import { hasRows, type ResultsView, resultsView } from "../results/results.ts";
import { type DocumentRow, documentRows } from "./row.ts";

interface LibraryView {
  results: ResultsView;
  rows: DocumentRow[];
  dangers: DangerNotice[];
  places: PlaceNotice[];
  better: WayOn[];
}

/** Serves the guides and research that fit a filter. */
export function libraryPage(site: Site, edition: Edition): RequestHandler {
  return page<LibraryView>(site, edition, "library/results", (context, req) => {
    const filter = parseFilter(context.documents, req.query);
    return { head: libraryHead(context, filter), show: () => libraryView(context, filter), isWorthFinding: hasRows };
  });
}

/** How often a program meets says little about a study of it: the form offers this facet only if the address already uses it. */
const rarelyAsked = "frequency";

/** Returns what the lists of the library are built with, in HTML and in every other format. */
export function libraryList({ documents, words, urls }: Context): ListPage {
  const legends = { ...words.facets, ...words.speaksTo };
  return { url: urls.library, suggestUrl: urls.suggest, schema: documents, words, count: words.library.count, legends, open: "kind" };
}

/** Returns the head of the page for screens. */
export function libraryHead(context: Context, filter: Filter): Head {
  const { title, description } = context.words.library;
  const head = resultsHead(libraryList(context), filter, { title, description, section: "library" });
  // Words may lead to meetings, so a search depends on all lists.
  return { ...head, freshness: "until the data changes", ...(filter.q === "" && { lists: ["programs", "documents"] }) };
}

function libraryView(context: Context, filter: Filter): LibraryView {
  const answer = searchDocuments(context.documents, filter);
  const list = libraryList(context);
  const results = resultsView(list, answer);
  return {
    results: { ...results, facets: results.facets.filter(({ name, chosenCount }) => name !== rarelyAsked || chosenCount > 0) },
    rows: documentRows(context, answer.take(pageStart(filter), pageSize)),
    dangers: dangerNotices(context, answer),
    places: placeNotices(context, list, answer),
    better: betterLists(context, answer, context.documents),
  };
}
