import type { Chosen, FacetValue } from "../../search/facets/counts.ts";
import type { Filter, ListSchema } from "../../search/filter.ts";
import type { FilterPhrases } from "../../words/filter-phrases.ts";
import { inLanguage } from "../../words/languages.ts";
import type { Words } from "../../words/words.ts";
import type { ListPage } from "./list-page.ts";

/** Returns every choice of a filter, one by one. */
export function chosenValues(filter: Filter): { facet: string; value: string }[] {
  return Object.entries(filter.chosen).flatMap(([facet, values]) => values.map((value) => ({ facet, value })));
}

/** Returns one value of a facet of the list; null if there is none, as in an outdated link. */
export function knownValue({ facets }: ListSchema, facet: string, id: string): FacetValue | null {
  return facets.find(({ name }) => name === facet)?.values.find((value) => value.id === id) ?? null;
}

/** Returns the choices of a filter without those that the list does not know. */
export function knownChoices(schema: ListSchema, { chosen }: Pick<Filter, "chosen">): Chosen {
  return Object.fromEntries(
    Object.entries(chosen).map(([facet, values]) => [facet, values.filter((value) => knownValue(schema, facet, value))]),
  );
}

/** Returns a value's label; an unknown one is returned as is. */
export function labelOf(schema: ListSchema, facet: string, value: string, words: Words): string {
  const known = knownValue(schema, facet, value);
  return known ? inLanguage(known.label, words.language) : value;
}

/** Returns what a filter asks, as phrases for a sentence; null if it asks nothing. */
export function phrasesOf({ schema, words }: ListPage, { q, chosen }: Pick<Filter, "q" | "chosen">): FilterPhrases | null {
  const phraseOf = (facet: string, value: string) => {
    const known = knownValue(schema, facet, value);
    return known ? inLanguage(known.phrase, words.language) : words.results.words(value);
  };
  const facets = schema.facets
    .map(({ name }) => ({ name, phrases: (chosen[name] ?? []).map((value) => phraseOf(name, value)) }))
    .filter(({ phrases }) => phrases.length > 0);
  return q === "" && facets.length === 0 ? null : { q: q === "" ? null : q, facets };
}

/** Returns the meaning of the one chosen value; null if none or several were chosen, or a state. */
export function meaningOf(schema: ListSchema, filter: Filter, words: Words): string | null {
  const [only, more] = chosenValues(filter);
  const value = only && !more && only.facet !== "state" ? knownValue(schema, only.facet, only.value) : null;
  return value ? inLanguage(value.meaning, words.language) : null;
}
