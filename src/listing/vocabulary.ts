import * as z from "zod";
import type { FacetValue } from "../search/facets/counts.ts";
import { everyLanguage } from "../words/languages.ts";
import { formHints } from "./form/hints.ts";
import { textSchema } from "./text.ts";

/** The values of every facet, in the order in which they are shown: the contents of a catalog's vocabulary.json. */
export type Vocabulary = Readonly<Record<string, readonly FacetValue[]>>;

/** The schema of vocabulary.json. Its ids are part of public addresses. */
export const vocabularySchema: z.ZodType<Vocabulary> = z.record(
  z.string(),
  z.array(
    z.strictObject({
      id: z.string(),
      label: textSchema,
      phrase: textSchema,
      meaning: textSchema,
      standsFor: z.array(z.string()).optional(),
      special: z.boolean().optional(),
      /** True if it needs no internet: then the number or the postal address comes first. */
      offline: z.boolean().optional(),
    }),
  ),
);

/** Returns the values of one facet. Throws if the vocabulary has no such facet, which is a mistake in our own files. */
export function facetValues(vocabulary: Vocabulary, facet: string): readonly FacetValue[] {
  const values = vocabulary[facet];
  if (!values) throw new Error(`vocabulary.json has no facet "${facet}"`);
  return values;
}

/** Returns the ids that a listing may have: aliases only exist in addresses. */
export function assignableIds(vocabulary: Vocabulary, facet: string): string[] {
  return facetValues(vocabulary, facet)
    .filter((value) => !value.standsFor)
    .map((value) => value.id);
}

/** Returns one value of a facet; null if it is not in the vocabulary, as in an outdated link. */
export function facetValue(vocabulary: Vocabulary, facet: string, id: string): FacetValue | null {
  return facetValues(vocabulary, facet).find((value) => value.id === id) ?? null;
}

/** Returns the tags of a listing by facet, in the order of the vocabulary. */
export function tagIds(
  vocabulary: Vocabulary,
  facets: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(facets).map(([facet, values]) => [facet, assignableIds(vocabulary, facet).filter((id) => id in values)]),
  );
}

/** Returns the labels of these tags in all languages: a listing is also found by its tags. */
export function searchedLabels(vocabulary: Vocabulary, tags: readonly (readonly [facet: string, id: string])[]): string {
  const labels = labelsOf(vocabulary);
  return tags.flatMap(([facet, id]) => labels.get(`${facet} ${id}`) ?? []).join(" · ");
}

/** Cache of the labels of each vocabulary, by facet and id: an import looks up millions. */
const knownLabels = new WeakMap<Vocabulary, ReadonlyMap<string, string>>();

function labelsOf(vocabulary: Vocabulary): ReadonlyMap<string, string> {
  const known = knownLabels.get(vocabulary);
  if (known !== undefined) return known;
  const each = Object.entries(vocabulary).flatMap(([facet, values]) =>
    values.map(({ id, label }) => [`${facet} ${id}`, everyLanguage(label)] as const),
  );
  // The first of equal ids wins, as in facetValue.
  const labels = new Map(each.reverse());
  knownLabels.set(vocabulary, labels);
  return labels;
}

/** Builds the schema of a facet's chosen values, each with the fact that supports it: `{ "toll-free": "The number is an 800 number" }`. */
export function facetSchema(vocabulary: Vocabulary, facet: string) {
  const known = assignableIds(vocabulary, facet);
  const reason = z.string().min(3, { error: "say which fact supports this value" });
  return z
    .record(z.string(), reason)
    .superRefine((values, context) => {
      for (const value of Object.keys(values).filter((id) => !known.includes(id))) {
        context.addIssue({ code: "custom", message: `"${value}" is not a ${facet}; use one of ${known.join(", ")}` });
      }
    })
    .register(formHints, { keys: known });
}
