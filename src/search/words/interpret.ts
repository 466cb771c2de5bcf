import { anyBit } from "../facets/bits.ts";
import { type Chosen, hitsOf } from "../facets/counts.ts";
import type { Filter } from "../filter.ts";
import type { OpenCollection } from "../open.ts";
import { type Matches, matchWords, noMatches } from "./match.ts";
import { wordsOf } from "./text.ts";
import { takeLiterally, understand } from "./understand.ts";
import type { Understood } from "./understood.ts";

/** A filter with its search words resolved. */
export interface Interpreted {
  /** The original filter. */
  filter: Filter;
  /** Its choices, and those that its words imply. */
  chosen: Chosen;
  /** Null when there are no words. */
  understood: Understood | null;
  /** Positions that match the words; null when no words narrow anything. */
  matches: Matches | null;
}

/**
 * Resolves the words of a filter. Implied filters that would leave nothing of the whole list are searched as words instead, except those of
 * a place. Other choices do not change what the words mean: otherwise a count beside an option would differ from what choosing it shows.
 */
export function interpret(list: OpenCollection, filter: Filter): Interpreted {
  if (!filter.q) return { filter, chosen: filter.chosen, understood: null, matches: null };
  if (filter.exact) return withMatches(list, filter, takeLiterally(list, filter.q));
  const understood = understand(list, filter.q, filter.chosen["state"] ?? []);
  const interpreted = withMatches(list, filter, understood);
  const isOfPlace = ({ typed, facet }: { typed: string; facet: string }) =>
    facet === "state" && understood.places.some((place) => place.typed === typed);
  const [ofPlaces, others] = [understood.impliedFilters.filter(isOfPlace), understood.impliedFilters.filter((one) => !isOfPlace(one))];
  if (others.length === 0 || findsAny(list, understood, interpreted)) return interpreted;
  const literal = takeLiterally(list, others.map(({ typed }) => typed).join(" "));
  const terms = [...understood.terms, ...literal.terms];
  return withMatches(list, filter, {
    ...understood,
    impliedFilters: ofPlaces,
    terms,
    dropped: [...understood.dropped, ...literal.dropped],
  });
}

/** Matches the words. They do not narrow a facet that the reader chose from. */
function withMatches(list: OpenCollection, filter: Filter, understood: Understood): Interpreted {
  const impliedFilters = understood.impliedFilters.filter(({ facet }) => !filter.chosen[facet]);
  const chosen = { ...filter.chosen, ...impliedChoices(impliedFilters) };
  const { terms, dropped } = understood;
  if (terms.length === 0) {
    const foundNothing = dropped.length > 0 || wordsOf(filter.q).length === 0;
    const matches = foundNothing && understood.impliedFilters.length === 0 ? noMatches(list.rows.length) : null;
    return { filter, chosen, understood: { ...understood, impliedFilters }, matches };
  }
  const matches = matchWords(list, understood, filter.exact);
  return { filter, chosen, understood: { ...understood, impliedFilters, dropped: [...dropped, ...matches.dropped] }, matches };
}

/** Returns implied filters as choices: those of one facet combine with OR. */
export function impliedChoices(implied: Understood["impliedFilters"]): Record<string, string[]> {
  const chosen: Record<string, string[]> = {};
  for (const { facet, value } of implied) chosen[facet] = [...new Set([...(chosen[facet] ?? []), value])];
  return chosen;
}

function findsAny({ facetIndex }: OpenCollection, { impliedFilters }: Understood, { matches }: Interpreted): boolean {
  return anyBit(hitsOf(facetIndex, impliedChoices(impliedFilters), matches?.bits ?? null));
}
