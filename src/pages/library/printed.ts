import type { RequestHandler } from "express";
import { searchDocuments } from "../../library/search.ts";
import { parseFilter } from "../../search/filter.ts";
import type { Edition } from "../../site/edition.ts";
import type { Site } from "../../site/site.ts";
import { page } from "../frame.ts";
import { maxPrinted, type PrintedList, printedHead, printedList } from "../results/print.ts";
import { resultsView } from "../results/results.ts";
import { libraryHead, libraryList } from "./results.ts";
import { type DocumentRow, documentRows } from "./row.ts";

interface PrintedLibraryView {
  list: PrintedList;
  rows: DocumentRow[];
}

/** Serves the guides and research that fit a filter, for paper. */
export function printedLibraryPage(site: Site, edition: Edition): RequestHandler {
  return page<PrintedLibraryView>(site, edition, "library/printed", (context, req) => {
    const filter = parseFilter(context.documents, req.query);
    return {
      head: printedHead(libraryHead(context, filter)),
      show: () => {
        const answer = searchDocuments(context.documents, filter);
        const list = libraryList(context);
        return {
          list: printedList(context, list, answer, resultsView(list, answer).sentence),
          rows: documentRows(context, answer.take(0, maxPrinted)),
        };
      },
    };
  });
}
