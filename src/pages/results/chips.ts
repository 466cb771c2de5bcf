import { emptyFilter, type Filter, toggle } from "../../search/filter.ts";
import { type ListPage, urlOf } from "./list-page.ts";
import { chosenValues, labelOf } from "./sentence.ts";

/** A choice that can be removed: "Remove filter: By phone". */
export interface Chip {
  label: string;
  remove: string;
  href: string;
}

/** Returns one chip for each choice of a filter. The search words are in the search box. */
export function chipsOf(page: ListPage, filter: Filter): Chip[] {
  const { words } = page;
  return chosenValues(filter).map(({ facet, value }) => ({
    label: labelOf(page.schema, facet, value, words),
    remove: words.results.remove,
    href: urlOf(page, toggle(page.schema, filter, facet, value)),
  }));
}

/** Returns the same filter without its search words. */
export function withoutWords({ chosen, parameters }: Filter): Filter {
  return { ...emptyFilter, chosen, parameters };
}
