import type { Database } from "../database/open.ts";
import type { Meeting } from "./meeting.ts";

/** Number of a feed's meetings that state when and where they are and how to join. */
export interface Said {
  meetings: number;
  /** With a day and a time. */
  schedules: number;
  /** With a street. */
  addresses: number;
  /** With a town or a ZIP code. */
  towns: number;
  /** With coordinates. */
  points: number;
  /** With a link to join. */
  links: number;
  /** With a number to call. */
  phones: number;
}

/** Returns counts of zero. */
export function saidByNone(): Said {
  return { meetings: 0, schedules: 0, addresses: 0, towns: 0, points: 0, links: 0, phones: 0 };
}

/** Adds one meeting to the counts. */
export function countSaid(said: Said, { occurrences, place, online, phone }: Meeting): void {
  said.meetings++;
  if (occurrences.length > 0) said.schedules++;
  if (place.street !== null) said.addresses++;
  if (place.city !== null || place.zip !== null) said.towns++;
  if (place.point !== null) said.points++;
  if (online !== null) said.links++;
  if (phone !== null) said.phones++;
}

/** Returns the counts for the meetings left by a feed's last import. */
export function saidByFeed(db: Database, feed: string): Said {
  const has = (path: string) => `body ->> '${path}' IS NOT NULL`;
  const sums = Object.entries({
    schedules: "json_array_length(body, '$.occurrences') > 0",
    addresses: has("$.place.street"),
    towns: `${has("$.place.city")} OR ${has("$.place.zip")}`,
    points: has("$.place.point"),
    links: has("$.online"),
    phones: has("$.phone"),
  }).map(([name, condition]) => `total(${condition}) AS ${name}`);
  return db.prepare(`SELECT count(*) AS meetings, ${sums.join(", ")} FROM meetings WHERE feed = ?`).get(feed) as Said;
}
