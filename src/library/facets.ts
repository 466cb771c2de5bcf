import { facetValues, type Vocabulary } from "../listing/vocabulary.ts";
import type { Collection } from "../search/collection.ts";
import type { FacetName } from "../words/filter-phrases.ts";

/** Returns the library's collection. Its last four facets are those of programs: what a document covers. */
export function documentCollection(vocabulary: Vocabulary) {
  const facet = (name: FacetName) => ({ name, values: facetValues(vocabulary, name), single: false });
  return {
    table: "documents",
    facets: [facet("kind"), facet("topic"), facet("category"), facet("access"), facet("format"), facet("frequency")],
    sorts: ["year", "name", "touched"],
    orders: {
      name: "name COLLATE NOCASE",
      year: "year DESC NULLS LAST, name COLLATE NOCASE",
      touched: "checked_or_added DESC, name COLLATE NOCASE",
    },
    minimumMatch: 0.2,
  } as const satisfies Collection;
}
