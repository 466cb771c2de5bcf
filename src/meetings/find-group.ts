import { statement } from "../database/statements.ts";
import { cardsAt } from "../search/cards.ts";
import { positionOfRow } from "../search/index/build.ts";
import type { MeetingCard } from "./card.ts";
import { findMeeting, timeRowsOf } from "./find.ts";
import type { Meeting } from "./meeting.ts";
import type { OpenMeetings } from "./open.ts";
import { groupAt, idOfGroup } from "./upcoming-groups.ts";

/** A group at one place, with everything its page shows. */
export interface Group {
  /** Id in the address of its page. */
  id: string;
  /** Its meetings, each once, the one with the group's id first. */
  meetings: [Meeting, ...Meeting[]];
  /** All its times, in the order of the week. */
  times: MeetingCard[];
  /** Meetings of other lists at these times, each once. */
  alsoListed: Meeting[];
}

/** Returns the group of the meeting with this id; null if there is no such meeting. One that is not indexed yet is a group on its own. */
export function findGroup(meetings: OpenMeetings, id: string): Group | null {
  const meeting = findMeeting(meetings.db, id);
  if (!meeting) return null;
  const rows = timeRowsOf(meetings.db, id);
  const shown = rows.flatMap((row) => positionOfRow(meetings, row) ?? []);
  const [position] = [...shown, ...rows.flatMap((row) => meetings.repeats.get(row) ?? [])];
  const positions = position === undefined ? [] : groupAt(meetings, position);
  const times = cardsAt(meetings, positions);
  return groupOf(times.length > 0 ? times : timesOf(meeting), listedToo(meetings, positions));
}

/** Returns the meetings of other lists that repeat the times at these positions. */
export function listedToo({ db, repeated }: Pick<OpenMeetings, "db" | "repeated">, positions: readonly number[]): Meeting[] {
  const meeting = statement(
    db,
    "SELECT body FROM meetings JOIN meeting_times ON meeting = meetings.row WHERE meeting_times.row = +?",
  ).pluck();
  const bodies = positions
    .flatMap((position) => repeated.get(position) ?? [])
    .flatMap((row) => (meeting.get(row) as string | undefined) ?? []);
  return [...new Set(bodies)].map((body) => JSON.parse(body) as Meeting).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Returns the groups of these meetings, each once. */
export function findGroups(meetings: OpenMeetings, some: readonly Pick<Meeting, "id">[]): Group[] {
  const groups = some.flatMap(({ id }) => findGroup(meetings, id) ?? []);
  return [...new Map(groups.map((group) => [group.id, group])).values()];
}

function timesOf(meeting: Meeting): MeetingCard[] {
  const { occurrences } = meeting;
  return occurrences.length > 0 ? occurrences.map((occurrence) => ({ meeting, occurrence })) : [{ meeting, occurrence: null }];
}

function groupOf(times: MeetingCard[], alsoListed: Meeting[]): Group {
  const id = idOfGroup(times);
  const byId = new Map(times.map(({ meeting }) => [meeting.id, meeting]));
  const first = byId.get(id)!;
  byId.delete(id);
  return { id, meetings: [first, ...byId.values()], times, alsoListed };
}
