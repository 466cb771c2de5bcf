import { type Bits, bothBits, countBits, eachBit, hasBit } from "../facets/bits.ts";
import { type Filter, toggle } from "../facets/filter.ts";
import { type Narrowed, narrow } from "../facets/index.ts";
import type { Asked } from "./ask.ts";
import type { OpenCollection } from "./collection.ts";
import { asBits } from "./search.ts";
import type { Understood } from "./understand.ts";

const perPage = 20;

/** The answer to a filter: how many, which twenty, and what each option would leave. */
export interface Found<Card> {
  total: number;
  pages: number;
  cards: Card[];
  counts: Narrowed["counts"];
  /** Only when nothing was found: for each choice (and the words, as facet "q"), how many there are without it. */
  without: { facet: string; value: string; total: number }[];
  /** What the words were taken to mean; null when there are none. */
  understood: Understood | null;
}

/** Answers what was asked. Documents in `first` come before the others, whatever the order. */
export function find<Card>(collection: OpenCollection, { filter, ranked, understood }: Asked, first: Bits | null = null): Found<Card> {
  const narrowed = narrow(collection.index, filter.chosen, ranked && asBits(collection, ranked));
  const order = filter.sort ? (collection.sorted[filter.sort] ?? null) : ranked;
  const start = (filter.page - 1) * perPage;
  const positions = pageOf(narrowed.hits, order, first, start, perPage);
  return {
    total: narrowed.total,
    pages: Math.ceil(narrowed.total / perPage),
    cards: readCards<Card>(
      collection,
      positions.map((position) => collection.numbers[position]!),
    ),
    counts: narrowed.counts,
    without: narrowed.total === 0 ? withoutEach(collection, filter, ranked) : [],
    understood,
  };
}

/** A page of the hits. Without an order, positions are the order. */
function pageOf(hits: Bits, order: ArrayLike<number> | null, first: Bits | null, start: number, length: number): number[] {
  if (!first) return slice(hits, order, start, length);
  const ahead = bothBits(hits, first);
  const aheadCount = countBits(ahead);
  const page = slice(ahead, order, start, length);
  const rest = hits.map((word, at) => word & ~first[at]!);
  return page.length === length ? page : [...page, ...slice(rest, order, Math.max(0, start - aheadCount), length - page.length)];
}

function slice(hits: Bits, order: ArrayLike<number> | null, start: number, length: number): number[] {
  const page: number[] = [];
  let passed = 0;
  const take = (position: number) => {
    if (passed++ >= start) page.push(position);
    return page.length < length;
  };
  if (!order) eachBit(hits, take);
  else for (let at = 0; at < order.length; at++) if (hasBit(hits, order[at]!) && !take(order[at]!)) break;
  return page;
}

/** The cards of these rows, in this order, each read by its primary key. A row that an import has just removed is passed over. */
function readCards<Card>({ card }: OpenCollection, numbers: readonly number[]): Card[] {
  return numbers.flatMap((number) => card.get(number) ?? []).map((text) => JSON.parse(text) as Card);
}

function withoutEach(collection: OpenCollection, filter: Filter, ranked: readonly number[] | null) {
  const candidates = ranked && asBits(collection, ranked);
  const choices = Object.entries(filter.chosen).flatMap(([facet, values]) => values.map((value) => ({ facet, value })));
  const left = choices.map(({ facet, value }) => ({
    facet,
    value,
    total: narrow(collection.index, toggle(collection, filter, facet, value).chosen, candidates).total,
  }));
  if (ranked) left.unshift({ facet: "q", value: filter.q, total: narrow(collection.index, filter.chosen, null).total });
  return left;
}
