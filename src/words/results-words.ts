import type { FilterPhrases, SortName } from "./filter-phrases.ts";

/** What pages of results say, of whatever they list. */
export interface ResultsWords {
  filter: string;
  chosen(count: number): string;
  search: string;
  apply: string;
  clearAll: string;
  /** What a screen reader says before the label of a filter that can be taken back. */
  remove: string;
  sortBy: string;
  sorts: Record<SortName, string>;
  /** Words as somebody typed them, in quotation marks. */
  words(q: string): string;
  /** The whole filter: "Secular or faith-based, by phone, in Montana." */
  sentence(filter: FilterPhrases): string;
  /** The title of a page of results: "By phone, in Montana · Find support". */
  titled(filter: FilterPhrases, title: string): string;
  corrected(taken: readonly string[], typed: readonly string[]): string;
  /** What the words of a search were taken to ask, and those words. */
  wished(filter: FilterPhrases, typed: readonly string[]): string;
  /** What is said of the places that a search names. */
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
  /** How many there are without one of the choices. */
  without(label: string, count: string): string;
  pastEnd(pages: number): string;
  backToFirst: string;
  noTravel: string;
  seeAll: string;
  /** A telephone number that nobody listed has. */
  nobodyHas(number: string): string;
  /** Other lists that answer the same words better, each with how many it finds. */
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
  /** Which states are shown, and the words that said so. */
  showing(states: readonly string[], typed: readonly string[]): string;
  meetingsNear(place: string): string;
  /** Programs that serve a state. */
  serving(state: string): string;
  /** Where several places are called so. */
  whichOne(name: string): string;
  /** Where a state has nothing of its own of what was asked, but what serves every state is listed. */
  noneOwn(state: string): string;
  /** Where there is nothing at all. */
  none(state: string): string;
  everyState: string;
}
