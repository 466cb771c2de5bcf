import type { Database } from "../database/open.ts";
import { addBit, type Bits, eitherBits, noBits } from "../search/facets/bits.ts";
import { type ListIndex, positionOfRow } from "../search/index/build.ts";
import { type Closure, closedGroupColumn, closureOf, endOf, findClosures, whileClosed } from "./closures.ts";
import type { Meeting } from "./meeting.ts";

/** Positions of the rows that a closure affects. */
export interface ClosedRows {
  closure: Closure;
  /** Epoch milliseconds from which the rows are as before. */
  end: number;
  /** Positions that do not meet at all. */
  paused: Bits;
  /** Positions whose room is closed: those that are paused, and those that continue online. */
  rooms: Bits;
}

/** Finds the rows that each closure affects, once whenever the meetings are opened or reread. */
export function findClosedRows(db: Database, index: ListIndex): ClosedRows[] {
  return findClosures(db).map((closure) => {
    const rows: ClosedRows = { closure, end: endOf(closure), paused: noBits(index.rows.length), rooms: noBits(index.rows.length) };
    for (const { row, body } of rowsOf(db, closure)) {
      const position = positionOfRow(index, row);
      const meeting = JSON.parse(body) as Meeting;
      if (position === null || closureOf(meeting, [closure], Number.NEGATIVE_INFINITY) === null) continue;
      addBit(rows.rooms, position);
      if (whileClosed(meeting, closure).join === "paused") addBit(rows.paused, position);
    }
    return rows;
  });
}

/** Returns what is closed at `now` (epoch milliseconds); null if nothing is, which is nearly always. */
export function closedAt(closed: readonly ClosedRows[], now: number): Pick<ClosedRows, "paused" | "rooms"> | null {
  const [first, ...others] = closed.filter(({ end }) => now < end);
  if (first === undefined) return null;
  return others.reduce((all, { paused, rooms }) => ({ paused: eitherBits(all.paused, paused), rooms: eitherBits(all.rooms, rooms) }), {
    paused: first.paused,
    rooms: first.rooms,
  });
}

/** Returns what closes a meeting at `now` (epoch milliseconds), or null. */
export function closureNow(closed: readonly ClosedRows[], meeting: Meeting, now: number): Closure | null {
  const closures = closed.map(({ closure }) => closure);
  return closureOf(meeting, closures, now);
}

function rowsOf(db: Database, { place, feed, group }: Closure): { row: number; body: string }[] {
  const columns = "SELECT meeting_times.row, body FROM meetings JOIN meeting_times ON meeting = meetings.row";
  const found =
    place === null
      ? db.prepare(`${columns} WHERE feed = ? AND ${closedGroupColumn} = ?`).all(feed, group)
      : db.prepare(`${columns} WHERE place_key = ?`).all(place);
  return found as { row: number; body: string }[];
}
