import { statement } from "../database/statements.ts";
import { cardsAt } from "../search/cards.ts";
import { positionOfRow } from "../search/index/build.ts";
import type { MeetingCard } from "./card.ts";
import { findMeeting } from "./find.ts";
import type { Meeting } from "./meeting.ts";
import type { OpenMeetings } from "./open.ts";
import { groupAt, idOfGroup } from "./upcoming-groups.ts";

/** A group at one place with all that its page shows. */
export interface Group {
  /** What its page is called by. */
  id: string;
  /** Each of its meetings once, that of its id first. */
  meetings: [Meeting, ...Meeting[]];
  /** All its times, in the order of the week. */
  times: MeetingCard[];
}

/** The group of the meeting with this id; null where there is no such meeting. One that is not indexed yet is a group by itself. */
export function findGroup(meetings: OpenMeetings, id: string): Group | null {
  const meeting = findMeeting(meetings.db, id);
  if (!meeting) return null;
  const [position] = timesIn(meetings, id).flatMap((row) => positionOfRow(meetings, row) ?? []);
  const times = position === undefined ? [] : cardsAt(meetings, groupAt(meetings, position));
  return groupOf(times.length > 0 ? times : timesOf(meeting));
}

/** The groups of these meetings, each once. */
export function findGroups(meetings: OpenMeetings, some: readonly Pick<Meeting, "id">[]): Group[] {
  const groups = some.flatMap(({ id }) => findGroup(meetings, id) ?? []);
  return [...new Map(groups.map((group) => [group.id, group])).values()];
}

function timesIn({ db }: OpenMeetings, id: string): number[] {
  const rows = statement(db, "SELECT meeting_times.row FROM meeting_times JOIN meetings ON meetings.row = meeting WHERE id = ? ORDER BY 1");
  return rows.pluck().all(id) as number[];
}

function timesOf(meeting: Meeting): MeetingCard[] {
  const { occurrences } = meeting;
  return occurrences.length > 0 ? occurrences.map((occurrence) => ({ meeting, occurrence })) : [{ meeting, occurrence: null }];
}

function groupOf(times: MeetingCard[]): Group {
  const id = idOfGroup(times);
  const byId = new Map(times.map(({ meeting }) => [meeting.id, meeting]));
  const first = byId.get(id)!;
  byId.delete(id);
  return { id, meetings: [first, ...byId.values()], times };
}
