import { facetValues, type Vocabulary } from "../listing/vocabulary.ts";
import type { Collection } from "../search/collection.ts";
import type { FacetName } from "../words/filter-phrases.ts";

/**
 * Returns the collection of programs: its facets, in the order shown, and its sort orders. A new facet is one line here, one in the
 * vocabulary and one in program.ts.
 */
export function programCollection(vocabulary: Vocabulary) {
  const facet = (name: FacetName) => ({ name, values: facetValues(vocabulary, name), single: false });
  // A nationwide program serves every state, so choosing a state also finds what is nationwide.
  const states = facetValues(vocabulary, "state").map((value) => ({ ...value, standsFor: [value.id, "nationwide"] }));
  return {
    table: "programs",
    facets: [
      { name: "state", values: states, single: true },
      facet("help"),
      facet("format"),
      facet("access"),
      facet("category"),
      facet("frequency"),
      facet("language"),
    ],
    sorts: ["reach", "name", "touched"],
    orders: {
      reach: "ease, name COLLATE NOCASE",
      name: "name COLLATE NOCASE",
      touched: "checked_or_added DESC, ease, name COLLATE NOCASE",
    },
    minimumMatch: 0.2,
  } as const satisfies Collection;
}
