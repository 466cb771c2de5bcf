import type { Database } from "../database/open.ts";
import { groupKey, placeKey } from "./match-keys.ts";
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

/** The other meetings of the same group of a feed. */
export function meetingsByGroup(db: Database, meeting: Meeting): Meeting[] {
  return others(db, meeting, "feed = ? AND of_group = ?", [meeting.feed, groupKey(meeting)]);
}

/** The other meetings at the same place, whatever their feed and program. */
export function meetingsAtPlace(db: Database, meeting: Meeting): Meeting[] {
  return others(db, meeting, "at_place = ?", [placeKey(meeting.place)]);
}

function others(db: Database, { id }: Meeting, where: string, keys: readonly (string | null)[]): Meeting[] {
  const texts = db.prepare(`SELECT meeting FROM scheduled WHERE ${where} AND id != ? ORDER BY id`).pluck().all(keys, id) as string[];
  return texts.map((text) => JSON.parse(text) as Meeting);
}

/** The ids that a feed's last import left. */
export function meetingIdsOf(db: Database, feed: string): string[] {
  return db.prepare("SELECT id FROM scheduled WHERE feed = ? ORDER BY id").pluck().all(feed) as string[];
}

/** How many meetings each program has. */
export function meetingCounts(db: Database): Map<string, number> {
  return new Map(db.prepare("SELECT program, count(*) FROM scheduled GROUP BY program").raw().all() as [string, number][]);
}

/** The towns of a state where meetings are held, each in the spelling that most have, and how many a week, most first. */
export function townsThatMeet(db: Database, state: string): { city: string; count: number }[] {
  const spellings = db
    .prepare(
      `SELECT town, city, count(*) AS count FROM scheduled JOIN meetings ON meetings.meeting = scheduled.number
       WHERE state = ? AND town IS NOT NULL GROUP BY town, city ORDER BY count DESC, city`,
    )
    .all(state) as { town: string; city: string; count: number }[];
  const towns = new Map<string, { city: string; count: number }>();
  for (const { town, city, count } of spellings) {
    const known = towns.get(town);
    if (known) known.count += count;
    else towns.set(town, { city, count });
  }
  return [...towns.values()];
}
