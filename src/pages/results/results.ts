import type { Answer } from "../../search/answer.ts";
import { type Filter, sortsFor } from "../../search/filter.ts";
import { type Chip, chipsOf } from "./chips.ts";
import { type FacetView, facetViews } from "./facets.ts";
import { type ListPage, urlOf } from "./list-page.ts";
import { type NothingView, nothingView } from "./nothing.ts";
import { type PagerView, pagerView } from "./pager.ts";
import { printUrl } from "./print.ts";
import { chosenValues, meaningOf, phrasesOf } from "./sentence.ts";
import { type UnderstoodView, understoodView } from "./understood.ts";

/** What every page of results shows around its rows. All choices are ready to show. */
export interface ResultsView {
  action: string;
  q: string;
  exact: boolean;
  count: string;
  /** How often all of them meet in a week, if counted. Not shown on phones, where the first row needs the room. */
  times: string | null;
  /** Null if nothing was asked besides the words in the search box. */
  sentence: string | null;
  /** Meaning of the one chosen value; null if none or several were chosen. */
  meaning: string | null;
  understood: UnderstoodView | null;
  chosenCount: number;
  facets: FilterView[];
  /** The states, which are a select instead of checkboxes. */
  state: (FacetView & { any: string }) | null;
  chips: Chip[];
  clearUrl: string;
  sorts: SortView[];
  pager: PagerView | null;
  nothing: NothingView | null;
  /** Address of the same list for paper; null if there is nothing to print. */
  printUrl: string | null;
}

/** A facet as part of the form. */
interface FilterView extends FacetView {
  chosenCount: number;
  open: boolean;
}

/** An order to choose; the value of the default is empty. */
interface SortView {
  value: string;
  label: string;
  chosen: boolean;
}

/** Builds the view of a page of results. */
export function resultsView(page: ListPage, answer: Answer<unknown>): ResultsView {
  const { filter, total } = answer;
  const { schema, words } = page;
  const understood = understoodView(page, filter, answer.understood);
  const facets = facetViews(page, filter, answer.counts);
  const state = facets.find(({ name }) => name === "state");
  const phrases = phrasesOf(page, filter);
  return {
    action: page.url,
    q: filter.q,
    exact: filter.exact,
    count: page.count(total),
    times: null,
    sentence: phrases && phrases.facets.length > 0 ? words.results.sentence(phrases) : null,
    meaning: meaningOf(schema, filter, words),
    understood,
    chosenCount: chosenValues(filter).length,
    facets: facets.filter((facet) => facet !== state).map((facet) => filterView(page, filter, facet)),
    state: state ? { ...state, any: words.anyState } : null,
    chips: [...chipsOf(page, filter), ...(understood?.chips ?? [])],
    clearUrl: page.url,
    sorts: sortViews(page, filter),
    pager: pagerView(page, filter, total),
    nothing: nothingView(page, answer),
    printUrl: total > 0 ? printUrl(urlOf(page, { ...filter, page: 1 })) : null,
  };
}

/** Whether a page of results shows any row: search engines should index no other. */
export function hasRows({ results }: { results: ResultsView }): boolean {
  return results.nothing === null;
}

function filterView({ open }: ListPage, { chosen }: Filter, facet: FacetView): FilterView {
  const chosenCount = chosen[facet.name]?.length ?? 0;
  return { ...facet, chosenCount, open: chosenCount > 0 || facet.name === open };
}

function sortViews(page: ListPage, filter: Filter): SortView[] {
  return sortsFor(page.schema, filter.q).map((sort, at) => ({
    value: at === 0 ? "" : sort,
    label: page.words.results.sorts[sort],
    chosen: filter.sort === null ? at === 0 : filter.sort === sort,
  }));
}
