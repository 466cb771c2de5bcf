import type { Filter } from "../../search/filter.ts";
import type { Head } from "../frame.ts";
import { isUnfiltered, type ListPage, urlOf } from "./list-page.ts";
import { phrasesOf } from "./sentence.ts";

/**
 * What a page of results says about itself. Its title says which of them it is, to a reader with many tabs; the reader's own words
 * stay out of it, because a history is shown to whoever holds the phone next.
 */
export function resultsHead(page: ListPage, filter: Filter, own: Pick<Head, "title" | "description" | "section">): Head {
  const { words } = page;
  const phrases = phrasesOf(page, { ...filter, q: "" });
  return {
    ...own,
    title: phrases ? words.results.titled(phrases, own.title) : own.title,
    description: phrases ? words.results.sentence(phrases) : own.description,
    path: urlOf(page, filter),
    indexed: isUnfiltered(page, filter),
    resultsOnlyCss: true,
    skips: [
      { href: "#results", label: words.skip.results },
      { href: "#filters", label: words.skip.filters },
    ],
  };
}
