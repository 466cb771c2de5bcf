import type { Database } from "../database/open.ts";
import type { Meeting } from "./meeting.ts";

/** One meeting, whole; null when there is none of that id. */
export function findMeeting(db: Database, id: string): Meeting | null {
  const meeting = db.prepare("SELECT meeting FROM scheduled WHERE id = ?").pluck().get(id) as string | undefined;
  return meeting === undefined ? null : (JSON.parse(meeting) as Meeting);
}

/** These meetings, in the order asked; ids that do not exist are passed over. */
export function meetingsAt(db: Database, ids: readonly string[]): Meeting[] {
  return ids.flatMap((id) => findMeeting(db, id) ?? []);
}

/** Meetings of the same group, or at the same place, less the one that is shown; at most a dozen. */
export function meetingsLike(db: Database, { id, feed, group, place }: Meeting): { byGroup: Meeting[]; atPlace: Meeting[] } {
  const others = db
    .prepare(
      `SELECT meeting FROM scheduled WHERE feed = ? AND id != ?
       AND (meeting ->> '$.group' = ? OR (meeting ->> '$.place.name' = ? AND meeting ->> '$.place.street' = ?)) ORDER BY id LIMIT 24`,
    )
    .pluck()
    .all(feed, id, group, place.name, place.street) as string[];
  const read = others.map((text) => JSON.parse(text) as Meeting);
  const byGroup = read.filter((other) => group !== null && other.group === group).slice(0, 12);
  return { byGroup, atPlace: read.filter((other) => !byGroup.includes(other)).slice(0, 12) };
}

/** The ids that a feed's last import left. */
export function meetingIdsOf(db: Database, feed: string): string[] {
  return db.prepare("SELECT id FROM scheduled WHERE feed = ? ORDER BY id").pluck().all(feed) as string[];
}

/** How many meetings each program has. */
export function meetingCounts(db: Database): Map<string, number> {
  return new Map(db.prepare("SELECT program, count(*) FROM scheduled GROUP BY program").raw().all() as [string, number][]);
}

/** The towns of a state where meetings are held, and how many a week, most first. */
export function townsThatMeet(db: Database, state: string): { city: string; count: number }[] {
  return db
    .prepare(
      `SELECT meeting ->> '$.place.city' AS city, sum(max(1, json_array_length(meeting, '$.occurrences'))) AS count FROM scheduled
       WHERE meeting ->> '$.place.state' = ? AND city IS NOT NULL GROUP BY meeting ->> '$.place.city' ORDER BY count DESC, city`,
    )
    .all(state) as { city: string; count: number }[];
}
