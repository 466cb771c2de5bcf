/** Facets that lists can be filtered by, as named in addresses. */
export const facetNames = [
  "state",
  "help",
  "format",
  "access",
  "category",
  "frequency",
  "language",
  "day",
  "time",
  "program",
  "type",
  "kind",
  "topic",
] as const;

export type FacetName = (typeof facetNames)[number];

/** The sort orders of lists, as named in addresses. */
export type SortName = "match" | "soonest" | "reach" | "name" | "touched" | "year";

/** A filter as phrases, from which a sentence is built. */
export interface FilterPhrases {
  /** The search words as typed; null if there are none. */
  q: string | null;
  /** The phrases of the chosen values, facet by facet: "by phone", "for drinking". */
  facets: readonly { name: FacetName; phrases: readonly string[] }[];
}
