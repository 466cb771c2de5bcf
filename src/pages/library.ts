import type { RequestHandler } from "express";
import { type Filter, parseFilter } from "../facets/filter.ts";
import { searchDocuments } from "../library/search.ts";
import { type Head, page } from "./frame.ts";
import { type ResultsPage, type ResultsView, resultsView } from "./results.ts";
import { resultsHead } from "./results-head.ts";
import { type DocumentRow, documentRows } from "./rows.ts";
import type { Site } from "./site.ts";
import { urls } from "./urls.ts";

interface LibraryView {
  results: ResultsView;
  rows: DocumentRow[];
}

/** Guides and research that fit a filter. */
export function libraryPage(site: Site): RequestHandler {
  const show = page<LibraryView>(site, "pages/library");
  return (req, res) => {
    const filter = parseFilter(site.documents, req.query);
    show(req, res, libraryHead(site, filter), () => {
      const found = searchDocuments(site.documents, filter);
      return { results: resultsView(libraryResults(site), filter, found), rows: documentRows(found.cards, site.words) };
    });
  };
}

/** What the results page of the library is made from; the same answer feeds `/library.json`. */
function libraryResults({ documents, words }: Site): ResultsPage {
  const legends = { ...words.facets, ...words.speaksTo };
  return { base: urls.library, questions: documents, words, count: words.library.count, legends, open: "kind" };
}

function libraryHead(site: Site, filter: Filter): Head {
  const { title, description } = site.words.library;
  return resultsHead(libraryResults(site), filter, { title, description, section: "library" });
}
