import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import { instantOf } from "../places/wall-clock.ts";
import { hasRoom } from "./join.ts";
import { sameGroupKey, samePlaceKey } from "./match-keys.ts";
import type { Meeting } from "./meeting.ts";

/** A place or a group where nobody meets until a given day. Its meetings then resume automatically. */
export interface Closure extends ClosedThing {
  number: number;
  /** What the desk calls it. */
  label: string;
  /** Time zone in which the day begins. */
  zone: string;
  /** The day on which it meets again, such as 2026-12-07. */
  until: string;
  /** Text shown to readers. */
  words: string;
  /** For editors only. */
  why: string | null;
  /** ISO 8601. */
  at: string;
}

/** What is closed: all meetings at a place (`place`, a samePlaceKey), or those of one group of a feed. The other fields are null. */
interface ClosedThing {
  place: string | null;
  feed: string | null;
  group: string | null;
}

/**
 * Returns what closes together besides a place, unique only within a feed: the group or, if none is named and there is no room to close, what
 * the list calls the meeting. Null if there is nothing but the room.
 */
export function closedGroup(meeting: Meeting): string | null {
  return sameGroupKey(meeting) ?? (hasRoom(meeting) ? null : meeting.name);
}

/** Returns the name of what closedGroup is the key of. */
export function closedGroupName(meeting: Meeting): string {
  return (sameGroupKey(meeting) && meeting.group) ?? meeting.name;
}

/** The key in SQL, for candidates: of a meeting with a room, closedGroup may be null. */
export const closedGroupColumn = "coalesce(group_key, meetings.name)";

/** Returns the closures that have not ended, newest first. One whose day has come is included until the ledger says so (close-place.ts). */
export function findClosures(db: Database): Closure[] {
  const columns = "number, place, feed, group_key AS 'group', label, zone, until, words, why, at";
  return statement(db, `SELECT ${columns} FROM closures WHERE ended IS NULL ORDER BY number DESC LIMIT 1000`).all() as Closure[];
}

/**
 * Inserts a closure and returns its number. Like `endClosure`, call it in the transaction of its change: these two are the only writers of
 * `closures`.
 */
export function saveClosure(db: Database, closure: Omit<Closure, "number">): number {
  const columns = "place, feed, group_key, label, zone, until, words, why, at";
  const insert = statement(
    db,
    `INSERT INTO closures (${columns}) VALUES (@place, @feed, @group, @label, @zone, @until, @words, @why, @at)`,
  );
  return Number(insert.run(closure).lastInsertRowid);
}

/** Ends a closure at a time (ISO 8601), either before its day or when that has come. */
export function endClosure(db: Database, number: number, at: string): void {
  statement(db, "UPDATE closures SET ended = ? WHERE number = ? AND ended IS NULL").run(at, number);
}

/** Returns the instant at which meetings resume (epoch milliseconds): the start of that day in the closure's time zone. */
export function endOf({ zone, until }: Pick<Closure, "zone" | "until">): number {
  return instantOf(zone, Date.parse(until));
}

/** Returns the closure that applies to a meeting at `now` (epoch milliseconds); of several, the longest-lasting. Null if it is open. */
export function closureOf(meeting: Meeting, closures: readonly Closure[], now: number): Closure | null {
  const closing = closures.filter((closure) => now < endOf(closure) && isClosedBy(meeting, closure));
  return closing.reduce<Closure | null>((longest, next) => (longest === null || endOf(next) > endOf(longest) ? next : longest), null);
}

/** Whether a closure applies to this meeting. A closed building does not affect meetings that are only online or by phone. */
function isClosedBy(meeting: Meeting, { place, feed, group }: Closure): boolean {
  if (place !== null) return samePlaceKey(meeting.place) === place && hasRoom(meeting);
  return meeting.feed === feed && closedGroup(meeting) === group;
}

/** Returns a meeting as it is during a closure: online if only its room is closed and it has a way in (join.ts), paused otherwise. */
export function whileClosed(meeting: Meeting, { place }: Closure): Meeting {
  const goesOnOnline = place !== null && (meeting.online !== null || meeting.phone !== null) && meeting.join !== "paused";
  return { ...meeting, join: goesOnOnline ? "online-for-now" : "paused" };
}
