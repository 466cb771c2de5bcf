import type { Answer } from "../../search/answer.ts";
import { type Filter, sortsFor } from "../../search/filter.ts";
import { type Chip, chipsOf } from "./chips.ts";
import { type FacetView, facetViews } from "./facets.ts";
import { type ListPage, urlOf } from "./list-page.ts";
import { type NothingView, nothingView } from "./nothing.ts";
import { type PagerView, pagerView } from "./pager.ts";
import { chosenValues, meaningOf, phrasesOf } from "./sentence.ts";
import { type UnderstoodView, understoodView } from "./understood.ts";

/** What every page of results shows around its rows. All choices arrive finished. */
export interface ResultsView {
  action: string;
  q: string;
  sort: string | null;
  exact: boolean;
  count: string;
  /** Null when nothing was asked. */
  sentence: string | null;
  /** What the one chosen value means; null when there is none or more. */
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
}

/** A facet as part of the form. */
interface FilterView extends FacetView {
  chosenCount: number;
  open: boolean;
}

interface SortView {
  label: string;
  href: string;
  current: boolean;
}

/** The finished choices of a page of results. */
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
    sort: filter.sort,
    exact: filter.exact,
    count: page.count(total),
    sentence: phrases && words.results.sentence(phrases),
    meaning: meaningOf(schema, filter, words),
    understood,
    chosenCount: chosenValues(filter).length,
    facets: facets.filter((facet) => facet !== state).map((facet) => filterView(page, filter, facet)),
    state: state ? { ...state, any: words.anyState } : null,
    chips: [...chipsOf(page, filter), ...(understood?.chips ?? [])],
    clearUrl: page.url,
    sorts: total > 0 ? sortViews(page, filter) : [],
    pager: pagerView(page, filter, total),
    nothing: nothingView(page, answer),
  };
}

/** Whether a page of results shows any row: search engines are to collect no other. */
export function hasRows({ results }: { results: ResultsView }): boolean {
  return results.nothing === null;
}

function filterView({ open }: ListPage, { chosen }: Filter, facet: FacetView): FilterView {
  const chosenCount = chosen[facet.name]?.length ?? 0;
  return { ...facet, chosenCount, open: chosenCount > 0 || facet.name === open };
}

function sortViews(page: ListPage, filter: Filter): SortView[] {
  return sortsFor(page.schema, filter.q).map((sort, at) => ({
    label: page.words.results.sorts[sort],
    href: urlOf(page, { ...filter, sort: at === 0 ? null : sort, page: 1 }),
    current: filter.sort === null ? at === 0 : filter.sort === sort,
  }));
}
