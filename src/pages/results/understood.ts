import type { Filter } from "../../search/filter.ts";
import { impliedChoices } from "../../search/words/interpret.ts";
import type { NamedPlace } from "../../search/words/named-place.ts";
import { wordsOf } from "../../search/words/text.ts";
import type { Understood } from "../../search/words/understood.ts";
import type { Chip } from "./chips.ts";
import { type ListPage, urlOf } from "./list-page.ts";
import { labelOf, phrasesOf } from "./sentence.ts";

/** How the words of a search were understood, and the link to change that. */
export interface UnderstoodView {
  notes: string[];
  /** Link to a search for the exact words, or back. */
  otherwise: { label: string; href: string };
  /** Filters that the words imply, each with the search without it. */
  chips: Chip[];
}

/** Returns how the words were understood; null if they were taken just as they are. */
export function understoodView(page: ListPage, filter: Filter, understood: Understood | null): UnderstoodView | null {
  if (!understood) return null;
  const { words, schema } = page;
  const to = (next: Partial<Filter>) => urlOf(page, { ...filter, page: 1, ...next });
  if (filter.exact)
    return { notes: [words.results.exactly], otherwise: { label: words.results.asUsual, href: to({ exact: false }) }, chips: [] };
  const notes = notesOf(page, understood);
  if (notes.length === 0) return null;
  // Two phrases may imply the same filter ("reunión en español"): one chip removes both.
  const implied = Map.groupBy(understood.impliedFilters, ({ facet, value }) => `${facet} ${value}`);
  const chips = [...implied.values()].map((same) => ({
    label: labelOf(schema, same[0]!.facet, same[0]!.value, words),
    remove: words.results.remove,
    href: to({ q: same.reduce((q, { facet, typed }) => withoutImplied(q, facet, typed, understood), filter.q), sort: null }),
  }));
  return { notes, otherwise: { label: words.results.exactWords, href: to({ exact: true }) }, chips };
}

/** Whether no listing has any of the typed words: nothing is then found, and there is nothing to leave out. */
export function hasNoKnownWords({ terms, impliedFilters, dropped }: Understood): boolean {
  return terms.length === 0 && impliedFilters.length === 0 && dropped.length > 0;
}

function notesOf(page: ListPage, understood: Understood): string[] {
  const { results } = page.words;
  const { corrected, impliedFilters, dropped, places } = understood;
  // A place that is not known has its own notice.
  const isPlace = (word: string) => places.some(({ typed, sure }) => typed === word && !sure);
  const typos = { taken: corrected.map(({ taken }) => taken), typed: corrected.map(({ typed }) => typed) };
  const ofPlaces = impliedFilters.filter(({ facet }) => facet === "state");
  const others = impliedFilters.filter(({ facet }) => facet !== "state");
  const implied = phrasesOf(page, { chosen: impliedChoices(others), q: "" });
  const states = [...new Set(ofPlaces.map(({ value }) => labelOf(page.schema, "state", value, page.words)))];
  return [
    corrected.length > 0 && results.corrected(typos.taken, typos.typed),
    states.length > 0 && results.place.showing(states, [...new Set(ofPlaces.map(({ typed }) => typed))]),
    implied !== null && results.wished(implied, [...new Set(others.map(({ typed }) => typed))]),
    dropped.some((word) => !isPlace(word)) && !hasNoKnownWords(understood) && results.dropped(dropped.filter((word) => !isPlace(word))),
  ].filter((note) => note !== false);
}

/** Returns the search without these places and the words before them, with typos corrected. */
export function withoutPlaces(q: string, places: readonly NamedPlace[], corrected: Understood["corrected"]): string {
  const isOfPlace = (at: number) => places.some(({ from, to }) => at >= from && at < to);
  return correctedWords(q, corrected)
    .filter((_, at) => !isOfPlace(at))
    .join(" ");
}

function withoutImplied(q: string, facet: string, typed: string, { places, corrected }: Understood): string {
  const place = facet === "state" ? places.find((one) => one.typed === typed) : undefined;
  return place ? withoutPlaces(q, [place], corrected) : withoutPhrase(q, typed, corrected);
}

/** Returns the search without this phrase, with typos corrected. */
function withoutPhrase(q: string, phrase: string, corrected: Understood["corrected"]): string {
  return ` ${correctedWords(q, corrected).join(" ")} `.replace(` ${phrase} `, " ").trim();
}

function correctedWords(q: string, corrected: Understood["corrected"]): string[] {
  return wordsOf(q).map((word) => corrected.find((typo) => typo.typed === word)?.taken ?? word);
}
