import { hitsOf } from "./facets/counts.ts";
import { countGroups } from "./facets/groups.ts";
import { emptyFilter } from "./filter.ts";
import type { OpenCollection } from "./open.ts";
import { interpret } from "./words/interpret.ts";

/** How well a list matches words, without its rows. */
interface Weighed {
  total: number;
  /** Share of the words that the best listing is about, 0 to 1; 0 where the words only narrow the list. */
  relevance: number;
}

/** Estimates how well a list would match these words, for offering it on the page of another. */
export function weighWords(list: OpenCollection, q: string): Weighed {
  const { chosen, matches } = interpret(list, { ...emptyFilter, q });
  const hits = hitsOf(list.facetIndex, chosen, matches?.bits ?? null);
  return { total: countGroups(list.facetIndex.groups, hits), relevance: matches?.relevance ?? 0 };
}
