import { type Bits, bothBits, butNot, countBits, eachBit, hasBit } from "./facets/bits.ts";
import { type Filter, toggle } from "./filter.ts";
import { hitsOf, type Narrowed, narrow } from "./facets/counts.ts";
import type { Asked } from "./words/interpret.ts";
import { best } from "./top.ts";
import { cardsAt } from "./cards.ts";
import type { OpenCollection } from "./collection.ts";
import type { Matches } from "./words/match.ts";
import type { Understood } from "./words/understand.ts";

const perPage = 20;

/** The answer to a filter: how many, which twenty, and what each option would leave. */
export interface Found<Card> {
  total: number;
  pages: number;
  /** The positions that the cards stand at. */
  positions: number[];
  cards: Card[];
  counts: Narrowed["counts"];
  /** Only when nothing was found: for each choice (and the words, as facet "q"), how many there are without it. */
  without: { facet: string; value: string; total: number }[];
  /** What the words were taken to mean; null when there are none. */
  understood: Understood | null;
  /** How well each position matches; null where no words narrowed anything. */
  matches: Matches | null;
}

/** Takes so many of these positions, in the order asked for. */
export type Order = (hits: Bits, count: number) => number[];

/** What a noun knows better than its filter says. */
interface Better {
  /** These come before the others, whatever the order. */
  first?: Bits | null;
  /** Only these can be found. */
  within?: Bits | null;
  /** The order where no other was chosen. */
  order?: Order | null;
}

/** Answers what was asked. */
export function find<Card>(
  collection: OpenCollection,
  asked: Asked,
  { first = null, within = null, order = null }: Better = {},
): Found<Card> {
  const { filter, matches, understood } = asked;
  const matching = matches && within ? bothBits(matches.bits, within) : (matches?.bits ?? within);
  const narrowed = narrow(collection.index, filter.chosen, matching);
  const positions = pageOf(narrowed.hits, first, chosenOrder(collection, asked) ?? order ?? firstOf, filter.page);
  return {
    total: narrowed.total,
    pages: Math.ceil(narrowed.total / perPage),
    positions,
    cards: cardsAt<Card>(collection, positions),
    counts: narrowed.counts,
    without: narrowed.total === 0 ? withoutEach(collection, filter, matches?.bits ?? null, within) : [],
    understood,
    matches,
  };
}

/** The order that was chosen, or the best match where words were; null for the collection's own. */
function chosenOrder({ sorted }: OpenCollection, { filter, matches }: Asked): Order | null {
  const order = filter.sort ? sorted[filter.sort] : undefined;
  if (order) return (hits, count) => along(order, hits, count);
  return matches && !filter.sort ? (hits, count) => best(hits, matches.scores, count) : null;
}

/** A page of the hits, those in `first` before the others. */
function pageOf(hits: Bits, first: Bits | null, order: Order, page: number): number[] {
  const end = page * perPage;
  const ahead = first ? order(bothBits(hits, first), end) : [];
  const rest = first ? butNot(hits, first) : hits;
  return [...ahead, ...order(rest, end - ahead.length)].slice(end - perPage, end);
}

/** In the order of the positions themselves. */
function firstOf(hits: Bits, count: number): number[] {
  const taken: number[] = [];
  if (count > 0) eachBit(hits, (position) => taken.push(position) < count);
  return taken;
}

function along(order: Uint32Array, hits: Bits, count: number): number[] {
  const taken: number[] = [];
  for (let at = 0; at < order.length && taken.length < count; at++) if (hasBit(hits, order[at]!)) taken.push(order[at]!);
  return taken;
}

function withoutEach(collection: OpenCollection, filter: Filter, words: Bits | null, within: Bits | null) {
  const matching = words && within ? bothBits(words, within) : (words ?? within);
  const choices = Object.entries(filter.chosen).flatMap(([facet, values]) => values.map((value) => ({ facet, value })));
  const left = choices.map(({ facet, value }) => ({
    facet,
    value,
    total: countBits(hitsOf(collection.index, toggle(collection, filter, facet, value).chosen, matching)),
  }));
  if (words) left.unshift({ facet: "q", value: filter.q, total: countBits(hitsOf(collection.index, filter.chosen, within)) });
  return left;
}
