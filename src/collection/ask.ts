import { countBits } from "../facets/bits.ts";
import type { Filter } from "../facets/filter.ts";
import { narrow } from "../facets/index.ts";
import type { OpenCollection } from "./collection.ts";
import { asBits, search } from "./search.ts";
import { wordsOf } from "./text.ts";
import { takeLiterally, type Understood, understand } from "./understand.ts";

/** A filter taken up: its words understood, the filters among them applied, and what matches the rest. */
export interface Asked {
  /** The filter that is answered: the given one and what its words wished. */
  filter: Filter;
  /** Null when there are no words. */
  understood: Understood | null;
  /** The positions that match the words, best first; null when no words narrow anything. */
  ranked: readonly number[] | null;
}

/** Takes up a filter. Wishes that would leave nothing are searched as words instead. */
export function ask(collection: OpenCollection, filter: Filter): Asked {
  if (!filter.q) return { filter, understood: null, ranked: null };
  if (filter.exact) return answerable(collection, filter, takeLiterally(collection.vocabulary, filter.q));
  const understood = understand(collection, filter.q);
  const asked = answerable(collection, filter, understood);
  if (understood.filters.length === 0 || findsAny(collection, asked)) return asked;
  const wished = takeLiterally(collection.vocabulary, understood.filters.map(({ typed }) => typed).join(" "));
  return answerable(collection, filter, { ...understood, filters: [], groups: [...understood.groups, ...wished.groups] });
}

function answerable(collection: OpenCollection, filter: Filter, understood: Understood): Asked {
  const wishes = understood.filters.filter(({ facet }) => !filter.chosen[facet]);
  const chosen = { ...filter.chosen, ...wishesByFacet(wishes) };
  const taken = { ...understood, filters: wishes };
  const { groups, dropped } = understood;
  if (groups.length === 0) {
    const foundNothing = dropped.length > 0 || wordsOf(filter.q).length === 0;
    return { filter: { ...filter, chosen }, understood: taken, ranked: foundNothing && wishes.length === 0 ? [] : null };
  }
  const matched = search(collection, understood);
  return {
    filter: { ...filter, chosen },
    understood: { ...taken, dropped: [...dropped, ...matched.dropped] },
    ranked: matched.ranked,
  };
}

/** The wishes as choices: those of one facet are joined by or. */
export function wishesByFacet(wishes: Understood["filters"]): Record<string, string[]> {
  const chosen: Record<string, string[]> = {};
  for (const { facet, value } of wishes) chosen[facet] = [...new Set([...(chosen[facet] ?? []), value])];
  return chosen;
}

function findsAny(collection: OpenCollection, { filter, ranked }: Asked): boolean {
  return countBits(narrow(collection.index, filter.chosen, ranked && asBits(collection, ranked)).hits) > 0;
}
