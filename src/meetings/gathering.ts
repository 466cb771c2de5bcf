import type { Database } from "../database/open.ts";
import { meetingsAtPlace, meetingsByGroup } from "./find.ts";
import { sameGroupKey, samePlaceKey } from "./match-keys.ts";
import type { Meeting, Occurrence } from "./meeting.ts";

/** A gathering is one group at one place, joined in one way: feeds list it once for each of its times, and readers want it once with all. */

/** What is the same for all meetings of a gathering. */
export function gatheringKey(meeting: Meeting): string {
  const { feed, program, name, place, zone, join, online, phone, frequency } = meeting;
  const { weeks, sure, value } = frequency;
  return JSON.stringify([
    [feed, program, sameGroupKey(meeting) ?? name, samePlaceKey(place), zone?.name],
    [join, online?.url, online?.notes, phone?.number, phone?.notes],
    [weeks, sure, value === "monthly"],
  ]);
}

/** All the times of the gathering that a meeting belongs to, in the order of the week. */
export function gatheringTimes(db: Database, meeting: Meeting): Occurrence[] {
  const key = gatheringKey(meeting);
  const others = sameGroupKey(meeting) === null ? meetingsAtPlace(db, meeting) : meetingsByGroup(db, meeting);
  const times = [meeting, ...others.filter((other) => gatheringKey(other) === key)].flatMap(({ occurrences }) => occurrences);
  const byMinute = new Map(times.map((time) => [time.day * 1440 + time.start, time]));
  return [...byMinute.entries()].sort(([a], [b]) => a - b).map(([, time]) => time);
}
