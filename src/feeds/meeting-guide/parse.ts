import { joinOf } from "../../meetings/join.ts";
import { privateText, Reader } from "../reader.ts";
import { type Draft, type FeedSource, type Fields, isObject, type ParsedRecord, refuseIfThrown } from "../record.ts";
import type { FoundRecords } from "../records/read.ts";
import { areasOf, groupName } from "../values/areas.ts";
import { readChange } from "../values/changes.ts";
import { closedDaysOf, goesOnline, readClosing, unlessInPerson } from "../values/closing.ts";
import type { Closing } from "../values/closing-clause.ts";
import { dayStamp } from "../values/day-stamp.ts";
import { type DayCount, dayCountOf } from "../values/days.ts";
import { withoutDaysOff } from "../values/days-off.ts";
import { flagOf } from "../values/flag.ts";
import { languagesIn, withLanguages } from "../values/languages.ts";
import { meetingName } from "../values/names.ts";
import { excerpt } from "../values/text.ts";
import { zoneInTexts, zoneInWords, zoneOf } from "../values/zone.ts";
import { idsOf } from "./ids.ts";
import { addressKnownOf, readGuidePlace, saysOnline } from "./place.ts";
import { scheduleOf } from "./schedule.ts";
import { codesOf, tableOf, typesOf } from "./type-codes.ts";
import { mayBeOnline, notesOf, statedJoinOf, waysToJoin } from "./ways-to-join.ts";

const known = { city: "city", state: "state", names: ["name", "group"] };

/**
 * Parses records of Meeting Guide JSON (github.com/code4recovery/spec). Reads only the fields named in this folder: contacts, authors, e-mail
 * addresses, members' numbers, edit links and ways to give money are left out.
 */
export function* parseMeetingGuide(source: FeedSource, { container, records }: FoundRecords): Iterable<ParsedRecord> {
  const sound: Fields[] = [];
  for (const [index, record] of records.entries()) {
    const reason = reasonToRefuse(record);
    if (reason === null && isObject(record)) sound.push(record);
    else yield { record: nameInReport(record, index), reason: reason ?? "not a record" };
  }
  const named = sound.values().map((record) => ({ day: record["day"], words: `${excerpt(record["name"])} ${excerpt(record["slug"])}` }));
  const count = dayCountOf(named);
  const { ids, repairs } = idsOf(sound);
  yield { draft: null, repairs };
  for (const [index, id] of ids.entries()) {
    const fields = sound[index]!;
    const options = { id, container, numbersAreText: container !== "json", known, gazetteer: source.gazetteer };
    const reader = new Reader(fields, options);
    yield refuseIfThrown(id, () => ({ draft: draftOf(source, id, count, reader), fields, repairs: reader.repairs }));
  }
}

function reasonToRefuse(record: unknown): string | null {
  if (!isObject(record)) return "not a record";
  for (const [field, value] of marks)
    if (record[field] !== undefined && flagOf(record[field]) === value) return value ? field : `not ${field}`;
  const { status } = record;
  if (typeof status === "string" && notPublic.test(status.trim())) return status.trim().toLowerCase();
  // Calendars also list parties, and series that have ended.
  const date = privateText(record["one_date"], 40);
  if (date !== null) return `it is no weekly or monthly meeting (${date})`;
  // Short fields first: one that is not empty is enough.
  const telling = ["time", "name", "times", "location", "formatted_address", "address", "city", "conference_url", "conference_phone"];
  return telling.some((field) => privateText(record[field]) !== null) ? null : "no name, no time and no place";
}

/** Fields, and what they say of a record that its list has taken out. */
const marks = Object.entries({ archived: true, deleted: true, hidden: true, unpublished: true, active: false, published: false });
const notPublic = /^(?:archived|deleted|draft|trash(?:ed)?|private|pending|removed|unpublished)$/i;

function nameInReport(record: unknown, index: number): string {
  const fields = isObject(record) ? record : {};
  return privateText(fields["slug"], 80) ?? privateText(fields["id"], 80) ?? `#${index + 1}`;
}

function draftOf(source: FeedSource, id: string, count: DayCount, reader: Reader): Draft {
  const { facts, unknown, ...types } = typesOf(tableOf(source), codesOf(reader.raw("types"), reader.repaired));
  if (unknown.length > 0) reader.repaired("types", unknown.join(", "));
  const place = readGuidePlace(reader, source);
  const name = meetingName(reader.text("name", 200), source, reader.repaired);
  const said = reader.text("group", 200);
  const [group, notes] = [groupName(said), notesOf(reader.text("notes"), reader.text("group_notes"))];
  const stated = statedJoinOf(reader.raw("attendance_option"));
  const saidOnline = stated !== "in-person" && saysOnline(reader);
  const searched = facts.online || saidOnline || mayBeOnline(stated) ? notes : null;
  const { online: room, phone, page, words: joinWords } = waysToJoin(reader, searched);
  const { occurrences, words, zone, doubt } = timesOf(reader, count, [name, notes, place.notes]);
  const online = unlessInPerson(room, place.street, [name, notes, place.notes]);
  const address = addressKnownOf(place, facts.online || room !== null || phone !== null);
  const [open, hasPlace] = [types.types.includes("open"), address === "street"];
  const isReachable = online !== null || phone !== null;
  const closing =
    readClosing({
      name,
      group,
      place: place.name,
      notes: [notes, place.notes, stateOf(reader, types.otherTypes, unknown)],
      open,
      hasPlace,
    }) ??
    doubt ??
    readChange([notes, place.notes], { place, occurrences });
  if (closing !== null && !facts.closedPlace) reader.repaired("join", closing.words);
  // A meeting with a way in is joined by that.
  const isOnline = !isReachable && saidOnline;
  const joinWhile = (closed: Closing | null) =>
    joinOf({
      ...facts,
      closedPlace: facts.closedPlace || closed?.kind === "shut",
      ended: closed?.kind === "ended",
      address,
      url: online !== null,
      phone: phone !== null,
      online: facts.online || isOnline || goesOnline(closed, [name, notes, place.notes]),
      stated,
      scheduled: occurrences.length > 0,
    });
  const closed = closedDaysOf(closing, joinWhile(closing));
  return {
    id: `${source.id}-${id}`,
    feed: source.id,
    program: source.program,
    name: [name, place.name, group, place.city].find((said) => said !== null) ?? id,
    group,
    occurrences,
    recordZone: zoneSaid(reader, place, zone) ?? zoneInTexts(textsOnZone(name, notes, { hasPlace, isReachable }), occurrences, place),
    join: joinWhile(closed === null ? closing : null),
    closed,
    place,
    online,
    phone,
    types: types.types,
    ...withLanguages(types, languagesIn(reader.raw("languages") ?? reader.raw("language"), source.vocabulary)),
    areas: areasOf(reader, said),
    notes: notesOf(...words, ...joinWords, notes),
    url: page,
    updated: updatedOf(reader),
  };
}

/**
 * Returns the texts that may name the clock. The list of a whole country has "Austin, TX - 8pm Eastern - Hybrid" at 8 pm; where one can only
 * go, the clock is that of the place.
 */
function textsOnZone(name: string | null, notes: string | null, { hasPlace, isReachable }: { hasPlace: boolean; isReachable: boolean }) {
  if (!hasPlace) return [name, notes];
  return isReachable ? [name] : [];
}

/** Returns what says whether it meets in fields that are not shown as notes: "Temporarily closed" as its status, or among its types. */
function stateOf(reader: Reader, otherTypes: readonly string[], unknown: readonly string[]): string | null {
  const status = reader.text("status", 100);
  if (otherTypes.length + unknown.length === 0) return status;
  return [...otherTypes, ...unknown, ...(status === null ? [] : [status])].join("; ");
}

/** Returns the zone that a record names in its own field, or beside its time. */
function zoneSaid(reader: Reader, { state }: Draft["place"], zone: string | null): string | null {
  return zoneOf(reader.raw("timezone"), state, reader.repaired) ?? (zone && zoneInWords(zone, state));
}

const updatedOf = (reader: Reader) => dayStamp(reader.raw("updated") ?? reader.raw("updatedAt") ?? reader.raw("updated_at"));

/** Returns the schedule, without the days that its texts exclude. */
function timesOf(reader: Reader, count: DayCount, texts: readonly (string | null)[]) {
  const schedule = scheduleOf(reader, count);
  const kept = withoutDaysOff(schedule.occurrences, texts);
  if (kept.occurrences.length < schedule.occurrences.length) reader.repaired("day", reader.raw("day"));
  return { ...schedule, ...kept };
}
