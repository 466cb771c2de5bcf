import type { Order } from "../collection/find.ts";
import { hasBit } from "../facets/bits.ts";
import { longest, type OpenMeetings, weekAt } from "./open.ts";

/** A week is made of so many minutes. */
const week = 7 * 1440;

/**
 * In a week that wraps: first what is on now, then what comes, then what is over until next week; after the week what comes only
 * in a later one (a first Saturday on the second), and last what has no time.
 */
export function soonestFirst(meetings: OpenMeetings, now: number): Order {
  const { order, minutes, long, later, untimed } = weekAt(meetings, now);
  // Epoch minutes begin on a Thursday; the week begins on Sunday.
  const minute = (Math.floor(now / 60_000) + 4 * 1440) % week;
  const ago = (at: number) => (minute - minutes[at]! + week) % week;
  const isOver = (at: number) => ago(at) > 0 && ago(at) >= meetings.times.lengths[order[at]!]!;
  // What began in the last hours may still be on; what began before is, only where it is long.
  const begin = firstAtLeast(minutes, (minute - longest + week) % week);
  const stillOn = new Set(long.filter((at) => ago(at) > longest && !isOver(at)));
  return (hits, count) => {
    const isHit = (position: number) => hasBit(hits, position);
    const coming = [...stillOn].map((at) => order[at]!).filter(isHit);
    const over: number[] = [];
    for (let step = 0; step < order.length && coming.length < count; step++) {
      const at = (begin + step) % order.length;
      if (!isHit(order[at]!) || stillOn.has(at)) continue;
      (ago(at) <= longest && isOver(at) ? over : coming).push(order[at]!);
    }
    if (coming.length < count) coming.push(...over, ...later.filter(isHit), ...untimed.filter(isHit));
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
