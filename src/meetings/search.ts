import { eachWithin, milesTo, nearestFirst, type Reach } from "../places/within-miles.ts";
import { type Answer, answerWith } from "../search/answer.ts";
import { addBit, allBits, anyBit, type Bits, bothBits, butNot, countBits, countBoth, noBits } from "../search/facets/bits.ts";
import { type Chosen, hitsOf, taggedWith } from "../search/facets/counts.ts";
import { countGroups } from "../search/facets/groups.ts";
import type { Filter } from "../search/filter.ts";
import { firstOfGroups, type Order, withPinned } from "../search/order.ts";
import { type Interpreted, interpret } from "../search/words/interpret.ts";
import { closedAt } from "./closed-rows.ts";
import { radii } from "./facets.ts";
import { onlyListed } from "./listed-rows.ts";
import { weekdays } from "./meeting.ts";
import type { OpenMeetings } from "./open.ts";
import { findStarting, findTooLate, maxMinutesLate, type TimeSpan } from "./schedule/in-time.ts";
import { soonestFirst } from "./schedule/soonest.ts";
import type { Weekly } from "./schedule/weekly.ts";
import { type UpcomingGroup, type UpcomingTime, upcomingGroups } from "./upcoming-groups.ts";

/** The result of a search for meetings. All its counts are of groups, except `times`. */
export interface MeetingAnswer extends Answer<UpcomingGroup> {
  /** Number of matching times that are certain to take place each week. */
  times: number;
  /** Radius needed to find any, in miles; null without a place. */
  radius: number | null;
  /** Returns matches that need no travel, for a search near a place or in a state that has none: first by phone, then online. */
  noTravel(): UpcomingGroup[];
}

const maxNoTravel = 8;

/** A filter with its place and time resolved. */
export interface MeetingSearch {
  filter: Filter;
  /** Place to search around; null for everywhere. */
  from: Reach | null;
  /** Span in which a meeting must begin, on either side of midnight; null for the whole week. */
  night: TimeSpan | null;
}

type SearchAround = MeetingSearch & { from: Reach };

/** Searches meetings: soonest first, or nearest first from a place. `now` is in epoch milliseconds. */
export function searchMeetings(meetings: OpenMeetings, search: MeetingSearch, now: number): MeetingAnswer {
  const { from } = search;
  return from ? searchAround(meetings, { ...search, from }, now) : searchEverywhere(meetings, search, now);
}

function searchEverywhere(meetings: OpenMeetings, search: MeetingSearch, now: number): MeetingAnswer {
  const interpreted = interpret(meetings, search.filter);
  const answer = answerWith(meetings, interpreted, {
    restrictTo: inTimeFor(meetings, search, now),
    defaultOrder: closedLast(soonestFirst(meetings, now), closedAt(meetings.closed, now)?.paused),
    rowsAt: (positions, hits) => upcomingGroups(meetings, positions, hits, now),
  });
  const hasNone = answer.total === 0 && interpreted.chosen["state"] !== undefined;
  const noTravel = () => (hasNone ? withoutTravel(meetings, interpreted, now) : []);
  return { ...answer, times: countTimes(meetings, answer.hits), radius: null, noTravel };
}

function searchAround(meetings: OpenMeetings, search: SearchAround, now: number): MeetingAnswer {
  const { from } = search;
  const interpreted = interpret(meetings, search.filter);
  const { radius, bits } = findReachable(meetings, interpreted, search, now);
  const nearest: Order = (hits, visit) =>
    nearestFirst(meetings.points, { ...from, miles: radius }, hits).every(({ position }) => visit(position) !== false);
  const answer = answerWith(meetings, interpreted, {
    restrictTo: bits,
    defaultOrder: closedLast(nearest, closedAt(meetings.closed, now)?.rooms),
    rowsAt: (positions, hits) => upcomingGroups(meetings, positions, hits, now, milesFrom(meetings, from)),
  });
  const noTravel = () => withoutTravel(meetings, interpreted, now);
  return { ...answer, times: countTimes(meetings, answer.hits), radius, noTravel };
}

/**
 * Returns the positions that are listed and, if the filter asks for it, can still be joined in time; null for all. With `from`, rooms require
 * travel.
 */
function inTimeFor(meetings: OpenMeetings, { filter, from, night }: MeetingSearch, now: number): Bits | null {
  if (filter.parameters["after"] === undefined) return meetings.listed;
  const rooms = withFormat(meetings, "in-person");
  // From a place the search is for the room, even if there is also a link.
  const travels = from ? rooms : butNot(butNot(rooms, withFormat(meetings, "phone")), withFormat(meetings, "video"));
  const asked = onlyListed(meetings, night ? findStarting(meetings, night) : allBits(meetings.facetIndex.size));
  const open = butClosed(asked, closedAt(meetings.closed, now)?.[from ? "rooms" : "paused"]);
  return butNot(open, findTooLate(meetings, now, travels, from && milesFrom(meetings, from)));
}

interface Reachable {
  radius: number;
  bits: Bits;
}

/** Finds what can be reached in person: within the radius asked for or, if nothing fits, the first larger one that has a match. */
function findReachable(meetings: OpenMeetings, { chosen, matches }: Interpreted, search: SearchAround, now: number): Reachable {
  const { from } = search;
  const { facetIndex, points } = meetings;
  const inPerson = withFormat(meetings, "in-person");
  const inTime = inTimeFor(meetings, search, now);
  const reachable = inTime ? bothBits(inPerson, inTime) : inPerson;
  const open = butClosed(reachable, closedAt(meetings.closed, now)?.rooms);
  const fitting = hitsOf(facetIndex, chosen, matches ? bothBits(open, matches.bits) : open);
  const wider = radii.filter((radius) => radius > from.miles);
  // The nearest match determines the radius, and is quick to find.
  const [nearest] = anyBit(fitting) ? nearestFirst(points, { ...from, miles: wider.at(-1) ?? from.miles }, fitting) : [];
  const radius = nearest ? [from.miles, ...wider].find((radius) => nearest.miles <= radius)! : from.miles;
  const bits = noBits(facetIndex.size);
  eachWithin(points, { ...from, miles: radius }, reachable, (position) => addBit(bits, position));
  return { radius, bits };
}

function milesFrom({ points }: OpenMeetings, from: Reach): (position: number) => number {
  return (position) => milesTo(points, from, position);
}

function withFormat({ facetIndex }: OpenMeetings, format: string): Bits {
  return taggedWith(facetIndex, "format", format);
}

function butClosed(bits: Bits, closed: Bits | undefined): Bits {
  return closed === undefined ? bits : butNot(bits, closed);
}

/** Returns the same order with what is closed last. */
function closedLast(order: Order, closed: Bits | undefined): Order {
  return closed === undefined ? order : (hits, visit) => withPinned(order, butNot(hits, closed))(hits, visit);
}

/**
 * Finds meetings for the same filter that need no travel and can still be joined in time, whatever the state: first by phone, then online,
 * the soonest of each.
 */
function withoutTravel(meetings: OpenMeetings, { chosen, matches }: Interpreted, now: number): UpcomingGroup[] {
  const { format: _, state: __, ...rest } = chosen;
  const found = onlyListed(meetings, hitsOf(meetings.facetIndex, rest, matches?.bits ?? null));
  const hits = butClosed(found, closedAt(meetings.closed, now)?.paused);
  const order = soonestFirst(meetings, now, maxMinutesLate);
  const soonest = (some: Bits, count: number) => firstOfGroups(meetings.facetIndex.groups, order, some, 0, count);
  const phone = bothBits(hits, withFormat(meetings, "phone"));
  const video = butNot(bothBits(hits, withFormat(meetings, "video")), phone);
  const positions = [...soonest(phone, maxNoTravel / 2), ...soonest(video, maxNoTravel)].slice(0, maxNoTravel);
  const isInTime = ({ startsAt }: UpcomingTime) => startsAt === null || startsAt >= now - maxMinutesLate * 60_000;
  return upcomingGroups(meetings, positions, hits, now).flatMap(({ fitting, times }) => {
    const [next, ...others] = fitting.filter(isInTime);
    return next ? [{ fitting: [next, ...others], times }] : [];
  });
}

/** Returns the number of groups that fit these choices, and of their certain times each week. */
export function countMeetings(meetings: Pick<OpenMeetings, "facetIndex" | "listed">, chosen: Chosen): { groups: number; times: number } {
  const hits = hitsOf(meetings.facetIndex, chosen, meetings.listed);
  return { groups: countGroups(meetings.facetIndex.groups, hits), times: countTimes(meetings, hits) };
}

/** Counts the positions that are certain to meet each week (schedule/weekly.ts). */
function countTimes({ facetIndex }: Pick<OpenMeetings, "facetIndex">, hits: Bits): number {
  return countBoth(taggedWith(facetIndex, "meets", "every-week"), hits);
}

/** Returns the number of certain times each week that fit these choices, and of their weekdays. */
export function weeklyMeetings({ facetIndex, listed }: Pick<OpenMeetings, "facetIndex" | "listed">, chosen: Chosen): Weekly {
  const weekly = hitsOf(facetIndex, chosen, onlyListed({ listed }, taggedWith(facetIndex, "meets", "every-week")));
  const counts = weekdays.map((day) => countBits(bothBits(weekly, taggedWith(facetIndex, "day", day))));
  return { times: counts.reduce((sum, count) => sum + count, 0), days: counts.filter((count) => count > 0).length };
}
