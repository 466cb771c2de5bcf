import type { RequestHandler } from "express";
import { type Filter, parseFilter } from "../../search/filter.ts";
import { searchDocuments } from "../../library/search.ts";
import { type CrisisLine, crisisLines } from "../results/crisis.ts";
import { type Head, page } from "../frame.ts";
import { type ResultsPage, type ResultsView, resultsView } from "../results/results.ts";
import { resultsHead } from "../results/head.ts";
import { type DocumentRow, documentRows } from "../programs/row.ts";
import type { Site } from "../../site/site.ts";
import { urls } from "../urls.ts";

interface LibraryView {
  results: ResultsView;
  rows: DocumentRow[];
  crisis: CrisisLine[];
}

/** Guides and research that fit a filter. */
export function libraryPage(site: Site): RequestHandler {
  const show = page<LibraryView>(site, "library/results");
  return (req, res) => {
    const filter = parseFilter(site.documents, req.query);
    const found = searchDocuments(site.documents, filter);
    const results = resultsView(libraryResults(site), filter, found);
    show(req, res, libraryHead(site, filter), { results, rows: documentRows(found.cards, site.words), crisis: crisisLines(site, found) });
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
