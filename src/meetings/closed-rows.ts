import type { Database } from "../database/open.ts";
import { addBit, type Bits, eitherBits, noBits } from "../search/facets/bits.ts";
import { type ListIndex, positionOfRow } from "../search/index/build.ts";
import { type Closure, closureOf, endOf, findClosures, whileClosed } from "./closures.ts";
import type { Meeting } from "./meeting.ts";

/** The rows that a closure is about, by position. */
export interface ClosedRows {
  closure: Closure;
  /** Epoch milliseconds: then they are as before. */
  end: number;
  /** Nobody meets. */
  paused: Bits;
  /** Nobody meets in a room: those that are paused, and those that go on online. */
  rooms: Bits;
}

/** The rows that each closure is about, found once when meetings are opened. */
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

/** What is closed at `now` (epoch milliseconds); null where nothing is, as nearly always. */
export function closedAt(closed: readonly ClosedRows[], now: number): Pick<ClosedRows, "paused" | "rooms"> | null {
  const [first, ...others] = closed.filter(({ end }) => now < end);
  if (first === undefined) return null;
  return others.reduce((all, { paused, rooms }) => ({ paused: eitherBits(all.paused, paused), rooms: eitherBits(all.rooms, rooms) }), {
    paused: first.paused,
    rooms: first.rooms,
  });
}

function rowsOf(db: Database, { place, feed, group }: Closure): { row: number; body: string }[] {
  const columns = "SELECT meeting_times.row, body FROM meetings JOIN meeting_times ON meeting = meetings.row";
  const found =
    place === null
      ? db.prepare(`${columns} WHERE feed = ? AND group_key = ?`).all(feed, group)
      : db.prepare(`${columns} WHERE place_key = ?`).all(place);
  return found as { row: number; body: string }[];
}
