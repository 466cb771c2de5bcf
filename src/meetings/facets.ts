import { facetValues, type Vocabulary } from "../listing/vocabulary.ts";
import { canonicalZone } from "../places/zone.ts";
import type { Collection } from "../search/collection.ts";
import type { FacetValue } from "../search/facets/counts.ts";
import type { FacetName } from "../words/filter-phrases.ts";

/** The radii that a reader can choose, in miles. */
export const radii = [25, 50, 100, 200] as const;

/**
 * Describes the times of meetings as a collection; `programs` are those that have any. The order "soonest" depends on the clock, so it is
 * built in schedule/soonest.ts.
 */
export function meetingCollection(vocabulary: Vocabulary, programs: readonly FacetValue[]) {
  const facet = (name: FacetName, values = facetValues(vocabulary, name)) => ({ name, values, single: false });
  const only = (name: string, ids: readonly string[]) => facetValues(vocabulary, name).filter(({ id }) => ids.includes(id));
  return {
    table: "meeting_times",
    facets: [
      { name: "state", values: facetValues(vocabulary, "state"), single: true },
      facet("day"),
      facet("time"),
      // Only the programs' ways to join that a meeting can have, and only the frequencies possible for one meeting.
      facet("format", only("format", ["phone", "video", "in-person"])),
      facet("program", programs),
      facet("category"),
      facet("frequency", only("frequency", ["daily", "several-a-week", "weekly", "weekly-or-more", "monthly", "not-scheduled"])),
      facet("type"),
      facet("language"),
    ],
    sorts: ["soonest", "name"],
    orders: { soonest: "minute IS NULL, minute, name COLLATE NOCASE, row", name: "name COLLATE NOCASE, minute, row" },
    /** The reader's place, radius and time zone; `after` leaves out what is over ("now") or everything but tonight ("tonight"). */
    parameters: {
      after: (typed: string) => (typed === "now" || typed === "tonight" ? typed : null),
      near: (typed: string) => typed,
      within: (typed: string) => (radii.some((radius) => String(radius) === typed) ? typed : null),
      tz: canonicalZone,
    },
    minimumMatch: 0.8,
  } as const satisfies Collection;
}
