import { type Bits, hasBit } from "./facets/bits.ts";
import { lowerBound } from "./lower-bound.ts";

/** Positions, lowest first, and the score of each: parallel. */
export interface Scored {
  positions: Uint32Array;
  scores: Float64Array;
}

/** The place of a position in a list of them, lowest first; where it is not in it, that of the next. */
export function placeOf(positions: Uint32Array, position: number): number {
  return lowerBound(positions.length, (place) => positions[place]! < position);
}

/**
 * Of these hits those with the highest scores, best first; of equals the lower position. Candidates are collected and now and then cut
 * back to the best, and from then on a worse one costs one comparison: sorting all hits would take milliseconds.
 */
export function topByScore(hits: Bits, { positions, scores }: Scored, count: number): number[] {
  if (count <= 0) return [];
  const byScore = (a: number, b: number) => scores[b]! - scores[a]! || a - b;
  const best: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < positions.length; place++) {
    if (scores[place]! <= least || !hasBit(hits, positions[place]!)) continue;
    best.push(place);
    if (best.length < 4 * count + 200) continue;
    best.sort(byScore).splice(count);
    least = scores[best[count - 1]!]!;
  }
  return best
    .sort(byScore)
    .slice(0, count)
    .map((place) => positions[place]!);
}

/** The first ask: a page of groups, of each of which several may be hits. */
const fewBest = 64;

/** The same hits, all of them, best first, found as they are asked for: the best few, and many more where these were not enough. */
export function* bestFirst(hits: Bits, scored: Scored): Iterable<number> {
  for (let given = 0, asked = fewBest; ; asked *= 8) {
    const best = topByScore(hits, scored, asked);
    for (; given < best.length; given++) yield best[given]!;
    if (best.length < asked) return;
  }
}
