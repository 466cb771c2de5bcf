import type { Found } from "../../search/answer.ts";
import { type Filter, noFilter, type Questions, sortsFor, toggle } from "../../search/filter.ts";
import type { Facet } from "../../search/facets/counts.ts";
import { inLanguage } from "../../listing/text.ts";
import type { Words } from "../../words/en.ts";
import { chosenValues, knownValue, labelOf, meaningOf, sentenceOf } from "./sentence.ts";
import { isStrange, type UnderstoodView, understoodView } from "./understood.ts";
import { filterUrl } from "../urls.ts";

/** What every page of results shows round its rows: programs and library alike. All choices arrive finished. */
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
  facets: FacetView[];
  state: SelectView | null;
  chips: { label: string; remove: string; href: string }[];
  clearUrl: string;
  sorts: { label: string; href: string; current: boolean }[];
  pager: PagerView | null;
  nothing: NothingView | null;
}

interface FacetView {
  name: string;
  legend: string;
  chosenCount: number;
  open: boolean;
  options: Option[];
}

interface SelectView {
  legend: string;
  any: string;
  options: Option[];
}

interface Option {
  value: string;
  label: string;
  count: number;
  chosen: boolean;
  disabled: boolean;
}

interface PagerView {
  here: string;
  previous: string | null;
  next: string | null;
}

interface NothingView {
  reason: string;
  pastEndUrl: string | null;
  without: { label: string; href: string }[];
}

/** What a collection's results page is made from. */
export interface ResultsPage {
  base: string;
  questions: Questions;
  words: Words;
  count: (total: number) => string;
  legends: Record<string, string>;
  /** The facet that stands open before anything is chosen. */
  open: string;
}

/** The finished choices of a results page. */
export function resultsView(page: ResultsPage, filter: Filter, found: Found<unknown>): ResultsView {
  const { base, questions, words } = page;
  const to = (next: Filter) => filterUrl(base, questions, next);
  const chips = chosenValues(filter).map(({ facet, value }) => {
    const label = labelOf(questions, facet, value, words);
    return { label, remove: words.results.remove, href: to(toggle(questions, filter, facet, value)) };
  });
  if (filter.q)
    chips.unshift({
      label: words.results.words(filter.q),
      remove: words.results.removeWords,
      href: to({ ...noFilter, chosen: filter.chosen, free: filter.free }),
    });
  const understood = understoodView(page, filter, found.understood);
  const facets = questions.facets.map((facet) => facetView(page, facet, filter, found.counts[facet.name]!));
  return {
    action: base,
    q: filter.q,
    sort: filter.sort,
    exact: filter.exact,
    count: page.count(found.total),
    sentence: sentenceOf(questions, filter, words),
    meaning: meaningOf(questions, filter, words),
    understood,
    chosenCount: chosenValues(filter).length,
    facets: facets.filter(({ name }) => name !== "state"),
    state: selectView(
      facets.find(({ name }) => name === "state"),
      words,
    ),
    chips: [...chips, ...(understood?.chips ?? [])],
    clearUrl: base,
    sorts: (found.total > 0 ? sortsFor(questions, filter.q) : []).map((sort, at) => ({
      label: words.results.sorts[sort]!,
      href: to({ ...filter, sort: at === 0 ? null : sort, page: 1 }),
      current: filter.sort === null ? at === 0 : filter.sort === sort,
    })),
    pager: pagerView(filter, found, words, to),
    nothing: nothingView(page, filter, found, to),
  };
}

function facetView({ legends, words, open }: ResultsPage, facet: Facet, filter: Filter, counts: number[]): FacetView {
  const chosen = filter.chosen[facet.name] ?? [];
  const known = facet.values.map((value, at) => option(value.id, inLanguage(value.label, words.language), counts[at]!, chosen));
  const strange = chosen.filter((id) => !facet.values.some((value) => value.id === id)).map((id) => option(id, id, 0, chosen));
  return {
    name: facet.name,
    legend: legends[facet.name]!,
    chosenCount: chosen.length,
    open: chosen.length > 0 || facet.name === open,
    options: [...known, ...strange],
  };
}

function option(value: string, label: string, count: number, chosen: readonly string[]): Option {
  const isChosen = chosen.includes(value);
  return { value, label, count, chosen: isChosen, disabled: count === 0 && !isChosen };
}

function selectView(facet: FacetView | undefined, words: Words): SelectView | null {
  return facet ? { legend: facet.legend, any: words.anyState, options: facet.options } : null;
}

function pagerView(filter: Filter, { pages }: Found<unknown>, words: Words, to: (filter: Filter) => string): PagerView | null {
  const { page } = filter;
  if (pages <= 1 || page > pages) return null;
  return {
    here: words.results.page(page, pages),
    previous: page > 1 ? to({ ...filter, page: page - 1 }) : null,
    next: page < pages ? to({ ...filter, page: page + 1 }) : null,
  };
}

function nothingView(page: ResultsPage, filter: Filter, found: Found<unknown>, to: (filter: Filter) => string): NothingView | null {
  const { words, questions } = page;
  if (found.cards.length > 0) return null;
  if (found.total > 0) return { reason: words.results.pastEnd(found.pages), pastEndUrl: to({ ...filter, page: 1 }), without: [] };
  const strange = chosenValues(filter).find(({ facet, value }) => !knownValue(questions, facet, value));
  const without = found.without
    .filter(({ total }) => total > 0)
    .map(({ facet, value, total }) => {
      const next = facet === "q" ? { ...noFilter, chosen: filter.chosen, free: filter.free } : toggle(questions, filter, facet, value);
      return {
        label: words.results.without(facet === "q" ? value : labelOf(questions, facet, value, words), page.count(total)),
        href: to(next),
      };
    });
  const unheard = found.understood !== null && isStrange(found.understood);
  const reason = unheard ? words.results.nothingHas(words.results.words(filter.q)) : words.results.nothing;
  return { reason: strange ? words.results.unknown(strange.value) : reason, pastEndUrl: null, without };
}
