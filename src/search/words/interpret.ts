import { anyBit } from "../facets/bits.ts";
import type { Filter } from "../filter.ts";
import { hitsOf } from "../facets/counts.ts";
import type { OpenCollection } from "../collection.ts";
import { type Matches, noMatches, search } from "./match.ts";
import { wordsOf } from "./text.ts";
import { takeLiterally, type Understood, understand } from "./understand.ts";

/** A filter taken up: its words understood, the filters among them applied, and what matches the rest. */
export interface Asked {
  /** The filter that is answered: the given one and what its words wished. */
  filter: Filter;
  /** Null when there are no words. */
  understood: Understood | null;
  /** What matches the words; null when no words narrow anything. */
  matches: Matches | null;
}

/** Takes up a filter. Wishes that would leave nothing are searched as words instead. */
export function ask(collection: OpenCollection, filter: Filter): Asked {
  if (!filter.q) return { filter, understood: null, matches: null };
  if (filter.exact) return answerable(collection, filter, takeLiterally(collection, filter.q));
  const understood = understand(collection, filter.q);
  const asked = answerable(collection, filter, understood);
  if (understood.filters.length === 0 || findsAny(collection, asked)) return asked;
  const wished = takeLiterally(collection, understood.filters.map(({ typed }) => typed).join(" "));
  return answerable(collection, filter, { ...understood, filters: [], groups: [...understood.groups, ...wished.groups] });
}

function answerable(collection: OpenCollection, filter: Filter, understood: Understood): Asked {
  const wishes = understood.filters.filter(({ facet }) => !filter.chosen[facet]);
  const chosen = { ...filter.chosen, ...wishesByFacet(wishes) };
  const taken = { ...understood, filters: wishes };
  const { groups, dropped } = understood;
  if (groups.length === 0) {
    const foundNothing = dropped.length > 0 || wordsOf(filter.q).length === 0;
    return {
      filter: { ...filter, chosen },
      understood: taken,
      matches: foundNothing && wishes.length === 0 ? noMatches(collection.numbers.length) : null,
    };
  }
  const matches = search(collection, understood);
  return { filter: { ...filter, chosen }, understood: { ...taken, dropped: [...dropped, ...matches.dropped] }, matches };
}

/** The wishes as choices: those of one facet are joined by or. */
export function wishesByFacet(wishes: Understood["filters"]): Record<string, string[]> {
  const chosen: Record<string, string[]> = {};
  for (const { facet, value } of wishes) chosen[facet] = [...new Set([...(chosen[facet] ?? []), value])];
  return chosen;
}

function findsAny(collection: OpenCollection, { filter, matches }: Asked): boolean {
  return anyBit(hitsOf(collection.index, filter.chosen, matches?.bits ?? null));
}
