import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import { instantOf } from "../places/wall-clock.ts";
import { hasRoom } from "./join.ts";
import { sameGroupKey, samePlaceKey } from "./match-keys.ts";
import type { Meeting } from "./meeting.ts";

/** A place or a group where nobody meets until a day: then its meetings are as before, by themselves. */
export interface Closure extends ClosedThing {
  number: number;
  /** What the desk calls it. */
  label: string;
  /** On whose clock the day begins. */
  zone: string;
  /** The day on which it meets again, such as 2026-12-07. */
  until: string;
  /** What readers are told. */
  words: string;
  /** For editors alone. */
  why: string | null;
  /** ISO 8601. */
  at: string;
}

/** What is closed: all meetings at a place (`place`, as samePlaceKey says it), or those of one group of a feed. The others are null. */
interface ClosedThing {
  place: string | null;
  feed: string | null;
  group: string | null;
}

/** The closures that are not ended; those whose day has come among them, until the ledger says so (close-place.ts). The newest first. */
export function findClosures(db: Database): Closure[] {
  const columns = "number, place, feed, group_key AS 'group', label, zone, until, words, why, at";
  return statement(db, `SELECT ${columns} FROM closures WHERE ended IS NULL ORDER BY number DESC LIMIT 1000`).all() as Closure[];
}

/** Writes a closure and returns its number. Call it in the transaction of its change, as `endClosure`: the only writers of `closures`. */
export function saveClosure(db: Database, closure: Omit<Closure, "number">): number {
  const columns = "place, feed, group_key, label, zone, until, words, why, at";
  const insert = statement(
    db,
    `INSERT INTO closures (${columns}) VALUES (@place, @feed, @group, @label, @zone, @until, @words, @why, @at)`,
  );
  return Number(insert.run(closure).lastInsertRowid);
}

/** Ends a closure at a time (ISO 8601): before its day, or when that has come. */
export function endClosure(db: Database, number: number, at: string): void {
  statement(db, "UPDATE closures SET ended = ? WHERE number = ? AND ended IS NULL").run(at, number);
}

/** The instant at which it meets again (epoch milliseconds): the beginning of that day on its own clock. */
export function endOf({ zone, until }: Pick<Closure, "zone" | "until">): number {
  return instantOf(zone, Date.parse(until));
}

/** What closes a meeting at `now` (epoch milliseconds); of several, what lasts longest. Null where it is open. */
export function closureOf(meeting: Meeting, closures: readonly Closure[], now: number): Closure | null {
  const closing = closures.filter((closure) => now < endOf(closure) && isClosedBy(meeting, closure));
  return closing.reduce<Closure | null>((longest, next) => (longest === null || endOf(next) > endOf(longest) ? next : longest), null);
}

/** Whether a closure is about this meeting. A closed house says nothing of those who only meet online or by phone. */
function isClosedBy(meeting: Meeting, { place, feed, group }: Closure): boolean {
  if (place !== null) return samePlaceKey(meeting.place) === place && hasRoom(meeting);
  return meeting.feed === feed && sameGroupKey(meeting) === group;
}

/** A meeting while a closure lasts: online where only its room is closed and there is a way in, as join.ts has it, and paused else. */
export function whileClosed(meeting: Meeting, { place }: Closure): Meeting {
  const goesOnOnline = place !== null && (meeting.online !== null || meeting.phone !== null) && meeting.join !== "paused";
  return { ...meeting, join: goesOnOnline ? "online-for-now" : "paused" };
}
