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
export function meetingCard(meeting: Meeting, occurrence: Occurrence | null): MeetingCard {
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
