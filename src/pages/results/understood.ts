import type { Filter } from "../../search/filter.ts";
import { impliedChoices } from "../../search/words/interpret.ts";
import { wordsOf } from "../../search/words/text.ts";
import type { Understood } from "../../search/words/understand.ts";
import type { Chip } from "./chips.ts";
import { type ListPage, urlOf } from "./list-page.ts";
import { labelOf, sentenceOf } from "./sentence.ts";

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

function notesOf({ words, schema }: ListPage, understood: Understood): string[] {
  const { corrected, impliedFilters, dropped } = understood;
  const quoted = (list: string[]) => list.map(words.results.words).join(words.list.comma);
  const implied = sentenceOf(schema, { chosen: impliedChoices(impliedFilters), q: "" }, words);
  return [
    corrected.length > 0 &&
      words.results.corrected(quoted(corrected.map(({ taken }) => taken)), quoted(corrected.map(({ typed }) => typed))),
    implied !== null && words.results.wished(startLower(implied)),
    dropped.length > 0 && !hasNoKnownWords(understood) && words.results.dropped(quoted(dropped)),
  ].filter((note) => note !== false);
}

const startLower = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** The search without this phrase, typos corrected. */
function withoutPhrase(q: string, phrase: string, corrected: Understood["corrected"]): string {
  const words = wordsOf(q).map((word) => corrected.find((typo) => typo.typed === word)?.taken ?? word);
  return ` ${words.join(" ")} `.replace(` ${phrase} `, " ").trim();
}
