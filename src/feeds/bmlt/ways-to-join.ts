import type { JoinFacts } from "../../meetings/join.ts";
import type { Place } from "../../meetings/meeting.ts";
import { privateText, type Reader } from "../reader.ts";
import type { Draft } from "../record.ts";
import { goesOnline, readClosing, unlessInPerson } from "../values/closing.ts";
import type { Closing } from "../values/closing-clause.ts";
import { besideLinks, linkOf } from "../values/link.ts";
import { isOnlineLine } from "../values/names.ts";
import { phoneIn, roomNumber } from "../values/phone.ts";
import type { FormatFacts } from "./formats.ts";

/** How to join the meeting of a BMLT record. */

/** Returns the link, the number and the text beside them. The number may be in the field for the link. */
export function linksOf(reader: Reader): { url: string | null; phone: Draft["phone"]; more: string | null } {
  const room = linkOf(reader.word("virtual_meeting_link"), reader.repaired);
  const url = unlessInPerson(room, reader.text("location_street"), [reader.text("meeting_name"), reader.text("comments")]);
  const link = privateText(reader.word("virtual_meeting_link"));
  const phone = reader.phone("phone_meeting_number") ?? (room === null ? phoneIn(link) : null);
  const words = [
    reader.text("virtual_meeting_additional_info"),
    phone && room === null ? null : besideLinks(link),
    phone === null ? roomNumber(reader.text("phone_meeting_number")) : null,
  ];
  return { url, phone, more: words.filter(Boolean).join("\n") || null };
}

/** Returns a closing announced in the record's texts; null if there is none. */
export function closingOf(reader: Reader, known: FormatFacts, place: Place): Closing | null {
  const closing = readClosing({
    ...{ name: reader.text("meeting_name"), group: null, place: reader.text("location_text") },
    notes: [reader.text("comments"), reader.text("format_comments"), place.notes, reader.text("virtual_meeting_additional_info")],
    open: known.types.includes("open"),
    hasPlace: addressKnownOf(place) === "street",
  });
  if (closing !== null && !known.closedPlace) reader.repaired("join", closing.words);
  return closing;
}

/**
 * Returns the facts that joinOf decides by. Some servers say "in person" (1) for every meeting, so a link, a number or a format takes
 * precedence. 2 is virtual, 3 hybrid. The address of a virtual meeting is where it used to meet; it counts only if the place is closed for now.
 */
export function joinFactsOf(
  reader: Reader,
  known: FormatFacts,
  place: Place,
  { url, phone, closed }: Pick<JoinFacts, "url" | "phone"> & { closed: Closing | null },
): Omit<JoinFacts, "scheduled"> {
  const venue = reader.word("venue_type");
  const closedPlace = known.closedPlace || closed?.kind === "shut" || reader.word("temporarilyVirtual") === "true";
  const stated = statedJoinOf(venue, known, url || phone);
  if (venue === "1" && stated !== "in-person") reader.repaired("join", venue);
  const isOnline = ["location_text", "location_street"].some((field) => isOnlineLine(reader.word(field)));
  const address = stated === "online" && !closedPlace ? "none" : addressKnownOf(place);
  return {
    address,
    closedPlace,
    ended: closed?.kind === "ended",
    url,
    phone,
    online:
      known.virtual ||
      known.hybrid ||
      stated === "online" ||
      isOnline ||
      goesOnline(closed, [reader.text("meeting_name"), reader.text("comments"), place.notes]),
    stated,
  };
}

function addressKnownOf({ name, street, city, zip }: Place): JoinFacts["address"] {
  if (street !== null || name !== null) return "street";
  return city !== null || zip !== null ? "town" : "none";
}

function statedJoinOf(venue: string | null, known: FormatFacts, reachable: boolean): "in-person" | "online" | "hybrid" | null {
  if (known.hybrid || venue === "3") return "hybrid";
  if (known.virtual || venue === "2") return "online";
  if (venue === "1") return reachable ? "hybrid" : "in-person";
  return null;
}
