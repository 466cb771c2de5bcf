import * as z from "zod";
import type { FacetValue } from "../search/facets/counts.ts";
import { everyLanguage } from "../words/languages.ts";
import { formHints } from "./form/hints.ts";
import { textSchema } from "./text.ts";

/** Every facet's values, in the order in which they are shown: what vocabulary.json of a catalog says. */
export type Vocabulary = Readonly<Record<string, readonly FacetValue[]>>;

/** The shape of vocabulary.json. Its ids are part of public addresses. */
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
      /** True where it takes no internet: then the number or the postal address comes first. */
      offline: z.boolean().optional(),
    }),
  ),
);

/** The values of one facet. Throws when the vocabulary has no such facet: a mistake in our own files. */
export function facetValues(vocabulary: Vocabulary, facet: string): readonly FacetValue[] {
  const values = vocabulary[facet];
  if (!values) throw new Error(`vocabulary.json has no facet "${facet}"`);
  return values;
}

/** The ids that a listing may have: aliases only exist in addresses. */
export function assignableIds(vocabulary: Vocabulary, facet: string): string[] {
  return facetValues(vocabulary, facet)
    .filter((value) => !value.standsFor)
    .map((value) => value.id);
}

/** One value of a facet; null when it is not in the vocabulary, as in an outdated link. */
export function facetValue(vocabulary: Vocabulary, facet: string, id: string): FacetValue | null {
  return facetValues(vocabulary, facet).find((value) => value.id === id) ?? null;
}

/** The tags of a listing, facet by facet, in the order of the vocabulary. */
export function tagIds(
  vocabulary: Vocabulary,
  facets: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(facets).map(([facet, values]) => [facet, assignableIds(vocabulary, facet).filter((id) => id in values)]),
  );
}

/** The labels of these tags in all languages: a listing is also found by what it is filed under. */
export function searchedLabels(vocabulary: Vocabulary, tags: readonly (readonly [facet: string, id: string])[]): string {
  const labels = labelsOf(vocabulary);
  return tags.flatMap(([facet, id]) => labels.get(`${facet} ${id}`) ?? []).join(" · ");
}

/** The labels of each vocabulary, by facet and id: an import asks for millions. */
const knownLabels = new WeakMap<Vocabulary, ReadonlyMap<string, string>>();

function labelsOf(vocabulary: Vocabulary): ReadonlyMap<string, string> {
  const known = knownLabels.get(vocabulary);
  if (known !== undefined) return known;
  const each = Object.entries(vocabulary).flatMap(([facet, values]) =>
    values.map(({ id, label }) => [`${facet} ${id}`, everyLanguage(label)] as const),
  );
  // The first of an id, as facetValue finds it.
  const labels = new Map(each.reverse());
  knownLabels.set(vocabulary, labels);
  return labels;
}

/** The chosen values of one facet, each with the fact that supports it: `{ "toll-free": "The number is an 800 number" }`. */
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
