import { type Bits, hasBit } from "./facets/bits.ts";
import { lowerBound } from "./lower-bound.ts";
import type { Order } from "./order.ts";

/** Positions, lowest first, and the score of each: parallel arrays. */
export interface Scored {
  positions: Uint32Array;
  scores: Float64Array;
}

/** Returns the index of a position in an ascending list, or that of the next higher position where it is missing. */
export function placeOf(positions: Uint32Array, position: number): number {
  return lowerBound(positions.length, (place) => positions[place]! < position);
}

/**
 * Returns the hits with the highest scores, best first; ties go to the lower position. A heap keeps the best so far, with the worst of them
 * on top, so that a hit that is no better costs one comparison: sorting all hits would take milliseconds.
 */
export function topByScore(hits: Bits, { positions, scores }: Scored, count: number): number[] {
  const best = firstPlaces(hits, positions, count);
  const last = best.at(-1);
  if (last === undefined) return [];
  for (let root = best.length >>> 1; root-- > 0; ) sink(best, root, best.length, scores);
  const nextBetter = (from: number) => nextAbove(scores, from, scores[best[0]!]!);
  for (let place = nextBetter(last + 1); place < positions.length; place = nextBetter(place + 1)) {
    if (!hasBit(hits, positions[place]!)) continue;
    best[0] = place;
    sink(best, 0, best.length, scores);
  }
  for (let left = best.length - 1; left > 0; left--) {
    const worst = best[0]!;
    best[0] = best[left]!;
    best[left] = worst;
    sink(best, 0, left, scores);
  }
  return Array.from(best, (place) => positions[place]!);
}

/** Returns the indexes of the first hits, at most `count`. */
function firstPlaces(hits: Bits, positions: Uint32Array, count: number): Uint32Array {
  const places = new Uint32Array(Math.min(count, positions.length));
  let length = 0;
  for (let place = 0; length < places.length && place < positions.length; place++) {
    if (hasBit(hits, positions[place]!)) places[length++] = place;
  }
  return places.subarray(0, length);
}

/** Returns the next index at or after `from` with a score above `least`; the length where there is none. */
function nextAbove(scores: Float64Array, from: number, least: number): number {
  let place = from;
  while (place < scores.length && scores[place]! <= least) place++;
  return place;
}

/** Sifts down the entry at `from` in a heap of indexes, until nothing below it is worse. */
function sink(heap: Uint32Array, from: number, length: number, scores: Float64Array): void {
  const place = heap[from]!;
  let at = from;
  for (let child = 2 * at + 1; child < length; child = 2 * at + 1) {
    if (child + 1 < length && isWorse(heap[child + 1]!, heap[child]!, scores)) child++;
    if (!isWorse(heap[child]!, place, scores)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = place;
}

function isWorse(a: number, b: number, scores: Float64Array): boolean {
  return scores[a]! < scores[b]! || (scores[a] === scores[b] && a > b);
}

/** Size of the first request: a page of groups, each of which may have several hits. */
const fewBest = 140;

/** Returns the order by score, computed only as far as requested: a few of the best, then eight times as many whenever those run out. */
export function bestFirst(scored: Scored): Order {
  return (hits, visit) => {
    for (let given = 0, asked = fewBest; ; asked *= 8) {
      const best = topByScore(hits, scored, asked);
      for (; given < best.length; given++) if (visit(best[given]!) === false) return false;
      if (best.length < asked) return true;
    }
  };
}
