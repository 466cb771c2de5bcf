import { type Bits, eachBit } from "./facets/bits.ts";

/**
 * The best of these positions by their scores, best first; of equals the lower one. Candidates are gathered and now and then cut
 * back to the best, and from then on a worse one is passed over by a single look: sorting all hits would take milliseconds.
 */
export function best(hits: Bits, scores: Float64Array, count: number): number[] {
  if (count <= 0) return [];
  const better = (a: number, b: number) => scores[b]! - scores[a]! || a - b;
  const gathered: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  eachBit(hits, (position) => {
    if (scores[position]! <= least) return;
    gathered.push(position);
    if (gathered.length < 4 * count + 200) return;
    gathered.sort(better).splice(count);
    least = scores[gathered[count - 1]!]!;
  });
  return gathered.sort(better).slice(0, count);
}
