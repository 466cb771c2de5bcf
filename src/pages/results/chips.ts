import { emptyFilter, type Filter, toggle } from "../../search/filter.ts";
import { type ListPage, urlOf } from "./list-page.ts";
import { chosenValues, labelOf } from "./sentence.ts";

/** A choice that can be taken back: "Remove filter: By phone". */
export interface Chip {
  label: string;
  remove: string;
  href: string;
}

/** Everything that a filter asks, one chip each, the search words first. */
export function chipsOf(page: ListPage, filter: Filter): Chip[] {
  const { words } = page;
  const choices = chosenValues(filter).map(({ facet, value }) => ({
    label: labelOf(page.schema, facet, value, words),
    remove: words.results.remove,
    href: urlOf(page, toggle(page.schema, filter, facet, value)),
  }));
  if (!filter.q) return choices;
  return [{ label: words.results.words(filter.q), remove: words.results.removeWords, href: urlOf(page, withoutWords(filter)) }, ...choices];
}

/** The same filter without its search words. */
export function withoutWords({ chosen, parameters }: Filter): Filter {
  return { ...emptyFilter, chosen, parameters };
}
