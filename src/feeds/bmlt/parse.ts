import { facetValue } from "../../facets/vocabulary.ts";
import { joinOf } from "../../meetings/join.ts";
import type { Occurrence, Place } from "../../meetings/meeting.ts";
import { type Reader, readerOf } from "../reader.ts";
import type { Draft, FeedSource, Read, Refused, Repair } from "../record.ts";
import { daysOf } from "../values/days.ts";
import { besideLinks, linkOf } from "../values/link.ts";
import { closedIn } from "../values/paused.ts";
import { phoneIn } from "../values/phone.ts";
import { besideNumber, withoutPersons } from "../values/privacy.ts";
import { short } from "../values/repair.ts";
import { plainText } from "../values/text.ts";
import { minutesOf } from "../values/times.ts";
import { zoneOf } from "../values/zone.ts";
import { type BmltFormat, type FormatFacts, type FormatTable, factsOf, formatTable } from "./formats.ts";
import { placeOf } from "./place.ts";

/**
 * Reads the answer of BMLT's GetSearchResults, or meetings of its newer API, into drafts.
 * Only the fields named here are read: contacts and addresses of servers never come in.
 */
export function* parseBmlt(source: FeedSource, records: readonly unknown[], formats?: readonly unknown[]): Iterable<Read> {
  const table = formatTable(formats);
  const seen = new Set<string>();
  for (const [index, record] of records.entries()) {
    const read = readRecord(source, table, record, `#${index + 1}`);
    if ("reason" in read) yield read;
    else if (seen.has(read.draft.id)) yield { record: read.record, reason: "its id was used before" };
    else {
      seen.add(read.draft.id);
      yield { draft: read.draft, repairs: read.repairs };
    }
  }
}

function readRecord(source: FeedSource, table: FormatTable, record: unknown, position: string): Refused | Sound {
  if (typeof record !== "object" || record === null || Array.isArray(record)) return { record: position, reason: "not a record" };
  const fields = record as Record<string, unknown>;
  const id = plainText(fields["id_bigint"] ?? fields["id"]);
  if (!id || !/^[\w-]{1,64}$/.test(id)) return { record: position, reason: "no id" };
  if (["0", "false", "no"].includes(short(fields["published"]).toLowerCase())) return { record: id, reason: "not published" };
  const repairs: Repair[] = [];
  const reader = readerOf(fields, (kind, was) => repairs.push({ kind, record: id, was: withoutPersons(short(was)) }));
  const name = nameOf(reader);
  const occurrences = occurrencesOf(reader);
  if (!name) return { record: id, reason: "no name" };
  if (!occurrences) return { record: id, reason: "no readable day or time" };
  const known = factsOf(formatsOf(table, fields));
  return { record: id, repairs, draft: { ...draftOf(source, reader, known, occurrences), id: `${source.id}-${id}`.toLowerCase(), name } };
}

interface Sound {
  record: string;
  repairs: Repair[];
  draft: Draft;
}

/** A meeting without a name is still a meeting: its place names it. */
function nameOf(reader: Reader): string | null {
  const name = reader.text("meeting_name", "name");
  if (name) return name;
  const place = reader.text("location_text", "locationText") ?? reader.text("location_municipality", "locationMunicipality");
  if (place) reader.repaired("name", "");
  return place;
}

/** One day and time; none where the record speaks of neither (by arrangement); null where they cannot be read. */
function occurrencesOf(reader: Reader): Occurrence[] | null {
  const [old, newer, time] = [reader.raw("weekday_tinyint"), reader.raw("day"), reader.raw("start_time", "startTime")];
  if (!old && !newer && !time) return [];
  // Sunday is 1 in search results and 0 in the newer API. Every value is a string there, so that alone is no repair.
  const days = daysOf(old ? figure(old, 1) : figure(newer, 0), "sunday-0", reader.repaired);
  const start = minutesOf(withoutSeconds(time), reader.repaired);
  if (days.length === 0 || start === null) return null;
  const length = lengthOf(reader);
  return days.map((day) => ({ day: (day + Math.floor(start / 1440)) % 7, start: start % 1440, length }));
}

const figure = (value: string | null, sunday: number) => (value !== null && /^\d$/.test(value) ? Number(value) - sunday : value);
const withoutSeconds = (value: string | null) => value?.replace(/^(\d\d:\d\d):\d\d$/, "$1") ?? null;

/** Nobody meets for no time at all, nor all day: servers fill in zero or 24 hours where nothing was said. "90" is minutes. */
function lengthOf(reader: Reader): number | null {
  const duration = withoutSeconds(reader.raw("duration_time", "duration"));
  const length = duration !== null && /^\d{2,3}$/.test(duration) ? Number(duration) : minutesOf(duration, reader.repaired);
  return length !== null && length > 0 && length <= 720 ? length : null;
}

function draftOf(source: FeedSource, reader: Reader, known: FormatFacts, occurrences: Occurrence[]): Omit<Draft, "id" | "name"> {
  const place = placeOf(reader);
  const { url, phone, more } = linksOf(reader);
  const language = reader.raw("lang_enum")?.toLowerCase().slice(0, 2) ?? "en";
  return {
    feed: source.id,
    program: source.program,
    group: null,
    occurrences,
    recordZone: zoneOf(reader.raw("time_zone", "timeZone"), place.state, reader.repaired),
    join: joinOf({ ...waysIn(reader, known, place, url !== null, phone !== null), scheduled: occurrences.length > 0 }),
    place,
    online: url === null ? null : { url, notes: more },
    phone: phone && { number: phone.number, notes: phone.notes ?? (url ? null : more) },
    types: known.types,
    otherTypes: known.otherTypes,
    languages: known.languages.length ? known.languages : [language].filter((id) => facetValue("language", id)),
    notes: [reader.text("comments"), url || phone ? null : more].filter(Boolean).join("\n") || null,
    url: null,
    updated: null,
  };
}

/** An address, a number, and what is said beside them. A number may stand where the address should. */
function linksOf(reader: Reader): { url: string | null; phone: Draft["phone"]; more: string | null } {
  const url = linkOf(reader.raw("virtual_meeting_link", "virtualMeetingLink"), reader.repaired);
  const link = plainText(reader.raw("virtual_meeting_link", "virtualMeetingLink"));
  const said = reader.text("phone_meeting_number", "phoneMeetingNumber");
  // The number is published for joining; whoever is named beside it is not.
  const number = phoneIn(plainText(reader.raw("phone_meeting_number", "phoneMeetingNumber")))?.number;
  const phone =
    number === undefined
      ? url === null
        ? phoneIn(link && withoutPersons(link))
        : null
      : { number, notes: besideNumber(phoneIn(said)?.notes ?? null) };
  const words = [
    reader.text("virtual_meeting_additional_info", "virtualMeetingAdditionalInfo"),
    phone && url === null ? null : besideLinks(link),
  ];
  return { url, phone, more: words.filter(Boolean).join("\n") || null };
}

/**
 * The facts from which joining is derived. Some servers say "in person" (1) throughout: a link, a number or a format tells more.
 * 2 is virtual, 3 hybrid. A virtual meeting's address is where it used to be: it is open only if nothing says otherwise.
 */
function waysIn(reader: Reader, known: FormatFacts, place: Place, url: boolean, phone: boolean) {
  const venue = reader.raw("venue_type", "venueType");
  const closed = closedIn(reader.text("meeting_name", "name"), reader.text("comments"));
  if (closed !== null && !known.closedPlace) reader.repaired("join", closed);
  const closedPlace = known.closedPlace || closed !== null || reader.raw("temporarilyVirtual") === "true";
  const address = place.street || place.name ? ("exact" as const) : place.city || place.zip ? ("approximate" as const) : ("none" as const);
  const stated = statedOf(venue, known, url || phone);
  if (venue === "1" && stated !== "in-person") reader.repaired("join", venue);
  const placeOpen = stated === "online" && !closedPlace ? ("none" as const) : address;
  return { placeOpen, closedPlace, url, phone, online: known.virtual || known.hybrid || stated === "online", stated };
}

function statedOf(venue: string | null, known: FormatFacts, reachable: boolean): "in-person" | "online" | "hybrid" | null {
  if (known.hybrid || venue === "3") return "hybrid";
  if (known.virtual || venue === "2") return "online";
  if (venue === "1") return reachable ? "hybrid" : "in-person";
  return null;
}

function formatsOf(table: FormatTable, fields: Record<string, unknown>): BmltFormat[] {
  // Not String(), which asks an object for its own toString.
  const said = (value: unknown) => (typeof value === "string" || typeof value === "number" ? `${value}` : "");
  const list = (value: unknown) => (Array.isArray(value) ? value : said(value).split(",")).map((each) => said(each).trim());
  const ids = list(fields["format_shared_id_list"] ?? fields["formatIds"]).flatMap((id) => table.byId.get(id) ?? []);
  if (ids.length) return ids;
  const keys = list(fields["formats"]).filter((key) => /^[^\s<>]{1,20}$/.test(key));
  return keys.map((key) => table.byKey.get(key) ?? { id: null, key, worldId: "", name: key });
}
