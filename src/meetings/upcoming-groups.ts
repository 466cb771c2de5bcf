import { cardsByPosition } from "../search/cards.ts";
import { type Bits, hasBit } from "../search/facets/bits.ts";
import { positionsIn } from "../search/facets/groups.ts";
import type { MeetingCard } from "./card.ts";
import { closureNow } from "./closed-rows.ts";
import { type Closure, whileClosed } from "./closures.ts";
import type { Meeting, Occurrence } from "./meeting.ts";
import type { OpenMeetings } from "./open.ts";
import { nextStart, weeksOf } from "./schedule/next.ts";
import { timeAt } from "./schedule/week.ts";

/** A time of a meeting, with its next start and its distance. */
export interface UpcomingTime extends MeetingCard {
  /** The closure in force, or null. `meeting` is as it is during the closure, `listed` as its list has it. */
  closure: Closure | null;
  listed: Meeting;
  /** Epoch milliseconds; null without a zone or a time, and while it is paused. */
  startsAt: number | null;
  miles: number | null;
  position: number;
}

/** A group at one place (group-keys.ts): a row of results. */
export interface UpcomingGroup {
  /** Its times that fit, soonest first. */
  fitting: [UpcomingTime, ...UpcomingTime[]];
  /** All its times, in the order of the week. */
  times: MeetingCard[];
}

/**
 * Returns the id for a group's page, the first of its meetings' ids: the other meetings may change without changing it, unless a new id
 * precedes it.
 */
export function idOfGroup(times: readonly Pick<MeetingCard, "meeting">[]): string {
  return times.map(({ meeting }) => meeting.id).reduce((first, id) => (id < first ? id : first));
}

/** Returns what a group is called: the name that all its meetings have, otherwise the group's own. */
export function nameOfGroup(times: readonly Pick<MeetingCard, "meeting">[]): string {
  const { name, group } = times[0]!.meeting;
  return times.every(({ meeting }) => meeting.name === name) ? name : (group ?? name);
}

/** Returns its times in the order of the week; two meetings of the group at the same time count once. */
export function timesOfGroup(times: readonly Pick<MeetingCard, "occurrence">[]): Occurrence[] {
  const occurrences = times.flatMap(({ occurrence }) => occurrence ?? []);
  const byMinute = new Map(occurrences.map((time) => [time.day * 1440 + time.start, time]));
  return [...byMinute].sort(([a], [b]) => a - b).map(([, time]) => time);
}

/** Returns the groups at these positions, each with those of its times that are among `hits`; with distances if `milesTo` is given. */
export function upcomingGroups(
  meetings: OpenMeetings,
  positions: readonly number[],
  hits: Bits,
  now: number,
  milesTo: ((position: number) => number) | null = null,
): UpcomingGroup[] {
  const groups = positions.map((position) => groupAt(meetings, position));
  const cards = cardsByPosition(meetings, groups.flat());
  return groups.flatMap((members) => {
    const known = members.flatMap((position) => {
      const card = cards.get(position);
      return card ? [{ position, card }] : [];
    });
    const upcoming = known
      .filter(({ position }) => hasBit(hits, position))
      .map(({ position, card }): UpcomingTime => {
        const time = timeNow(meetings, card, now);
        return { ...time, position, startsAt: startOf(meetings, position, time, now), miles: milesTo === null ? null : milesTo(position) };
      });
    const [next, ...others] = upcoming.sort((a, b) => (a.startsAt ?? Number.POSITIVE_INFINITY) - (b.startsAt ?? Number.POSITIVE_INFINITY));
    return next ? [{ fitting: [next, ...others], times: known.map(({ card }) => card) }] : [];
  });
}

/** Returns the positions of all times of the group to which a position belongs. */
export function groupAt({ facetIndex: { groups } }: Pick<OpenMeetings, "facetIndex">, position: number): number[] {
  return groups ? positionsIn(groups, groups.of[position]!) : [position];
}

/** Returns a time as it is at `now`: while its place is closed, with the ways in that remain. */
function timeNow({ closed }: OpenMeetings, { meeting, occurrence }: MeetingCard, now: number) {
  const closure = closureNow(closed, meeting, now);
  return { meeting: closure ? whileClosed(meeting, closure) : meeting, listed: meeting, closure, occurrence };
}

function startOf(meetings: OpenMeetings, position: number, { meeting }: MeetingCard, now: number): number | null {
  const time = meeting.join === "paused" ? null : timeAt(meetings.times, position);
  return time && nextStart(time, time.zone, now, weeksOf(meeting.frequency));
}
