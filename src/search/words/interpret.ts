import { anyBit } from "../facets/bits.ts";
import { type Chosen, hitsOf } from "../facets/counts.ts";
import type { Filter } from "../filter.ts";
import type { OpenCollection } from "../open.ts";
import { type Matches, matchWords, noMatches } from "./match.ts";
import { wordsOf } from "./text.ts";
import { takeLiterally, type Understood, understand } from "./understand.ts";

/** A filter with its search words resolved. */
export interface Interpreted {
  /** The filter as it was asked. */
  filter: Filter;
  /** Its choices, and those that its words imply. */
  chosen: Chosen;
  /** Null when there are no words. */
  understood: Understood | null;
  /** What matches the words; null when no words narrow anything. */
  matches: Matches | null;
}

/** Resolves the words of a filter. Implied filters that would leave nothing are searched as words instead. */
export function interpret(list: OpenCollection, filter: Filter): Interpreted {
  if (!filter.q) return { filter, chosen: filter.chosen, understood: null, matches: null };
  if (filter.exact) return withMatches(list, filter, takeLiterally(list, filter.q));
  const understood = understand(list, filter.q);
  const interpreted = withMatches(list, filter, understood);
  if (understood.impliedFilters.length === 0 || findsAny(list, interpreted)) return interpreted;
  const implying = understood.impliedFilters.map(({ typed }) => typed).join(" ");
  const terms = [...understood.terms, ...takeLiterally(list, implying).terms];
  return withMatches(list, filter, { ...understood, impliedFilters: [], terms });
}

/** A facet that the reader chose from is not narrowed by the words too. */
function withMatches(list: OpenCollection, filter: Filter, understood: Understood): Interpreted {
  const impliedFilters = understood.impliedFilters.filter(({ facet }) => !filter.chosen[facet]);
  const chosen = { ...filter.chosen, ...impliedChoices(impliedFilters) };
  const { terms, dropped } = understood;
  if (terms.length === 0) {
    const foundNothing = dropped.length > 0 || wordsOf(filter.q).length === 0;
    const matches = foundNothing && impliedFilters.length === 0 ? noMatches(list.rows.length) : null;
    return { filter, chosen, understood: { ...understood, impliedFilters }, matches };
  }
  const matches = matchWords(list, understood, filter.exact);
  return { filter, chosen, understood: { ...understood, impliedFilters, dropped: [...dropped, ...matches.dropped] }, matches };
}

/** Implied filters as choices: those of one facet combine with OR. */
export function impliedChoices(implied: Understood["impliedFilters"]): Record<string, string[]> {
  const chosen: Record<string, string[]> = {};
  for (const { facet, value } of implied) chosen[facet] = [...new Set([...(chosen[facet] ?? []), value])];
  return chosen;
}

function findsAny({ facetIndex }: OpenCollection, { chosen, matches }: Interpreted): boolean {
  return anyBit(hitsOf(facetIndex, chosen, matches?.bits ?? null));
}
