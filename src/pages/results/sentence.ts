import type { FacetValue } from "../../search/facets/counts.ts";
import type { Filter, ListSchema } from "../../search/filter.ts";
import type { Words } from "../../words/en.ts";
import { inLanguage } from "../../words/languages.ts";

/** Every choice of a filter, one by one. */
export function chosenValues(filter: Filter): { facet: string; value: string }[] {
  return Object.entries(filter.chosen).flatMap(([facet, values]) => values.map((value) => ({ facet, value })));
}

/** One value of a facet of the list; null when there is none, as in an outdated link. */
export function knownValue({ facets }: ListSchema, facet: string, id: string): FacetValue | null {
  return facets.find(({ name }) => name === facet)?.values.find((value) => value.id === id) ?? null;
}

/** A value's label; an unknown one is shown as it was asked. */
export function labelOf(schema: ListSchema, facet: string, value: string, words: Words): string {
  const known = knownValue(schema, facet, value);
  return known ? inLanguage(known.label, words.language) : value;
}

/** The filter as a person says it: "Secular or faith-based, by phone, in Montana." */
export function sentenceOf(schema: ListSchema, filter: Pick<Filter, "q" | "chosen">, words: Words): string | null {
  const phrases = inSpokenOrder(schema).map((name) =>
    (filter.chosen[name] ?? []).map((value) => {
      const known = knownValue(schema, name, value);
      return known ? inLanguage(known.phrase, words.language) : words.results.words(value);
    }),
  );
  const parts = [filter.q && words.results.words(filter.q), ...phrases.map((said) => said.join(words.list.or))].filter(Boolean);
  if (parts.length === 0) return null;
  const sentence = parts.join(words.list.comma);
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** What the one chosen value means; null when there is none or more. */
export function meaningOf(schema: ListSchema, filter: Filter, words: Words): string | null {
  const [only, more] = chosenValues(filter);
  const value = only && !more && only.facet !== "state" ? knownValue(schema, only.facet, only.value) : null;
  return value ? inLanguage(value.meaning, words.language) : null;
}

/** People say what kind it is first and where last. */
function inSpokenOrder({ facets }: ListSchema): string[] {
  const weight = (name: string) => (name === "category" || name === "kind" ? 0 : name === "state" ? 2 : 1);
  return facets.map(({ name }) => name).sort((a, b) => weight(a) - weight(b));
}
