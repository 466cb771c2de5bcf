import type { Filter, Questions } from "../../search/filter.ts";
import type { FacetValue } from "../../listing/vocabulary.ts";
import { inLanguage } from "../../listing/text.ts";
import type { Words } from "../../words/en.ts";

/** What was asked, said in words. */

/** Every choice of a filter, one by one. */
export function chosenValues(filter: Filter): { facet: string; value: string }[] {
  return Object.entries(filter.chosen).flatMap(([facet, values]) => values.map((value) => ({ facet, value })));
}

/** One value of a facet of what is asked; undefined when there is none, as in a worn-out link. */
export function knownValue({ facets }: Questions, facet: string, id: string): FacetValue | undefined {
  return facets.find(({ name }) => name === facet)?.values.find((value) => value.id === id);
}

/** A value's label; one that nobody knows is shown as it was asked. */
export function labelOf(questions: Questions, facet: string, value: string, words: Words): string {
  const known = knownValue(questions, facet, value);
  return known ? inLanguage(known.label, words.language) : value;
}

/** The filter as a person says it: "Secular or faith-based, by phone, in Montana." */
export function sentenceOf(questions: Questions, filter: Pick<Filter, "q" | "chosen">, words: Words): string | null {
  const phrases = inSpokenOrder(questions).map((name) =>
    (filter.chosen[name] ?? []).map((value) => {
      const known = knownValue(questions, name, value);
      return known ? inLanguage(known.phrase, words.language) : words.results.words(value);
    }),
  );
  const parts = [filter.q && words.results.words(filter.q), ...phrases.map((said) => said.join(words.list.or))].filter(Boolean);
  if (parts.length === 0) return null;
  const sentence = parts.join(words.list.comma);
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** What the one chosen value means; null when there is none or more. */
export function meaningOf(questions: Questions, filter: Filter, words: Words): string | null {
  const [only, more] = chosenValues(filter);
  const value = only && !more && only.facet !== "state" ? knownValue(questions, only.facet, only.value) : undefined;
  return value ? inLanguage(value.meaning, words.language) : null;
}

/** People say what kind it is first and where last. */
function inSpokenOrder({ facets }: Questions): string[] {
  const weight = (name: string) => (name === "category" || name === "kind" ? 0 : name === "state" ? 2 : 1);
  return facets.map(({ name }) => name).sort((a, b) => weight(a) - weight(b));
}
