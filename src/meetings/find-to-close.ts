import type { Database } from "../database/open.ts";
import { plainWords } from "../places/town.ts";
import { closedGroup, closedGroupColumn } from "./closures.ts";
import type { Meeting } from "./meeting.ts";

/** A place or a group with meetings, as a search at the desk returns it. */
export interface Closable {
  /** Its samePlaceKey; null for a group. */
  place: string | null;
  /** The group of a feed, by its closedGroup; both null for a place. */
  feed: string | null;
  group: string | null;
  /** One of its meetings. */
  meeting: Meeting;
  /** Number of its meetings. */
  meetings: number;
}

/** Returns the place or the group with exactly this key; null if no meeting has it. */
export function findClosable(db: Database, { place, feed, group }: Pick<Closable, "place" | "feed" | "group">): Closable | null {
  const where = place === null ? `feed = ? AND ${closedGroupColumn} = ?` : "place_key = ?";
  const bodies = db.prepare(`SELECT body FROM meetings WHERE ${where} ORDER BY id`).pluck();
  const read = bodies.all(place === null ? [feed, group] : [place]).map((body) => JSON.parse(body as string) as Meeting);
  const found = place === null ? read.filter((meeting) => closedGroup(meeting) === group) : read;
  const [first] = found;
  return first === undefined ? null : { place, feed, group, meeting: first, meetings: found.length };
}

/** Leaves out what can only be closed with its room; closedGroup has the last word. */
const closesTogether = "(group_key IS NOT NULL OR body ->> '$.join' NOT IN ('in-person', 'hybrid'))";

/** Limit on the places, and separately on the groups, that are offered. */
const maxFound = 12;

/** Finds places and groups whose names, street or town contain the first eight words typed, those with the most meetings first. */
export function findToClose(db: Database, typed: string): { places: Closable[]; groups: Closable[] } {
  const words = plainWords(typed).slice(0, 8);
  if (words.length === 0) return { places: [], groups: [] };
  const searched =
    "lower(name) || ' ' || coalesce(place_key, '') || ' ' || coalesce(group_key, '') || ' ' || lower(coalesce(body ->> '$.place.name', ''))";
  const each = words.map(() => `instr(${searched}, ?) > 0`).join(" AND ");
  const find = (keys: string, among: string) =>
    db
      .prepare(
        `SELECT ${keys}, body, count(*) AS meetings FROM meetings WHERE ${among} AND ${each} GROUP BY 1, 2, 3 ORDER BY count(*) DESC, 1, 2, 3 LIMIT ${maxFound}`,
      )
      .all(words) as (Omit<Closable, "meeting"> & { body: string })[];
  const closable = ({ body, ...found }: Omit<Closable, "meeting"> & { body: string }) => ({
    ...found,
    meeting: JSON.parse(body) as Meeting,
  });
  return {
    places: find("place_key AS place, NULL AS feed, NULL AS 'group'", "place_key IS NOT NULL").map(closable),
    groups: find(`NULL AS place, feed, ${closedGroupColumn} AS 'group'`, closesTogether)
      .map(closable)
      .filter(({ meeting, group }) => closedGroup(meeting) === group),
  };
}
