import type { Collection } from "../search/collection.ts";
import { facetValues } from "../listing/vocabulary.ts";

const facet = (name: string) => ({ name, values: facetValues(name), single: false });

/** A nationwide program serves every state, so each state also stands for "nationwide". */
const state = {
  name: "state",
  values: facetValues("state").map((value) => ({ ...value, standsFor: [value.id, "nationwide"] })),
  single: true,
};

/**
 * The programs as a collection: what one can narrow by, in the order shown, and how they can be sorted.
 * A new facet is one line here, one in the vocabulary and one in program.ts.
 */
export const programs = {
  table: "programs",
  facets: [state, facet("help"), facet("format"), facet("access"), facet("category"), facet("frequency"), facet("language")],
  sorts: ["reach", "name", "touched"],
  orders: { reach: "reach, name COLLATE NOCASE", name: "name COLLATE NOCASE", touched: "touched DESC, reach, name COLLATE NOCASE" },
} as const satisfies Collection;

/** From here on in the order of reach, programs have closed. */
export const closedReach = 1000;
