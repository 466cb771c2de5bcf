import { type Filter, filterQuery } from "../facets/filter.ts";
import { sentenceOf } from "./asked.ts";
import type { Head } from "./frame.ts";
import type { ResultsPage } from "./results.ts";

/**
 * What a page of results says about itself. Its title says which of them it is, to a reader with many tabs; the reader's own words
 * stay out of it, because a history is shown to whoever holds the phone next.
 */
export function resultsHead(page: ResultsPage, filter: Filter, own: Pick<Head, "title" | "description" | "section">): Head {
  const { base, questions, words } = page;
  const query = filterQuery(questions, filter);
  const sentence = sentenceOf(questions, { ...filter, q: "" }, words);
  return {
    ...own,
    title: sentence ? words.results.titled(sentence, own.title) : own.title,
    description: sentence ?? own.description,
    path: query ? `${base}?${query}` : base,
    indexed: query === "",
    lean: true,
    freshness: "until the data changes",
    skips: [
      { href: "#results", label: words.skip.results },
      { href: "#filters", label: words.skip.filters },
    ],
  };
}
