import { hasRoom } from "../../meetings/join.ts";
import type { Meeting } from "../../meetings/meeting.ts";
import { directionsUrl, geoUrl } from "../../site/urls.ts";
import { hostOf } from "../../words/addresses.ts";

/** Where to go; no lines if there is no room. */
export interface RoomView {
  lines: string[];
  map: { href: string; host: string } | null;
  geo: string | null;
  notes: string | null;
}

/** Returns the room of a meeting, with directions if its exact location is known and it is open. */
export function roomView(meeting: Meeting): RoomView {
  if (!hasRoom(meeting)) return { lines: [], map: null, geo: null, notes: null };
  const { name, street, point, approximate, notes } = meeting.place;
  // No directions to a door that is closed for now.
  const exact = point && !approximate && meeting.join !== "paused";
  return {
    lines: [name, street, addressTown(meeting)].filter((line): line is string => line !== null && line !== ""),
    map: exact ? linkTo(directionsUrl(point.latitude, point.longitude)) : null,
    geo: exact ? geoUrl(point.latitude, point.longitude) : null,
    notes,
  };
}

/** Formats a town as on an envelope, in any language: "Bigfork, MT 59911". */
export function addressTown({ place: { city, state, zip } }: Pick<Meeting, "place">): string {
  return [city, [state, zip].filter(Boolean).join(" ")].filter(Boolean).join(", ");
}

/** Returns a link with its host, which is named in words. */
export function linkTo(href: string): { href: string; host: string } {
  return { href, host: hostOf(href) };
}
