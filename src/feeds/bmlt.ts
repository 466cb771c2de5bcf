import { facetValue } from "../facets/vocabulary.ts";
import { joinOf } from "../meetings/join.ts";
import type { Occurrence, Place } from "../meetings/meeting.ts";
import { type BmltFormat, type FormatFacts, type FormatTable, factsOf, formatTable } from "./bmlt-formats.ts";
import { phoneOf, pointOf, startOf, stateOf, urlOf, weekdayOf, zoneOf } from "./bmlt-values.ts";
import { withoutPersons } from "./privacy.ts";
import type { Draft, FeedSource, Parsed, Refused, Repair } from "./record.ts";
import { plainText } from "./text.ts";

/** The fields of a record, each as plain text, and where to note what had to be put right. */
interface Reader {
  text(...names: string[]): string | null;
  /** The text as it stands, for values that are no words. */
  raw(...names: string[]): string | null;
  repaired(kind: string, was: string): void;
}

/**
 * Reads the answer of BMLT's GetSearchResults, or meetings of its newer API, into drafts.
 * Only the fields named here are read: contacts and addresses of servers never come in.
 */
export function parseBmlt(source: FeedSource, records: readonly unknown[], formats?: readonly unknown[]): Parsed {
  const parsed: Parsed = { meetings: [], repairs: [], refused: [] };
  const table = formatTable(formats);
  const seen = new Set<string>();
  records.forEach((record, index) => {
    const read = readRecord(source, table, record, `#${index + 1}`);
    const repeated = "draft" in read && seen.has(read.draft.id);
    if ("reason" in read) parsed.refused.push(read);
    else if (repeated) parsed.refused.push({ record: read.record, reason: "its id was used before" });
    else {
      seen.add(read.draft.id);
      parsed.meetings.push(read.draft);
      parsed.repairs.push(...read.repairs);
    }
  });
  return parsed;
}

function readRecord(source: FeedSource, table: FormatTable, record: unknown, position: string): Refused | Read {
  if (typeof record !== "object" || record === null || Array.isArray(record)) return { record: position, reason: "not a record" };
  const fields = record as Record<string, unknown>;
  const id = plainText(fields["id_bigint"] ?? fields["id"]);
  if (!id || !/^[\w-]{1,64}$/.test(id)) return { record: position, reason: "no id" };
  if (["0", "false"].includes(String(fields["published"]).toLowerCase())) return { record: id, reason: "not published" };
  const repairs: Repair[] = [];
  const reader = readerOf(fields, (kind, was) => repairs.push({ kind, record: id, was: withoutPersons(was).slice(0, 200) }));
  const name = nameOf(reader);
  const occurrences = occurrencesOf(reader);
  if (!name) return { record: id, reason: "no name" };
  if (!occurrences) return { record: id, reason: "no readable day or time" };
  const known = factsOf(formatsOf(table, fields));
  return { record: id, repairs, draft: { ...draftOf(source, reader, known, occurrences), id: `${source.id}-${id}`.toLowerCase(), name } };
}

interface Read {
  record: string;
  repairs: Repair[];
  draft: Draft;
}

/** Old servers wrote "Label#@-@#value" in their own fields. Each broken value is noted once, however often it is asked for. */
function readerOf(fields: Record<string, unknown>, note: (kind: string, was: string) => void): Reader {
  const noted = new Set<string>();
  const repaired = (kind: string, was: string) => {
    if (!noted.has(kind + was)) note(kind, was);
    noted.add(kind + was);
  };
  const raw = (...names: string[]) => {
    const value = names.map((name) => fields[name]).find((each) => !["", null, undefined].includes(each as string));
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return null;
    const whole = String(value).trim();
    if (whole.includes("#@-@#")) repaired("label", whole);
    return whole.split("#@-@#").at(-1)!.trim() || null;
  };
  const text = (...names: string[]) => {
    const whole = raw(...names);
    const plain = plainText(whole);
    if (whole && evenly(whole) !== evenly(plain ?? "")) repaired("text", whole);
    const kept = plain && withoutPersons(plain);
    if (kept !== plain) repaired("privacy", names[0]!);
    return kept;
  };
  return { text, raw, repaired };
}

/** Line ends and doubled blanks are no repair worth a line in a report. */
function evenly(text: string): string {
  return text.replace(/[ \t\r\n]+/g, " ");
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
  const day = old ? weekdayOf(old, 1) : weekdayOf(newer, 0);
  const start = startOf(time);
  if (day === null || start === null) return null;
  if (!/^\d$/.test(old ?? newer ?? "")) reader.repaired("day", old ?? newer ?? "");
  if (!/^\d\d:\d\d(:\d\d)?$/.test(time ?? "")) reader.repaired("time", time ?? "");
  // Nobody meets for no time at all: servers fill in zero where nothing was said.
  const length = startOf(reader.raw("duration_time", "duration"));
  return [{ day, start, length: length || null }];
}

function draftOf(source: FeedSource, reader: Reader, known: FormatFacts, occurrences: Occurrence[]): Omit<Draft, "id" | "name"> {
  const place = placeOf(reader);
  const url = urlOf(reader.raw("virtual_meeting_link", "virtualMeetingLink"));
  const phone = phoneOf(reader.text("phone_meeting_number", "phoneMeetingNumber"));
  const more = reader.text("virtual_meeting_additional_info", "virtualMeetingAdditionalInfo");
  const zone = reader.raw("time_zone", "timeZone");
  const recordZone = zoneOf(zone);
  if (zone && !recordZone) reader.repaired("zone", zone);
  const language = reader.raw("lang_enum")?.toLowerCase().slice(0, 2) ?? "en";
  return {
    feed: source.id,
    program: source.program,
    group: null,
    occurrences,
    recordZone,
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

/**
 * The facts from which joining is derived. Some servers say "in person" (1) throughout: a link, a number or a format tells more.
 * 2 is virtual, 3 hybrid. A virtual meeting's address is where it used to be: it is open only if nothing says otherwise.
 */
function waysIn(reader: Reader, known: FormatFacts, place: Place, url: boolean, phone: boolean) {
  const venue = reader.raw("venue_type", "venueType");
  const closedPlace = known.closedPlace || reader.raw("temporarilyVirtual") === "true";
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

function placeOf(reader: Reader): Place {
  const name = realPlace(reader.text("location_text", "locationText"));
  const street = realPlace(reader.text("location_street", "locationStreet"));
  const part = reader.text("location_city_subsection", "locationCitySubsection");
  const city = reader.text("location_municipality", "locationMunicipality") ?? part;
  const state = stateOf(reader.text("location_province", "locationProvince"));
  const nation = reader.text("location_nation", "locationNation");
  const [latitude, longitude] = [reader.raw("latitude"), reader.raw("longitude")];
  const point = pointOf(latitude, longitude);
  if (!point && (latitude || longitude)) reader.repaired("point", `${latitude}, ${longitude}`);
  const directions = [reader.text("location_info", "locationInfo"), part === city ? null : part];
  const lines = [reader.text("train_lines"), reader.text("bus_lines")];
  const country = (nation ? /^(us|usa|u\.s\.a?\.?|united states.*)$/i.test(nation) : state) ? "US" : nation;
  return {
    ...{ name, street, city, state: country === "US" ? state : null, zip: reader.text("location_postal_code_1", "locationPostalCode1") },
    ...{ country, point, approximate: !name && !street, notes: [...directions, ...lines].filter(Boolean).join("\n") || null },
  };
}

/** Where a place is asked for, people who meet online write "Zoom". */
function realPlace(text: string | null): string | null {
  return text && /^(zoom|online|virtual|phone|on-?line|en l[ií]nea|n\/?a|tbd)( (meeting|only|zoom|video))*$/i.test(text) ? null : text;
}

function formatsOf(table: FormatTable, fields: Record<string, unknown>): BmltFormat[] {
  const list = (value: unknown) => (Array.isArray(value) ? value : String(value ?? "").split(",")).map((each) => String(each).trim());
  const ids = list(fields["format_shared_id_list"] ?? fields["formatIds"]).flatMap((id) => table.byId.get(id) ?? []);
  if (ids.length) return ids;
  const keys = list(fields["formats"]).filter((key) => /^[^\s<>]{1,20}$/.test(key));
  return keys.map((key) => table.byKey.get(key) ?? { id: null, key, worldId: "", name: key });
}
