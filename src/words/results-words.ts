import type { FilterPhrases, SortName } from "./filter-phrases.ts";

/** Texts of pages of results, whatever they list. */
export interface ResultsWords {
  filter: string;
  chosen(count: number): string;
  search: string;
  apply: string;
  clearAll: string;
  /** For screen readers, before the label of a filter that can be removed. */
  remove: string;
  sortBy: string;
  sorts: Record<SortName, string>;
  /** Search words as typed, in quotation marks. */
  words(q: string): string;
  /** The whole filter: "Secular or faith-based, by phone, in Montana." */
  sentence(filter: FilterPhrases): string;
  /** The title of a page of results: "By phone, in Montana · Find support". */
  titled(filter: FilterPhrases, title: string): string;
  corrected(taken: readonly string[], typed: readonly string[]): string;
  /** The filter that the search words were understood as, and those words. */
  wished(filter: FilterPhrases, typed: readonly string[]): string;
  /** Texts about the places that a search names. */
  place: PlaceInSearchWords;
  dropped(typed: readonly string[]): string;
  exactWords: string;
  exactly: string;
  asUsual: string;
  pages: string;
  page(page: number, pages: number): string;
  previous: string;
  next: string;
  nothing: string;
  nothingHas(typed: string): string;
  unknown(value: string): string;
  /** The number of results without one of the choices. */
  without(label: string, count: string): string;
  pastEnd(pages: number): string;
  backToFirst: string;
  noTravel: string;
  seeAll: string;
  /** A telephone number that no listing has. */
  nobodyHas(number: string): string;
  /** Other lists that match the same words better, each with its number of results. */
  better: { lead: string; programs(count: string): string; documents(count: string): string; meetings(count: string): string };
  /** Above the lines to call at once. */
  now: string;
  print: {
    /** The link to the page for paper. */
    link: string;
    hint: string;
    back: string;
    printed(date: string, address: string): string;
    first(shown: number, total: number): string;
  };
}

interface PlaceInSearchWords {
  /** The states that are shown, and the words that named them. */
  showing(states: readonly string[], typed: readonly string[]): string;
  meetingsNear(place: string): string;
  /** Programs that serve a state. */
  serving(state: string): string;
  /** Shown if several places have this name. */
  whichOne(name: string): string;
  /** Shown if a state has no results itself, but some that serve every state are listed. */
  noneOwn(state: string): string;
  /** Shown if there are no results at all. */
  none(state: string): string;
  everyState: string;
}
