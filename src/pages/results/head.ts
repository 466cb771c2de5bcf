import type { Filter } from "../../search/filter.ts";
import type { Head } from "../frame.ts";
import { type ListPage, urlOf } from "./list-page.ts";
import { chosenValues, knownChoices, phrasesOf } from "./sentence.ts";

/**
 * Returns the head of a page of results. Its title says what the page shows, for readers with many tabs. The reader's own words are left out,
 * because the browser history is open to the next person who holds the phone, and so are values that the list does not know, because anybody
 * can write them into a link.
 */
export function resultsHead(page: ListPage, filter: Filter, own: Pick<Head, "title" | "description" | "section">): Head {
  const { words, schema } = page;
  const phrases = phrasesOf(page, { q: "", chosen: knownChoices(schema, filter) });
  return {
    ...own,
    title: phrases ? words.results.titled(phrases, own.title) : own.title,
    description: phrases ? words.results.sentence(phrases) : own.description,
    path: urlOf(page, filter),
    indexed: isIndexable(page, filter),
    resultsOnlyCss: true,
    skips: [
      { href: "#results", label: words.skip.results },
      { href: "#filters", label: words.skip.filters },
    ],
  };
}

/**
 * Whether search engines may index a filter's pages: the whole list and each single value, in the default order. Everything else repeats the
 * same list.
 */
function isIndexable({ schema }: ListPage, filter: Filter): boolean {
  const asked = chosenValues(filter);
  const known = chosenValues({ ...filter, chosen: knownChoices(schema, filter) });
  const isPlain = filter.q === "" && filter.sort === null && Object.keys(filter.parameters).length === 0;
  return isPlain && asked.length <= 1 && known.length === asked.length;
}
