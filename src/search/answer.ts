import { cardsAt } from "./cards.ts";
import { type Bits, bothBits, eachBit } from "./facets/bits.ts";
import { type Chosen, type Counts, countLeft, hitsOf } from "./facets/counts.ts";
import { countGroups } from "./facets/groups.ts";
import { type Filter, toggle } from "./filter.ts";
import type { OpenCollection } from "./open.ts";
import { firstOfGroups, inOrderOf, type Order, withPinned } from "./order.ts";
import { bestFirst } from "./top.ts";
import type { Interpreted } from "./words/interpret.ts";
import type { Matches } from "./words/match.ts";
import type { Understood } from "./words/understood.ts";

/**
 * The result of a filter, computed once for every output: a page takes twenty rows of it, a calendar five hundred, an export all. Where a
 * list shows several of its documents as one group, all counts and rows are by group.
 */
export interface Answer<Row> {
  /** The original filter. */
  filter: Filter;
  /** How the words of the filter were understood; null when there are none. */
  understood: Understood | null;
  /** Positions that match. */
  hits: Bits;
  /** How well each position matches the words; null where no words narrowed the list. */
  matches: Matches | null;
  total: number;
  /** How many of the total belong to the requested place. */
  own: number;
  counts: Counts["counts"];
  /** Returns at most `count` rows, in order, starting at index `from` (counted from 0). */
  take(from: number, count: number): Row[];
  /** Iterates over all rows in order, reading a few hundred at a time. */
  all(): Iterable<Row>;
  /**
   * Returns, for each choice (and for the words, as facet "q"), the total without it: what to offer when nothing was found. At most a
   * dozen. An unknown value is included only where it is the only one chosen in its facet, because beside others it makes no difference.
   */
  without(): { facet: string; value: string; total: number }[];
}

/** What the caller of a search knows and the filter does not contain. */
interface SearchOptions<Row> {
  /** Positions in these sets come before the rest in any order; earlier sets take precedence. */
  pinned?: readonly Bits[];
  /** Positions that belong to the requested place. */
  own?: Bits | null;
  /** Positions that the results are limited to. */
  restrictTo?: Bits | null;
  /** Order used when the filter selects none. */
  defaultOrder?: Order;
  /** Builds the rows for some positions, each the first of its group, given all hits. The default row is the card. */
  rowsAt: (positions: readonly number[], hits: Bits) => Row[];
}

/** How many rows `all` reads at a time. */
const chunk = 500;
/** Each entry takes a query to count, and nobody reads more than this. */
const maxWithout = 12;

/** Runs a filter whose words are resolved; rows are read only when taken. */
export function answer<Card>(
  list: OpenCollection<Card>,
  interpreted: Interpreted,
  options: Omit<SearchOptions<Card>, "rowsAt"> = {},
): Answer<Card> {
  return answerWith(list, interpreted, { ...options, rowsAt: (positions) => cardsAt(list, positions) });
}

/** Like `answer`, where a row is more than its card. */
export function answerWith<Row>(
  list: OpenCollection,
  interpreted: Interpreted,
  { pinned = [], own = null, restrictTo = null, defaultOrder = eachBit, rowsAt }: SearchOptions<Row>,
): Answer<Row> {
  const { filter, chosen, matches, understood } = interpreted;
  const candidates = both(matches?.bits ?? null, restrictTo);
  const hits = hitsOf(list.facetIndex, chosen, candidates);
  const { total, counts } = countLeft(list.facetIndex, chosen, candidates);
  const { groups } = list.facetIndex;
  const order = pinned.reduceRight(withPinned, chosenOrder(list, interpreted) ?? defaultOrder);
  return {
    filter,
    understood,
    hits,
    matches,
    total,
    own: own ? countGroups(groups, bothBits(hits, own)) : 0,
    counts,
    // Limited to the total, so that the order is not walked to its end looking for rows that do not exist.
    take: (from, count) => rowsAt(firstOfGroups(groups, order, hits, from, Math.min(count, total - from)), hits),
    *all() {
      const positions = firstOfGroups(groups, order, hits);
      for (let at = 0; at < positions.length; at += chunk) yield* rowsAt(positions.slice(at, at + chunk), hits);
    },
    without: () => countWithout(list, interpreted, restrictTo),
  };
}

/** Returns the chosen order, or best match where words were typed; null for the list's default order. */
function chosenOrder({ sorted }: OpenCollection, { filter, matches }: Interpreted): Order | null {
  const order = filter.sort ? sorted[filter.sort] : undefined;
  if (order) return inOrderOf(order);
  return matches && !filter.sort ? bestFirst(matches) : null;
}

/** Returns the intersection of two sets, where null means everything. */
function both(a: Bits | null, b: Bits | null): Bits | null {
  return a && b ? bothBits(a, b) : (a ?? b);
}

function countWithout(list: OpenCollection, { filter, chosen, matches }: Interpreted, restrictTo: Bits | null) {
  const words = matches?.bits ?? null;
  const { facetIndex } = list;
  const count = (choices: Chosen, candidates: Bits | null) => countGroups(facetIndex.groups, hitsOf(facetIndex, choices, candidates));
  const left = choicesThatMatter(list, filter).map(({ facet, value }) => {
    const without = toggle(list, { ...filter, chosen }, facet, value).chosen;
    return { facet, value, total: count(without, both(words, restrictTo)) };
  });
  return words ? [{ facet: "q", value: filter.q, total: count(filter.chosen, restrictTo) }, ...left] : left;
}

/** Returns the choices whose removal may change the results, at most a dozen. */
function choicesThatMatter({ facets }: OpenCollection, { chosen }: Filter): { facet: string; value: string }[] {
  const choices = facets.flatMap(({ name, values }) => {
    const ofFacet = chosen[name] ?? [];
    const matters = (value: string) => ofFacet.length === 1 || values.some(({ id }) => id === value);
    return ofFacet.filter(matters).map((value) => ({ facet: name, value }));
  });
  return choices.slice(0, maxWithout);
}
