import type { Database } from "../database/open.ts";
import type { Meeting, Occurrence } from "./meeting.ts";

/** What a row of results shows of a meeting at one of its times. */
export interface MeetingCard
  extends Pick<Meeting, "name" | "program" | "join" | "frequency" | "online" | "phone" | "types" | "languages" | "feed" | "updated"> {
  /** The meeting's id. */
  id: string;
  /** Null for a meeting by arrangement. */
  occurrence: Occurrence | null;
  zone: string | null;
  place: string | null;
  city: string | null;
  state: string | null;
}

/** The row of results for a meeting at one of its times. */
function meetingCard(meeting: Meeting, occurrence: Occurrence | null): MeetingCard {
  const { id, name, program, join, frequency, online, phone, types, languages, feed, updated, zone, place } = meeting;
  return {
    id,
    name,
    program,
    join,
    frequency,
    online,
    phone,
    types,
    languages,
    feed,
    updated,
    occurrence,
    zone: zone?.name ?? null,
    place: place.name,
    city: place.city,
    state: place.state,
  };
}

interface Row {
  meeting: string;
  minute: number | null;
  length: number | null;
}

/** Reads the card of a row: the meeting stands once, however many times a week it has. */
export function cardReader(db: Database): (number: number) => MeetingCard | undefined {
  const row = db.prepare<[number], Row>(
    "SELECT s.meeting, minute, length FROM meetings m JOIN scheduled s ON s.number = m.meeting WHERE m.number = ?",
  );
  return (number) => {
    const found = row.get(number);
    return found && meetingCard(JSON.parse(found.meeting) as Meeting, occurrenceOf(found));
  };
}

function occurrenceOf({ minute, length }: Row): Occurrence | null {
  return minute === null ? null : { day: Math.floor(minute / 1440), start: minute % 1440, length };
}
