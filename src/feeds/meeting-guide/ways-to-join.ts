import type { Draft } from "../record.ts";
import { besideLinks, linkOf, roomIn } from "../values/link.ts";
import { phoneIn } from "../values/phone.ts";
import { besideNumber, withoutPersons } from "../values/privacy.ts";
import { plainText } from "../values/text.ts";
import type { Fields } from "./place.ts";

/** How a record of the Meeting Guide lets people in from afar. */

interface WaysIn {
  online: Draft["online"];
  phone: Draft["phone"];
  /** What was said of ways in where there is none: "Zoom ID 123 456 7890". */
  words: (string | null)[];
}

/** An address may be only in the notes, a number where the address should be; what stands beside either is kept with it. */
export function waysIn({ record, text, note }: Fields, notes: string | null): WaysIn {
  const written = plainText(record["conference_url"], 400);
  const beside = besideLinks(keptOf(written));
  const stated = linkOf(record["conference_url"], note);
  const phone = phoneOf(record["conference_phone"]) ?? (stated === null ? phoneOf(written) : null);
  const url = stated ?? (phone === null ? roomIn(notes, note) : null);
  const [urlNotes, phoneNotes] = [text("conference_url_notes"), text("conference_phone_notes")];
  return {
    online: url === null ? null : { url, notes: notesOf(stated && beside, urlNotes) },
    phone: phone && { number: phone.number, notes: phoneNotes ?? phone.notes },
    words: [
      phone === null ? roomNumber(text("conference_phone", 200)) : null,
      stated === null && phone === null ? beside : null,
      url === null ? urlNotes : null,
      phone === null ? phoneNotes : null,
    ],
  };
}

/** The number of a room, which some write where the phone belongs, in its own words. */
function roomNumber(said: string | null): string | null {
  return said !== null && /[1-9]/.test(said) && /\d[\d -]{7,13}\d/.test(said) ? said : null;
}

/** A number that a group publishes for joining is its own, whoever is named beside it; the name is not kept. */
function phoneOf(value: unknown): Draft["phone"] {
  const phone = phoneIn(plainText(value, 200));
  const named = keptOf(plainText(value, 200)) !== plainText(value, 200);
  return phone && { number: phone.number, notes: named ? null : besideNumber(phone.notes) };
}

const keptOf = (text: string | null) => text && (withoutPersons(text) || null);

/** Each once, as paragraphs. */
export function notesOf(...texts: (string | null)[]): string | null {
  const notes = texts.filter((text) => text !== null);
  return (
    notes
      .filter((text, index) => !notes.some((other, at) => at !== index && other.includes(text) && (other !== text || at < index)))
      .join("\n\n") || null
  );
}
