import { anyBit, type Bits } from "../facets/bits.ts";
import { type Chosen, hitsOf } from "../facets/counts.ts";
import type { Filter } from "../filter.ts";
import type { OpenCollection } from "../open.ts";
import { aboutCalled, type Matches, matchWords, noMatches } from "./match.ts";
import { isSilent } from "./phrasebook.ts";
import { wordsOf } from "./text.ts";
import { takeLiterally, understand } from "./understand.ts";
import type { ImpliedFilter, Understood } from "./understood.ts";

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
 * Resolves the words of a filter. An implied filter that would leave nothing of the whole list, or nothing about what the words call by name
 * ("AA meeting by phone"), is searched as words instead, except that of a place. Other choices do not change what the words mean: otherwise a
 * count beside an option would differ from what choosing it shows.
 */
export function interpret(list: OpenCollection, filter: Filter): Interpreted {
  if (!filter.q) return { filter, chosen: filter.chosen, understood: null, matches: null };
  if (filter.exact) return withMatches(list, filter, takeLiterally(list, filter.q));
  const understood = understand(list, filter.q, filter.chosen["state"] ?? []);
  const interpreted = withMatches(list, filter, understood);
  const isOfPlace = ({ typed, facet }: ImpliedFilter) => facet === "state" && understood.places.some((place) => place.typed === typed);
  const others = understood.impliedFilters.filter((one) => !isOfPlace(one));
  if (others.length === 0) return interpreted;
  const must = [interpreted.matches?.bits ?? null, aboutCalled(list, understood)];
  if (leavesAny(list, understood.impliedFilters, must)) return interpreted;
  const impliedFilters = understood.impliedFilters.filter(isOfPlace);
  const lost: string[] = [];
  for (const one of others)
    if (leavesAny(list, [...impliedFilters, one], must)) impliedFilters.push(one);
    else lost.push(one.typed);
  const literal = takeLiterally(list, lost.join(" "));
  const missed = literal.dropped.filter((word) => !saysNothing(list, word));
  const [terms, dropped] = [
    [...understood.terms, ...literal.terms],
    [...understood.dropped, ...missed],
  ];
  return withMatches(list, filter, { ...understood, impliedFilters, terms, dropped });
}

/** Whether a word carries no meaning: the "me" of "near me". */
function saysNothing({ lexicon }: OpenCollection, word: string): boolean {
  const rule = lexicon.phrasebook.rules.get(word);
  return rule !== undefined && isSilent(rule);
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
export function impliedChoices(implied: readonly ImpliedFilter[]): Record<string, string[]> {
  const chosen: Record<string, string[]> = {};
  for (const { facet, value } of implied) chosen[facet] = [...new Set([...(chosen[facet] ?? []), value])];
  return chosen;
}

/** Whether choices leave something of each of these sets; null stands for the whole list. */
function leavesAny({ facetIndex }: OpenCollection, implied: readonly ImpliedFilter[], sets: readonly (Bits | null)[]): boolean {
  const chosen = impliedChoices(implied);
  return sets.every((bits) => anyBit(hitsOf(facetIndex, chosen, bits)));
}
