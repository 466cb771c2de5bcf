import { hitsOf } from "./facets/counts.ts";
import { countGroups } from "./facets/groups.ts";
import { emptyFilter } from "./filter.ts";
import type { OpenCollection } from "./open.ts";
import { interpret } from "./words/interpret.ts";

/** How well a list answers words, without its rows. */
interface Weighed {
  total: number;
  /** How much of what was said its best listing is about, 0 to 1; 0 where the words only narrow the list. */
  relevance: number;
}

/** Asks a list how well it would answer these words: for offering it on the page of another. */
export function weighWords(list: OpenCollection, q: string): Weighed {
  const { chosen, matches } = interpret(list, { ...emptyFilter, q });
  const hits = hitsOf(list.facetIndex, chosen, matches?.bits ?? null);
  return { total: countGroups(list.facetIndex.groups, hits), relevance: matches?.relevance ?? 0 };
}
