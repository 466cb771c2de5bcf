import { hasRoom } from "../../meetings/join.ts";
import type { Meeting } from "../../meetings/meeting.ts";
import { directionsUrl, geoUrl } from "../../site/urls.ts";
import { hostOf } from "../programs/contacts.ts";

/** Where one can go; no lines where one cannot. */
export interface RoomView {
  lines: string[];
  map: { href: string; host: string } | null;
  geo: string | null;
  notes: string | null;
}

/** The room of a meeting, and the way there where its house is known and open. */
export function roomView(meeting: Meeting): RoomView {
  if (!hasRoom(meeting)) return { lines: [], map: null, geo: null, notes: null };
  const { name, street, point, approximate, notes } = meeting.place;
  // Nobody is led to a door that is shut for now.
  const exact = point && !approximate && meeting.join !== "paused";
  return {
    lines: [name, street, addressTown(meeting)].filter((line): line is string => line !== null && line !== ""),
    map: exact ? linkTo(directionsUrl(point.latitude, point.longitude)) : null,
    geo: exact ? geoUrl(point.latitude, point.longitude) : null,
    notes,
  };
}

/** As on an envelope, in whatever language: "Bigfork, MT 59911". */
export function addressTown({ place: { city, state, zip } }: Pick<Meeting, "place">): string {
  return [city, [state, zip].filter(Boolean).join(" ")].filter(Boolean).join(", ");
}

/** A link with its host, to be named in words. */
export function linkTo(href: string): { href: string; host: string } {
  return { href, host: hostOf(href) };
}
