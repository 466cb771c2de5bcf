import { ask } from "../search/words/interpret.ts";
import { cardsByPosition } from "../search/cards.ts";
import { type Found, find, type Order } from "../search/answer.ts";
import { addBit, anyBit, type Bits, bothBits, butNot, countBits, hasBit, noBits } from "../search/facets/bits.ts";
import type { Filter } from "../search/filter.ts";
import { type Chosen, hitsOf } from "../search/facets/counts.ts";
import { within } from "../places/within-miles.ts";
import type { MeetingCard } from "./card.ts";
import { type OpenMeetings, timeAt } from "./open.ts";
import { weekdays } from "./save.ts";
import { nextStart, weeksOf } from "./schedule/next.ts";
import { soonestFirst } from "./schedule/soonest.ts";

/** From where, and how far one would go. */
export interface From {
  latitude: number;
  longitude: number;
  miles: number;
}

/** A row with its next beginning, and how far it is. */
export interface Coming {
  card: MeetingCard;
  /** Epoch milliseconds; null without a zone or a time. */
  startsAt: number | null;
  miles: number | null;
}

export interface FoundMeetings extends Found<MeetingCard> {
  coming: Coming[];
  /** The miles that it took to find any; null without a place. */
  miles: number | null;
  /** With a place, what needs no travel: phone first, then online. */
  noTravel: Coming[];
}

/** How far one may look, in miles. */
export const distances = [25, 50, 100, 200] as const;
const noTravelShown = 8;

/** Answers a filter: soonest first, or nearest first from a place. `now` is in epoch milliseconds. */
export function searchMeetings(meetings: OpenMeetings, filter: Filter, now: number, from: From | null): FoundMeetings {
  const asked = ask(meetings, filter);
  const order = soonestFirst(meetings, now);
  if (!from) {
    const found = find<MeetingCard>(meetings, asked, { order });
    return { ...found, coming: comingAt(meetings, found.positions, now, new Map()), miles: null, noTravel: [] };
  }
  const words = asked.matches?.bits ?? null;
  const reached = reachable(meetings, from, (near) =>
    anyBit(hitsOf(meetings.index, asked.filter.chosen, words ? bothBits(near, words) : near)),
  );
  const found = find<MeetingCard>(meetings, asked, { within: reached.near, order: nearestFirst(reached.miles) });
  return {
    ...found,
    coming: comingAt(meetings, found.positions, now, reached.miles),
    miles: reached.within,
    noTravel: withoutTravel(meetings, asked.filter, words, order, now),
  };
}

interface Reached {
  within: number;
  near: Bits;
  miles: ReadonlyMap<number, number>;
}

/** What one can travel to: as far as asked, and farther by itself until something fits. Each step looks no farther than it must. */
function reachable(meetings: OpenMeetings, { miles: asked, ...center }: From, fits: (near: Bits) => boolean): Reached {
  const inPerson = meetings.index.own.get("format in-person") ?? noBits(meetings.index.size);
  const upTo = (most: number): Reached => {
    const near = noBits(meetings.index.size);
    const miles = new Map<number, number>();
    for (const there of within(meetings.points, center, most)) {
      if (!hasBit(inPerson, there.position)) continue;
      addBit(near, there.position);
      miles.set(there.position, there.miles);
    }
    return { within: most, near, miles };
  };
  for (const step of distances.filter((distance) => distance >= asked)) {
    const reached = upTo(step);
    if (fits(reached.near)) return reached;
  }
  return upTo(asked);
}

function nearestFirst(miles: ReadonlyMap<number, number>): Order {
  const positions = [...miles.keys()];
  return (hits, count) => positions.filter((position) => hasBit(hits, position)).slice(0, Math.max(0, count));
}

/** The same question without the road: first by phone, then online, the soonest of each. */
function withoutTravel(meetings: OpenMeetings, { chosen }: Filter, words: Bits | null, order: Order, now: number): Coming[] {
  const { format: _, state: __, ...rest } = chosen;
  const hits = hitsOf(meetings.index, rest, words);
  const by = (format: string) => meetings.index.own.get(`format ${format}`) ?? noBits(meetings.index.size);
  const phone = bothBits(hits, by("phone"));
  const positions = [...order(phone, noTravelShown / 2), ...order(butNot(bothBits(hits, by("video")), phone), noTravelShown)];
  const shown = positions.slice(0, noTravelShown);
  return comingAt(meetings, shown, now, new Map());
}

/** These rows, each with its next beginning. */
function comingAt(meetings: OpenMeetings, positions: readonly number[], now: number, miles: ReadonlyMap<number, number>): Coming[] {
  return [...cardsByPosition<MeetingCard>(meetings, positions)].map(([position, card]) => {
    const time = timeAt(meetings.times, position);
    const startsAt = time ? nextStart(time, time.zone, now, weeksOf(card.frequency)) : null;
    return { card, startsAt, miles: miles.get(position) ?? null };
  });
}

/** How many meetings fit these choices; each time of the week counts. */
export function countMeetings({ index }: OpenMeetings, chosen: Chosen): number {
  return countBits(hitsOf(index, chosen, null));
}

/** How often in a week these choices meet, and on how many of its days. What is paused or meets less than weekly does not count. */
export function weeklyMeetings(meetings: OpenMeetings, chosen: Chosen): { times: number; days: number } {
  const weekly = { format: ["in-person", "video", "phone"], ...chosen, frequency: ["weekly-or-more"] };
  const days = weekdays.map((day) => countMeetings(meetings, { ...weekly, day: [day] }));
  return { times: days.reduce((sum, count) => sum + count, 0), days: days.filter((count) => count > 0).length };
}
