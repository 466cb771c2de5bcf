import { facetValue } from "../../listing/vocabulary.ts";
import { joinOf } from "../../meetings/join.ts";
import type { Occurrence } from "../../meetings/meeting.ts";
import { privateText, Reader } from "../reader.ts";
import { type Draft, type FeedSource, type Fields, isObject, type ParsedRecord, type Refused, refuseIfThrown } from "../record.ts";
import type { FoundRecords } from "../records/read.ts";
import { readChange } from "../values/changes.ts";
import { closedDaysOf } from "../values/closing.ts";
import type { Closing } from "../values/closing-clause.ts";
import { daysOf } from "../values/days.ts";
import { withoutDaysOff } from "../values/days-off.ts";
import { flagOf } from "../values/flag.ts";
import { minutesOf } from "../values/times.ts";
import { zoneOf } from "../values/zone.ts";
import { type BmltFormat, type FormatFacts, type FormatTable, factsOf, formatByKey, formatTable } from "./formats.ts";
import { readBmltPlace } from "./place.ts";
import { closingOf, joinFactsOf, linksOf } from "./ways-to-join.ts";

/** Names in the newer API of the fields of GetSearchResults. */
const newerNames: Readonly<Record<string, string>> = {
  meeting_name: "name",
  start_time: "startTime",
  duration_time: "duration",
  time_zone: "timeZone",
  venue_type: "venueType",
  virtual_meeting_link: "virtualMeetingLink",
  virtual_meeting_additional_info: "virtualMeetingAdditionalInfo",
  phone_meeting_number: "phoneMeetingNumber",
  location_text: "locationText",
  location_street: "locationStreet",
  location_city_subsection: "locationCitySubsection",
  location_municipality: "locationMunicipality",
  location_province: "locationProvince",
  location_postal_code_1: "locationPostalCode1",
  location_nation: "locationNation",
  location_info: "locationInfo",
};

const known = { city: "location_municipality", state: "location_province", names: ["meeting_name"] };

/**
 * Parses records from the response of BMLT's GetSearchResults, or of its newer API. Reads only the fields named in this folder, so contacts and
 * server addresses are left out.
 */
export function* parseBmlt(source: FeedSource, { container, records, formats }: FoundRecords): Iterable<ParsedRecord> {
  const table = formatTable(formats);
  const seen = new Set<string>();
  for (const [index, record] of records.entries()) {
    const identified = identify(record, `#${index + 1}`);
    if ("reason" in identified) yield identified;
    else {
      const { id, fields } = identified;
      // All values are text in these responses, so that alone is not a repair.
      const options = { id, container, numbersAreText: true, newerNames, known, gazetteer: source.gazetteer };
      const reader = new Reader(fields, options);
      const draft = refuseIfThrown(id, () => draftOf(source, id, reader, factsOf(formatsOf(table, fields, reader))));
      if ("reason" in draft) yield draft;
      else if (seen.has(draft.id)) yield { record: id, reason: "its id was used before" };
      else yield { draft, fields, repairs: reader.repairs };
      if ("id" in draft) seen.add(draft.id);
    }
  }
}

function identify(record: unknown, position: string): Refused | { id: string; fields: Fields } {
  if (!isObject(record)) return { record: position, reason: "not a record" };
  const id = privateText(record["id_bigint"] ?? record["id"]);
  if (id === null || !/^[\w-]{1,64}$/.test(id))
    return { record: position, reason: "no id: ask for id_bigint too (data_field_key=id_bigint,…)" };
  return flagOf(record["published"]) === false ? { record: id, reason: "not published" } : { id, fields: record };
}

function draftOf(source: FeedSource, id: string, reader: Reader, known: FormatFacts): Draft | Refused {
  const name = nameOf(reader);
  const scheduled = occurrencesOf(reader);
  if (name === null) return { record: id, reason: "no name" };
  if (scheduled === null) return { record: id, reason: "no readable day or time" };
  const place = readBmltPlace(reader, source);
  const { url, phone, more } = linksOf(reader);
  const language = recordLanguage(reader);
  const { occurrences, doubt } = withoutDaysOff(scheduled, [name, reader.text("comments"), place.notes]);
  const closing = closingOf(reader, known, place) ?? doubt ?? readChange([reader.text("comments"), place.notes], { place, occurrences });
  const joinWhile = (closed: Closing | null) =>
    joinOf({
      ...joinFactsOf(reader, known, place, { url: url !== null, phone: phone !== null, closed }),
      scheduled: occurrences.length > 0,
    });
  const closed = closedDaysOf(closing, joinWhile(closing));
  return {
    id: `${source.id}-${id}`.toLowerCase(),
    feed: source.id,
    program: source.program,
    name,
    group: null,
    occurrences,
    recordZone: zoneOf(reader.word("time_zone"), place.state, reader.repaired),
    join: joinWhile(closed === null ? closing : null),
    closed,
    place,
    online: url === null ? null : { url, notes: more },
    phone: phone && { number: phone.number, notes: phone.notes ?? (url ? null : more) },
    types: known.types,
    otherTypes: known.otherTypes,
    areas: [reader.text("location_city_subsection"), reader.text("location_neighborhood"), reader.text("location_sub_province")].filter(
      (area) => area !== null,
    ),
    languages: known.languages.length ? known.languages : [language].filter((id) => facetValue(source.vocabulary, "language", id)),
    notes: [reader.text("comments"), reader.text("format_comments"), url || phone ? null : more].filter(Boolean).join("\n") || null,
    url: null,
    updated: null,
  };
}

/** Returns the name; a meeting without one is named after its place. */
function nameOf(reader: Reader): string | null {
  const name = reader.text("meeting_name");
  if (name !== null) return name;
  const place = reader.text("location_text") ?? reader.text("location_municipality");
  if (place !== null) reader.repaired("name", "");
  return place;
}

/** Returns the day and time; none if the record gives neither (by arrangement), null if they cannot be read. */
function occurrencesOf(reader: Reader): Occurrence[] | null {
  const [old, newer, time] = [reader.word("weekday_tinyint"), reader.word("day"), reader.word("start_time")];
  if (old === null && newer === null && time === null) return [];
  // Sunday is 1 in search results and 0 in the newer API.
  const days = daysOf(old === null ? dayNumber(newer, 0) : dayNumber(old, 1), "sunday-0", reader.repaired);
  const start = minutesOf(withoutSeconds(time), reader.repaired);
  if (days.length === 0 || start === null) return null;
  const length = lengthOf(reader);
  return days.map((day) => ({ day: (day + Math.floor(start / 1440)) % 7, start: start % 1440, length }));
}

const dayNumber = (value: string | null, sunday: number) => (value !== null && /^\d$/.test(value) ? Number(value) - sunday : value);
const withoutSeconds = (value: string | null) => value?.replace(/^(\d\d:\d\d):\d\d$/, "$1") ?? null;

/** Returns minutes; null for zero or 24 hours, which servers fill in by default, and for lengths between 12 and 14 hours. "90" is minutes. */
function lengthOf(reader: Reader): number | null {
  const duration = withoutSeconds(reader.word("duration_time"));
  const length = duration !== null && /^\d{2,3}$/.test(duration) ? Number(duration) : minutesOf(duration, reader.repaired);
  return length !== null && length > 0 && (length <= 720 || (length >= 840 && length < 1440)) ? length : null;
}

/** Returns the language of a record, which is mostly the meeting's too. */
function recordLanguage(reader: Reader): string {
  return reader.word("lang_enum")?.toLowerCase().slice(0, 2) ?? "en";
}

/** Returns the formats of a record. A key that is in no table is reported, or shown if it consists of words. */
function formatsOf(table: FormatTable, record: Fields, reader: Reader): BmltFormat[] {
  // Not String(), which calls an object's own toString.
  const said = (value: unknown) => (typeof value === "string" || typeof value === "number" ? `${value}` : "");
  const list = (value: unknown) => (Array.isArray(value) ? value : said(value).split(",")).map((each) => said(each).trim());
  const ids = list(record["format_shared_id_list"] ?? record["formatIds"]).flatMap((id) => table.byId.get(id) ?? []);
  if (ids.length) return ids;
  const keys = list(record["formats"]).flatMap((key) => (/^[^\s<>]{1,20}$/.test(key) ? (privateText(key) ?? []) : []));
  return keys.flatMap((key) => {
    const known = formatByKey(table, key, recordLanguage(reader));
    if (known) return known;
    if (/\p{Ll}{3}/u.test(key)) return { id: null, key, worldId: "", name: key, language: "en" };
    reader.repaired("types", key);
    return [];
  });
}
