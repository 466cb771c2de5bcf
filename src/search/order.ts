import { addBit, type Bits, bothBits, butNot, countBits, hasBit, noBits } from "./facets/bits.ts";
import type { Groups } from "./facets/groups.ts";

/** Called with each position; returns false to stop. */
type Visit = (position: number) => boolean | void;

/**
 * Visits these positions in some order until `visit` returns false, because a page needs twenty of a hundred thousand. Returns whether it
 * reached the end. Not a generator: those take twice as long, and a later page skips thousands of positions.
 */
export type Order = (hits: Bits, visit: Visit) => boolean;

/** Returns the order of this list of positions. */
export function inOrderOf(order: Uint32Array): Order {
  return (hits, visit) => {
    for (let place = 0, left = countBits(hits); left > 0 && place < order.length; place++) {
      const position = order[place]!;
      if (!hasBit(hits, position)) continue;
      left--;
      if (visit(position) === false) return false;
    }
    return true;
  };
}

/** Returns the same order, with the positions of the set first. */
export function withPinned(order: Order, pinned: Bits): Order {
  return (hits, visit) => order(bothBits(hits, pinned), visit) && order(butNot(hits, pinned), visit);
}

/** Returns the first position of each group in this order (every position where rows are not grouped), at most `count` from index `from`. */
export function firstOfGroups(groups: Groups | null, order: Order, hits: Bits, from = 0, count = Number.POSITIVE_INFINITY): number[] {
  const found: number[] = [];
  if (count <= 0) return found;
  const seen = noBits(groups?.planes[1] ?? 0);
  let skip = from;
  order(hits, (position) => {
    if (groups !== null) {
      const group = groups.of[position]!;
      if (hasBit(seen, group)) return true;
      addBit(seen, group);
    }
    if (skip > 0) skip--;
    else found.push(position);
    return found.length < count;
  });
  return found;
}
