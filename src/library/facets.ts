import type { Collection } from "../search/collection.ts";
import { facetValues } from "../listing/vocabulary.ts";

const facet = (name: string) => ({ name, values: facetValues(name), single: false });

/** The library as a collection. Its last four facets are the programs' own: what an entry speaks to. */
export const documents = {
  table: "documents",
  facets: [facet("kind"), facet("topic"), facet("category"), facet("access"), facet("format"), facet("frequency")],
  sorts: ["year", "name", "touched"],
  orders: { name: "name COLLATE NOCASE", year: "year DESC NULLS LAST, name COLLATE NOCASE", touched: "touched DESC, name COLLATE NOCASE" },
} as const satisfies Collection;
