import { privateText, type Reader } from "../reader.ts";
import type { Draft } from "../record.ts";
import { besideLinks, isRoom, linkOf, roomIn, zoomRoomIn } from "../values/link.ts";
import { unlessOnline } from "../values/names.ts";
import { roomNumber } from "../values/phone.ts";
import { excerpt } from "../values/text.ts";

/** How a Meeting Guide record lets people join remotely. */

interface WaysToJoin {
  online: Draft["online"];
  phone: Draft["phone"];
  /** The record's own page; null if that address is the room. */
  page: string | null;
  /** Text about ways to join that gave no link or number: "Zoom ID 123 456 7890". */
  words: (string | null)[];
}

/** Reads how to join. The link may be in the notes or the page field, and a number in the link field; text next to either is kept with it. */
export function waysToJoin(reader: Reader, notes: string | null): WaysToJoin {
  const written = privateText(reader.raw("conference_url"), 400);
  const beside = besideLinks(written);
  const line = onlineLine(reader);
  const stated = linkOf(reader.raw("conference_url"), reader.repaired) ?? roomIn(line, reader.repaired) ?? zoomRoomIn(line);
  const phone = reader.phone("conference_phone") ?? (stated === null ? reader.phone("conference_url") : null);
  const { page, room } = ownPage(reader);
  const url = stated ?? room ?? (phone === null ? roomIn(notes, reader.repaired) : null) ?? numberedRoom(reader, notes);
  const [urlNotes, phoneNotes] = [reader.text("conference_url_notes"), reader.text("conference_phone_notes")];
  return {
    online: url === null ? null : { url, notes: notesOf(stated && beside, urlNotes) },
    phone: phone && { number: phone.number, notes: phoneNotes ?? phone.notes },
    page,
    words: [
      phone === null ? roomNumber(reader.text("conference_phone", 200)) : null,
      besideLinks(roomNumber(line)),
      stated === null && phone === null ? beside : null,
      url === null ? urlNotes : null,
      phone === null ? phoneNotes : null,
    ],
  };
}

/** Returns the line in place of a street where a record meets online: "Zoom ID 850 1126 9892". */
function onlineLine(reader: Reader): string | null {
  const line = reader.text("address", 200);
  return unlessOnline(line) === null ? line : null;
}

/** Reads the record's own address: a page to read, or a room to meet in. */
function ownPage(reader: Reader): { page: string | null; room: string | null } {
  const own = linkOf(reader.raw("url"), reader.repaired);
  return own !== null && isRoom(own) ? { page: null, room: own } : { page: own, room: null };
}

/** Returns the Zoom room whose number is in the fields for joining, or in the notes. */
function numberedRoom(reader: Reader, notes: string | null): string | null {
  const said = [privateText(reader.raw("conference_url"), 400), reader.text("conference_url_notes"), notes];
  const room = said.map(zoomRoomIn).find((found) => found !== null) ?? null;
  if (room !== null) reader.repaired("link", "the number of a room");
  return room;
}

/** Joins texts as paragraphs, without repetitions; null if there are none. */
export function notesOf(...texts: (string | null)[]): string | null {
  const notes = texts.filter((text) => text !== null);
  return (
    notes
      .filter((text, index) => !notes.some((other, at) => at !== index && other.includes(text) && (other !== text || at < index)))
      .join("\n\n") || null
  );
}

type StatedJoin = "in-person" | "online" | "hybrid" | "inactive";

// cspell:ignore presencial présentiel ligne brid sentiel
/** What spreadsheets call the ways to attend, besides the four words of the specification. */
const attendance: readonly [RegExp, StatedJoin][] = [
  [/inactive|not active|closed|suspended|cancel|paused|hiatus|disbanded/, "inactive"],
  [/h[yií]brid|both|(?:person|presencial).*(?:online|virtual|zoom|phone)|(?:online|virtual|zoom|phone).*(?:person|presencial)/, "hybrid"],
  [/person|presencial|pr[eé]sentiel|face to face/, "in-person"],
  [/online|on-line|virtual|zoom|phone|en l[ií]nea|en ligne/, "online"],
];

/** Whether a record that says this may be joined from afar; one that is inactive in its building too. */
export const mayBeOnline = (stated: StatedJoin | null) => stated !== null && stated !== "in-person";

/** Returns how the record itself says one joins; null if it does not. */
export function statedJoinOf(option: unknown): StatedJoin | null {
  const words = excerpt(option).toLowerCase();
  return attendance.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
