import { type Bits, eachBit } from "./facets/bits.ts";

/**
 * The positions with the highest scores, best first; of equals the lower position. Candidates are collected and now and then cut
 * back to the best, and from then on a worse one costs one comparison: sorting all hits would take milliseconds.
 */
export function topByScore(hits: Bits, scores: Float64Array, count: number): number[] {
  if (count <= 0) return [];
  const byScore = (a: number, b: number) => scores[b]! - scores[a]! || a - b;
  const best: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  eachBit(hits, (position) => {
    if (scores[position]! <= least) return;
    best.push(position);
    if (best.length < 4 * count + 200) return;
    best.sort(byScore).splice(count);
    least = scores[best[count - 1]!]!;
  });
  return best.sort(byScore).slice(0, count);
}
