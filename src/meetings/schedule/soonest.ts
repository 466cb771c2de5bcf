import { countBits, hasBit, removeBit } from "../../search/facets/bits.ts";
import { lowerBound } from "../../search/lower-bound.ts";
import type { Order } from "../../search/order.ts";
import type { OpenMeetings } from "../open.ts";
import { minuteOfWeekAt, minutesAWeek } from "./next.ts";
import { usualMaxLength } from "./week.ts";

/** Range of indexes into the week's order, including `from` and excluding `to`. */
type Span = readonly [from: number, to: number];

/**
 * Returns the order "soonest": what is on now, what comes next, what is over until next week, what comes only in a later week (a first
 * Saturday, on the second), and finally what has no time. What began more than `maxLate` minutes ago counts as over.
 *
 * The week is a ring of minutes, stored from Sunday to Saturday. Starting from now:
 *
 *     Sunday ──── windowStart ═══════ now ─────────────── Saturday ─┐
 *        ▲        began up to four    │ comes next                  │
 *        └────────hours ago: still on │                             │
 *        where it is not over yet     └────────── and round ────────┘
 */
export function soonestFirst(
  { times, week }: Pick<OpenMeetings, "times" | "week">,
  now: number,
  maxLate: number = Number.POSITIVE_INFINITY,
): Order {
  const { order, minutes, long, later, untimed } = week;
  const minute = minuteOfWeekAt(now);
  const minutesSince = (place: number) => (minute - minutes[place]! + minutesAWeek) % minutesAWeek;
  const isOver = (place: number) => minutesSince(place) > 0 && minutesSince(place) >= Math.min(times.lengths[order[place]!]!, maxLate + 1);
  const firstAt = (least: number) => lowerBound(minutes.length, (place) => minutes[place]! < least);
  const windowStart = firstAt((minute - usualMaxLength + minutesAWeek) % minutesAWeek);
  const nowPlace = firstAt(minute);
  const recent: Span[] =
    windowStart <= nowPlace
      ? [[windowStart, nowPlace]]
      : [
          [windowStart, order.length],
          [0, nowPlace],
        ];
  const ring: Span[] = [
    [nowPlace, order.length],
    [0, nowPlace],
  ];
  const longAndOn = long.filter((place) => minutesSince(place) > usualMaxLength && !isOver(place)).map((place) => order[place]!);
  return (hits, visit) => {
    // The second pass over the ring meets again what was on now, so visited positions are removed.
    const left = hits.slice();
    let count = countBits(left);
    const give = (positions: ArrayLike<number>, [from, to]: Span = [0, positions.length], fits = (_place: number) => true) => {
      for (let place = from; place < to && count > 0; place++) {
        const position = positions[place]!;
        if (!hasBit(left, position) || !fits(place)) continue;
        removeBit(left, position);
        count--;
        if (visit(position) === false) return false;
      }
      return true;
    };
    return (
      give(longAndOn) &&
      recent.every((span) => give(order, span, (place) => !isOver(place))) &&
      ring.every((span) => give(order, span)) &&
      give(later) &&
      give(untimed)
    );
  };
}
