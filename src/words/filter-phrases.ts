/** What lists can be narrowed by, as addresses name it. */
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

/** The orders of lists, as addresses name them. */
export type SortName = "match" | "soonest" | "reach" | "name" | "touched" | "year";

/** What a filter asks, as phrases of a sentence that is still to be built. */
export interface FilterPhrases {
  /** The search words as typed; null where none were. */
  q: string | null;
  /** The phrases of the chosen values, facet by facet: "by phone", "for drinking". */
  facets: readonly { name: FacetName; phrases: readonly string[] }[];
}
