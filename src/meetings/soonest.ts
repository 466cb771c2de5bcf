import type { Order } from "../collection/find.ts";
import { hasBit } from "../facets/bits.ts";
import { type OpenMeetings, weekAt } from "./open.ts";

/** A week is made of so many minutes. */
const week = 7 * 1440;
/** Nothing lasts longer: what began before may still be on. */
const longest = 240;

/**
 * In a week that wraps: first what is on now, then what comes, then what is over until next week; after the week what comes only
 * in a later one (a first Saturday on the second), and last what has no time.
 */
export function soonestFirst(meetings: OpenMeetings, now: number): Order {
  const { order, minutes, later, untimed } = weekAt(meetings, now);
  // Epoch minutes begin on a Thursday; the week begins on Sunday.
  const minute = (Math.floor(now / 60_000) + 4 * 1440) % week;
  const begin = firstAtLeast(minutes, (minute - longest + week) % week);
  return (hits, count) => {
    const coming: number[] = [];
    const over: number[] = [];
    for (let step = 0; step < order.length && coming.length < count; step++) {
      const at = (begin + step) % order.length;
      const position = order[at]!;
      if (!hasBit(hits, position)) continue;
      const ago = (minute - minutes[at]! + week) % week;
      const isOver = ago <= longest && ago > 0 && ago >= meetings.times[position]!.length;
      (isOver ? over : coming).push(position);
    }
    if (coming.length < count) coming.push(...over, ...[...later, ...untimed].filter((position) => hasBit(hits, position)));
    return coming.slice(0, Math.max(0, count));
  };
}

function firstAtLeast(sorted: Uint16Array, least: number): number {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
