import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import { calledWhere } from "./group-keys.ts";
import { sameGroupKey, samePlaceKey } from "./match-keys.ts";
import type { Meeting } from "./meeting.ts";

/** Returns the complete meeting; null if none has this id. */
export function findMeeting(db: Database, id: string): Meeting | null {
  const body = db.prepare("SELECT body FROM meetings WHERE id = ?").pluck().get(id) as string | undefined;
  return body === undefined ? null : (JSON.parse(body) as Meeting);
}

/** Returns the rows of `meeting_times` of a meeting, in order; none if it has gone. */
export function timeRowsOf(db: Database, id: string): number[] {
  const rows = statement(
    db,
    "SELECT meeting_times.row FROM meeting_times JOIN meetings ON meetings.row = meeting WHERE id = +? ORDER BY 1",
  );
  return rows.pluck().all(id) as number[];
}

/** Returns the other meetings of the same group of a feed. */
export function meetingsByGroup(db: Database, meeting: Meeting): Meeting[] {
  return others(db, meeting, "feed = ? AND group_key = ?", [meeting.feed, sameGroupKey(meeting)]);
}

/** Returns the other meetings at the same place, of any feed and program. */
export function meetingsAtPlace(db: Database, meeting: Meeting): Meeting[] {
  return others(db, meeting, "place_key = ?", [samePlaceKey(meeting.place)]);
}

function others(db: Database, { id }: Meeting, where: string, keys: readonly (string | null)[]): Meeting[] {
  const bodies = db.prepare(`SELECT body FROM meetings WHERE ${where} AND id != ? ORDER BY id`).pluck().all(keys, id) as string[];
  return bodies.map((body) => JSON.parse(body) as Meeting);
}

/** Returns the ids of the meetings left by a feed's last import. */
export function meetingIdsOf(db: Database, feed: string): string[] {
  return db.prepare("SELECT id FROM meetings WHERE feed = ? ORDER BY id").pluck().all(feed) as string[];
}

/** Returns the number of meetings of each feed. */
export function meetingCountsByFeed(db: Database): Map<string, number> {
  return new Map(db.prepare("SELECT feed, count(*) FROM meetings GROUP BY feed").raw().all() as [string, number][]);
}

/** Returns the program of a feed's meetings, which is the same for all. Null if the feed has none. */
export function programOfFeed(db: Database, feed: string): string | null {
  return (db.prepare("SELECT program FROM meetings WHERE feed = ? LIMIT 1").pluck().get(feed) as string | undefined) ?? null;
}

/** Returns the number of meetings of each program. */
export function meetingCounts(db: Database): Map<string, number> {
  return new Map(db.prepare("SELECT program, count(*) FROM meetings GROUP BY program").raw().all() as [string, number][]);
}

/** Returns the towns of a state where meetings are held, in their most common spelling, with the number of groups, most first. */
export function townsThatMeet(db: Database, state: string): { city: string; count: number }[] {
  return db
    .prepare(
      `WITH spellings AS (SELECT town, city, count(*) AS count FROM meetings WHERE state = @state AND town IS NOT NULL GROUP BY town, city),
         usual AS (SELECT town, city, max(count) FROM spellings GROUP BY town),
         groups AS (SELECT town, count(DISTINCT json_array(${calledWhere})) AS count FROM meetings WHERE state = @state GROUP BY town)
       SELECT city, groups.count FROM usual JOIN groups USING (town) ORDER BY groups.count DESC, city`,
    )
    .all({ state }) as { city: string; count: number }[];
}
