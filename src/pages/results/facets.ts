import type { Facet } from "../../search/facets/counts.ts";
import { type Filter, toggle } from "../../search/filter.ts";
import { inLanguage } from "../../words/languages.ts";
import { type ListPage, urlOf } from "./list-page.ts";

/** A facet with its options, as every shape shows it: HTML, JSON and what comes later. */
export interface FacetView {
  name: string;
  legend: string;
  options: OptionView[];
}

/** One option, finished. */
export interface OptionView {
  value: string;
  label: string;
  /** How many there are with it. */
  count: number;
  chosen: boolean;
  /** The same filter with this option chosen, or taken back. Made when it is read: a form does without. */
  readonly href: string;
}

/** The facets of a list for a filter, each with all its options, and those that a reader chose and nobody knows. */
export function facetViews(page: ListPage, filter: Filter, counts: Record<string, number[]>): FacetView[] {
  return page.schema.facets.map((facet) => ({
    name: facet.name,
    legend: page.legends[facet.name],
    options: optionsOf(page, facet, filter, counts[facet.name] ?? []),
  }));
}

function optionsOf(page: ListPage, facet: Facet, filter: Filter, counts: readonly number[]): OptionView[] {
  const chosen = filter.chosen[facet.name] ?? [];
  const option = (value: string, label: string, count: number): OptionView => ({
    value,
    label,
    count,
    chosen: chosen.includes(value),
    get href() {
      return urlOf(page, toggle(page.schema, filter, facet.name, value));
    },
  });
  const known = facet.values.map(({ id, label }, at) => option(id, inLanguage(label, page.words.language), counts[at] ?? 0));
  const unknown = chosen.filter((id) => !facet.values.some((value) => value.id === id));
  return [...known, ...unknown.map((id) => option(id, id, 0))];
}
