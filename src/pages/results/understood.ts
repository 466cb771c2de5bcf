import { wishesByFacet } from "../../search/words/interpret.ts";
import { wordsOf } from "../../search/words/text.ts";
import type { Understood } from "../../search/words/understand.ts";
import type { Filter } from "../../search/filter.ts";
import { labelOf, sentenceOf } from "./sentence.ts";
import type { ResultsPage } from "./results.ts";
import { filterUrl } from "../urls.ts";

/** What the words of a search were taken to mean, told to the reader, with the way to have it otherwise. */
export interface UnderstoodView {
  notes: string[];
  /** Leads to the words taken exactly, or back. */
  otherwise: { label: string; href: string };
  /** Filters made of words, each with the search that does without it. */
  chips: { label: string; remove: string; href: string }[];
}

/** Null where the words were taken just as they are. */
export function understoodView(page: ResultsPage, filter: Filter, understood: Understood | null): UnderstoodView | null {
  const { words, base, questions } = page;
  if (!understood) return null;
  const to = (next: Partial<Filter>) => filterUrl(base, questions, { ...filter, page: 1, ...next });
  if (filter.exact)
    return { notes: [words.results.exactly], otherwise: { label: words.results.asUsual, href: to({ exact: false }) }, chips: [] };
  const notes = notesOf(page, understood);
  if (notes.length === 0) return null;
  const chips = understood.filters.map(({ facet, value, typed }) => ({
    label: labelOf(questions, facet, value, words),
    remove: words.results.remove,
    href: to({ q: without(filter.q, typed, understood.corrected), sort: null }),
  }));
  return { notes, otherwise: { label: words.results.exactWords, href: to({ exact: true }) }, chips };
}

/** Whether nothing that was typed stands in any listing: then nothing is found, and there is nothing to leave out. */
export function isStrange({ groups, filters, dropped }: Understood): boolean {
  return groups.length === 0 && filters.length === 0 && dropped.length > 0;
}

function notesOf({ words, questions }: ResultsPage, understood: Understood): string[] {
  const { corrected, filters, dropped } = understood;
  const quoted = (list: string[]) => list.map(words.results.words).join(words.list.comma);
  return [
    corrected.length > 0 &&
      words.results.corrected(quoted(corrected.map(({ taken }) => taken)), quoted(corrected.map(({ typed }) => typed))),
    filters.length > 0 && words.results.wished(lowered(sentenceOf(questions, { chosen: wishesByFacet(filters), q: "" }, words)!)),
    dropped.length > 0 && !isStrange(understood) && words.results.dropped(quoted(dropped)),
  ].filter((note) => note !== false);
}

const lowered = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** The search without these words: typed once together, typos put right. */
function without(q: string, typed: string, corrected: Understood["corrected"]): string {
  const words = wordsOf(q).map((word) => corrected.find((typo) => typo.typed === word)?.taken ?? word);
  return ` ${words.join(" ")} `.replace(` ${typed} `, " ").trim();
}
