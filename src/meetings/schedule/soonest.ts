import type { Order } from "../../search/answer.ts";
import { anyBit, hasBit } from "../../search/facets/bits.ts";
import { longest, type OpenMeetings, weekAt } from "../open.ts";

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
  const present = firstAtLeast(minutes, minute);
  const stillOn = long.filter((at) => ago(at) > longest && !isOver(at)).map((at) => order[at]!);
  const soFar =
    begin <= present
      ? [[begin, present]]
      : [
          [begin, order.length],
          [0, present],
        ];
  const allWeek = [
    [present, order.length],
    [0, present],
  ];
  return (hits, count) => {
    if (count <= 0 || !anyBit(hits)) return [];
    const isHit = (position: number) => hasBit(hits, position);
    const coming = new Set(stillOn.filter(isHit));
    const take = (spans: readonly (readonly number[])[], fits: (at: number) => boolean) => {
      for (const [from = 0, to = 0] of spans) {
        for (let at = from; at < to && coming.size < count; at++) if (hasBit(hits, order[at]!) && fits(at)) coming.add(order[at]!);
      }
    };
    take(soFar, (at) => !isOver(at));
    take(allWeek, () => true);
    for (const position of coming.size < count ? [...later, ...untimed] : []) if (isHit(position)) coming.add(position);
    return [...coming].slice(0, count);
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
