import type { Collection } from "../search/collection.ts";
import { type FacetValue, facetValues } from "../listing/vocabulary.ts";

const facet = (name: string, values = facetValues(name)) => ({ name, values, single: false });

/** Of the programs' ways to join, those that a meeting can have; and how often one meeting can be. */
const only = (name: string, ids: readonly string[]) => facetValues(name).filter(({ id }) => ids.includes(id));
const formats = only("format", ["phone", "video", "in-person"]);
const frequencies = only("frequency", ["daily", "several-a-week", "weekly", "weekly-or-more", "monthly", "not-scheduled"]);

/** The meetings as a collection, with the programs that have any. "Soonest" turns with the clock, so search.ts makes that order. */
export function meetingsOf(programs: readonly FacetValue[]) {
  return {
    table: "meetings",
    facets: [
      { name: "state", values: facetValues("state"), single: true },
      facet("day"),
      facet("time"),
      facet("format", formats),
      facet("program", [...programs]),
      facet("category"),
      facet("frequency", frequencies),
      facet("type"),
      facet("language"),
    ],
    sorts: ["soonest", "name"],
    orders: { soonest: "minute IS NULL, minute, name COLLATE NOCASE, number", name: "name COLLATE NOCASE, minute, number" },
    /** Where one is, how far one would go, and the zone of one's own clock. */
    free: ["near", "within", "tz"],
  } satisfies Collection;
}
