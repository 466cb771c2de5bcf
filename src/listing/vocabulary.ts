import { readFileSync } from "node:fs";
import * as z from "zod";
import { everyLanguage, textSchema } from "./text.ts";
import { root } from "../root.ts";

const valueSchema = z.strictObject({
  id: z.string(),
  /** What stands beside the checkbox. */
  label: textSchema,
  /** How the value reads inside a sentence: "by phone", "for drinking". */
  phrase: textSchema,
  /** One plain sentence saying what the value means. */
  meaning: textSchema,
  /** The values an alias stands for: weekly-or-more covers daily, weekly … */
  standsFor: z.array(z.string()).optional(),
});

export type FacetValue = z.infer<typeof valueSchema>;

/** Every facet's values, in the order in which they are shown. */
const vocabulary: Record<string, FacetValue[]> = z
  .record(z.string(), z.array(valueSchema))
  .parse(JSON.parse(readFileSync(new URL("data/catalog/vocabulary.json", root), "utf8")));

/** The values of one facet. Throws when the vocabulary has no such facet: a mistake in our own files. */
export function facetValues(facet: string): FacetValue[] {
  const values = vocabulary[facet];
  if (!values) throw new Error(`data/catalog/vocabulary.json has no facet "${facet}"`);
  return values;
}

/** The ids a listing may carry: aliases only exist in addresses. */
export function assignableIds(facet: string): string[] {
  return facetValues(facet)
    .filter((value) => !value.standsFor)
    .map((value) => value.id);
}

/** One value of a facet; undefined when it is not in the vocabulary, as in a worn-out link. */
export function facetValue(facet: string, id: string): FacetValue | undefined {
  return facetValues(facet).find((value) => value.id === id);
}

/** The values that a listing carries, facet by facet, in the order of the vocabulary. */
export function carriedIds(facets: Readonly<Record<string, Readonly<Record<string, string>>>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(facets).map(([facet, values]) => [facet, assignableIds(facet).filter((id) => id in values)]));
}

/** Each value's label in all languages, by "facet value". */
const labels = new Map(
  Object.entries(vocabulary).flatMap(([facet, values]) => values.map(({ id, label }) => [`${facet} ${id}`, everyLanguage(label)] as const)),
);

/** The labels of these values in all languages: a listing is also found by what it is filed under. */
export function searchedLabels(values: readonly (readonly [facet: string, id: string])[]): string {
  return values.flatMap(([facet, id]) => labels.get(`${facet} ${id}`) ?? []).join(" · ");
}

/** The chosen values of one facet, each with the fact that supports it: `{ "toll-free": "The number is an 800 number" }`. */
export function facetSchema(facet: string) {
  const known = assignableIds(facet);
  const reason = z.string().min(3, { error: "say which fact supports this value" });
  return z.record(z.string(), reason).superRefine((values, context) => {
    for (const value of Object.keys(values).filter((id) => !known.includes(id))) {
      context.addIssue({ code: "custom", message: `"${value}" is not a ${facet}; use one of ${known.join(", ")}` });
    }
  });
}
