import type { Filter } from "../../search/filter.ts";
import { impliedChoices } from "../../search/words/interpret.ts";
import { wordsOf } from "../../search/words/text.ts";
import type { Understood } from "../../search/words/understood.ts";
import type { Chip } from "./chips.ts";
import { type ListPage, urlOf } from "./list-page.ts";
import { labelOf, phrasesOf } from "./sentence.ts";

/** What the words of a search were taken to mean, and the way to have it otherwise. */
export interface UnderstoodView {
  notes: string[];
  /** Leads to the words taken exactly, or back. */
  otherwise: { label: string; href: string };
  /** Filters that the words imply, each with the search that does without it. */
  chips: Chip[];
}

/** Null where the words were taken just as they are. */
export function understoodView(page: ListPage, filter: Filter, understood: Understood | null): UnderstoodView | null {
  if (!understood) return null;
  const { words, schema } = page;
  const to = (next: Partial<Filter>) => urlOf(page, { ...filter, page: 1, ...next });
  if (filter.exact)
    return { notes: [words.results.exactly], otherwise: { label: words.results.asUsual, href: to({ exact: false }) }, chips: [] };
  const notes = notesOf(page, understood);
  if (notes.length === 0) return null;
  const chips = understood.impliedFilters.map(({ facet, value, typed }) => ({
    label: labelOf(schema, facet, value, words),
    remove: words.results.remove,
    href: to({ q: withoutPhrase(filter.q, typed, understood.corrected), sort: null }),
  }));
  return { notes, otherwise: { label: words.results.exactWords, href: to({ exact: true }) }, chips };
}

/** Whether no listing has any of the typed words: then nothing is found, and there is nothing to leave out. */
export function hasNoKnownWords({ terms, impliedFilters, dropped }: Understood): boolean {
  return terms.length === 0 && impliedFilters.length === 0 && dropped.length > 0;
}

function notesOf(page: ListPage, understood: Understood): string[] {
  const { results } = page.words;
  const { corrected, impliedFilters, dropped } = understood;
  const typos = { taken: corrected.map(({ taken }) => taken), typed: corrected.map(({ typed }) => typed) };
  const implied = phrasesOf(page, { chosen: impliedChoices(impliedFilters), q: "" });
  return [
    corrected.length > 0 && results.corrected(typos.taken, typos.typed),
    implied !== null && results.wished(implied),
    dropped.length > 0 && !hasNoKnownWords(understood) && results.dropped(dropped),
  ].filter((note) => note !== false);
}

/** The search without this phrase, typos corrected. */
function withoutPhrase(q: string, phrase: string, corrected: Understood["corrected"]): string {
  const words = wordsOf(q).map((word) => corrected.find((typo) => typo.typed === word)?.taken ?? word);
  return ` ${words.join(" ")} `.replace(` ${phrase} `, " ").trim();
}
