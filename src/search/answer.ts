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
 * The answer to a filter, made once for every shape: a page takes twenty of it, a calendar five hundred, an export all. Where a list shows
 * several of its documents as one, everything is counted and taken by these groups.
 */
export interface Answer<Row> {
  /** The filter as it was asked. */
  filter: Filter;
  /** What its words were taken to mean; null when there are none. */
  understood: Understood | null;
  /** The positions that fit. */
  hits: Bits;
  /** How well each position matches the words; null where no words narrowed anything. */
  matches: Matches | null;
  total: number;
  /** How many of them are of the place that was asked for. */
  own: number;
  counts: Counts["counts"];
  /** The rows from a place in the order on, counted from 0; at most `count`. */
  take(from: number, count: number): Row[];
  /** Every row, in the order, read a few hundred at a time. */
  all(): Iterable<Row>;
  /**
   * For each choice (and the words, as facet "q"), how many there are without it: what to offer where nothing was found. At most a dozen;
   * an unknown value is among them only where it alone was chosen of its facet, because beside others it makes no difference.
   */
  without(): { facet: string; value: string; total: number }[];
}

/** What a noun knows and a filter does not say. */
interface SearchOptions<Row> {
  /** Of each set, what is in it comes before what is not, whatever the order; the first set decides first. */
  pinned?: readonly Bits[];
  /** What is of the place that was asked for. */
  own?: Bits | null;
  /** Only these can be found. */
  restrictTo?: Bits | null;
  /** The order where no other was chosen. */
  defaultOrder?: Order;
  /** Makes the rows of some positions, each the first of its group, of all that fit; without it a row is its card. */
  rowsAt: (positions: readonly number[], hits: Bits) => Row[];
}

/** How many rows `all` reads at a time. */
const chunk = 500;
/** Each is a question of its own, and nobody reads more of them. */
const maxWithout = 12;

/** Answers a filter whose words are resolved; rows are read only when they are taken. */
export function answer<Card>(
  list: OpenCollection<Card>,
  interpreted: Interpreted,
  options: Omit<SearchOptions<Card>, "rowsAt"> = {},
): Answer<Card> {
  return answerWith(list, interpreted, { ...options, rowsAt: (positions) => cardsAt(list, positions) });
}

/** The same where a row is more than its card. */
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
    // The order is not walked to its end for rows that are not there.
    take: (from, count) => rowsAt(firstOfGroups(groups, order, hits, from, Math.min(count, total - from)), hits),
    *all() {
      const positions = firstOfGroups(groups, order, hits);
      for (let at = 0; at < positions.length; at += chunk) yield* rowsAt(positions.slice(at, at + chunk), hits);
    },
    without: () => countWithout(list, interpreted, restrictTo),
  };
}

/** The order that was chosen, or the best match where words were typed; null for the list's own. */
function chosenOrder({ sorted }: OpenCollection, { filter, matches }: Interpreted): Order | null {
  const order = filter.sort ? sorted[filter.sort] : undefined;
  if (order) return inOrderOf(order);
  return matches && !filter.sort ? bestFirst(matches) : null;
}

/** The positions in both sets, where null is everything. */
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

/** The choices without which something else may be found, at most a dozen. */
function choicesThatMatter({ facets }: OpenCollection, { chosen }: Filter): { facet: string; value: string }[] {
  const choices = facets.flatMap(({ name, values }) => {
    const ofFacet = chosen[name] ?? [];
    const matters = (value: string) => ofFacet.length === 1 || values.some(({ id }) => id === value);
    return ofFacet.filter(matters).map((value) => ({ facet: name, value }));
  });
  return choices.slice(0, maxWithout);
}
