import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { CardReader } from "../search/open.ts";
import type { Meeting, Occurrence } from "./meeting.ts";

/** A meeting at one of its times, from which every form of a row is built. */
export interface MeetingCard {
  meeting: Meeting;
  /** Null for a meeting by arrangement. */
  occurrence: Occurrence | null;
}

interface TimeRow {
  body: string;
  minute: number | null;
  length: number | null;
}

/** Returns a reader of cards by row of `meeting_times`. A meeting is stored once, however many times a week it has. */
export function meetingCards(db: Database): CardReader<MeetingCard> {
  const time = statement(
    db,
    "SELECT meetings.body, minute, length FROM meeting_times JOIN meetings ON meetings.row = meeting WHERE meeting_times.row = +?",
  );
  return (row) => {
    const found = time.get(row) as TimeRow | undefined;
    return found === undefined ? null : { meeting: JSON.parse(found.body) as Meeting, occurrence: occurrenceOf(found) };
  };
}

function occurrenceOf({ minute, length }: TimeRow): Occurrence | null {
  return minute === null ? null : { day: Math.floor(minute / 1440), start: minute % 1440, length };
}
