import { clockOf, dateInZone, inZone, msPerDay } from "../../places/wall-clock.ts";
import { isZone } from "../../places/zone.ts";
import type { Fields } from "../record.ts";
import { componentsIn, type Properties, type Property } from "./calendar-components.ts";
import { type DatedEvent, foldEvents, sayDates, scheduleOfDates, weekdayName, withNote } from "./dated-events.ts";
import { daysKept, daysOfRule, endOfRule } from "./recurrence.ts";

/** Reads a center's own calendar (RFC 5545): events with a recurrence rule, or one event for each date. */

/** Whether a text is a calendar. */
export function isCalendar(text: string): boolean {
  return /^BEGIN:VCALENDAR(?:\s|$)/i.test(text);
}

/** Returns the meetings of a calendar, without canceled events and overrides of single occurrences. */
export function calendarRecords(text: string): Fields[] {
  const { calendar, events } = componentsIn(text);
  const zone = calendar.get("X-WR-TIMEZONE")?.value ?? null;
  const written = events.map(dateWritten).reduce((last, date) => (date > last ? date : last), "");
  const kept = events.filter((event) => !isCancelled(event) && !event.has("RECURRENCE-ID"));
  const recurring = kept.filter((event) => event.has("RRULE"));
  const dated = kept.filter((event) => !event.has("RRULE"));
  const off = cancelledDates(events, zone);
  return [
    ...recurring.flatMap((event) => recurringRecords(event, { zone, written, off })),
    ...foldEvents(dated.flatMap((event) => datedEvent(event, zone) ?? [])),
  ];
}

const isCancelled = (event: Properties) => event.get("STATUS")?.value.toUpperCase() === "CANCELLED";

/** Returns the date on which an event was last written or exported, "" if unknown: a rule that ended before it is over. */
function dateWritten(event: Properties): string {
  const [, ...date] = (event.get("DTSTAMP") ?? event.get("LAST-MODIFIED"))?.value.match(/^(\d{4})(\d\d)(\d\d)/) ?? [];
  return date.join("-");
}

/** Returns the dates on which single occurrences are canceled, by the UID of their series. */
function cancelledDates(events: readonly Properties[], zone: string | null): ReadonlyMap<string, readonly string[]> {
  const dates = new Map<string, string[]>();
  for (const event of events) {
    const [id, uid] = [event.get("RECURRENCE-ID"), event.get("UID")?.value];
    const date = id !== undefined && isCancelled(event) ? startOf(id, zone)?.date : undefined;
    if (date === undefined || uid === undefined) continue;
    const known = dates.get(uid);
    if (known) known.push(date);
    else dates.set(uid, [date]);
  }
  return dates;
}

interface Start {
  date: string;
  time: string | null;
  zone: string | null;
}

/** Returns when an event begins, in local time at its place. UTC is converted to the time zone of the calendar. */
function startOf({ value, zone: own, isDate }: Property, ofCalendar: string | null): Start | null {
  const [, year, month, day, hour, minute, utc] = value.match(/^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d{0,2}(Z?))?$/) ?? [];
  if (year === undefined || Number.isNaN(Date.parse(`${year}-${month}-${day}T00:00:00Z`))) return null;
  const zone = own ?? ofCalendar;
  if (isDate || hour === undefined) return { date: `${year}-${month}-${day}`, time: null, zone };
  if (!utc || zone === null || !isZone(zone))
    return { date: `${year}-${month}-${day}`, time: `${hour}:${minute}`, zone: utc ? "UTC" : zone };
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
  return Number.isNaN(at) ? null : { date: dateInZone(at, zone), time: clockOf(inZone(at, zone).minutes), zone };
}

/** Data of a calendar that applies to each of its events. */
interface Beside {
  zone: string | null;
  written: string;
  off: ReadonlyMap<string, readonly string[]>;
}

function recurringRecords(event: Properties, { zone, written, off }: Beside): Fields[] {
  const start = event.has("DTSTART") ? startOf(event.get("DTSTART")!, zone) : null;
  if (start === null) return [];
  const rule = event.get("RRULE")!.value;
  const first = event.get("DTSTART")!.value.replace(/^(\d{4})(\d\d)(\d\d).*$/, "$1-$2-$3");
  const [days, end] = [daysOfRule(rule, start.date, first), endOfRule(rule, start.date)];
  const fields = withFirst(fieldsOf(event, start), start.date, written);
  if (end !== null && end < written) return [{ ...fields, one_date: `until ${end}` }];
  if (start.time === null || days === null) return [{ ...fields, one_date: start.date }];
  const left = new Set([...datesIn(event.get("EXDATE"), zone), ...(off.get(event.get("UID")?.value ?? "") ?? [])]);
  const kept = left.size === 0 ? null : daysKept({ days, start: start.date, written, end }, left);
  const weekly = kept === null ? days : kept.most;
  const skipped = [...left].filter((date) => kept === null || weekly.includes(weekdayName(date)));
  return [
    ...(weekly === "" ? [] : [{ ...fields, day: weekly, time: start.time, ...withoutDates(fields, skipped, written) }]),
    ...(kept?.few ?? []).filter((dates) => dates.length > 0 || weekly === "").map((dates) => ofDates(fields, dates, start.time)),
  ];
}

/** Adds the first date to the notes of a series that begins more than a week after its calendar was written. */
function withFirst(fields: Fields, first: string, written: string): Fields {
  const isLater = written !== "" && Date.parse(first) - Date.parse(written) > 7 * msPerDay;
  return isLater ? { ...fields, notes: withNote(fields["notes"], `First meeting on ${sayDates([first])}.`) } : fields;
}

/** Builds the record for a weekday of a series with only some dates left. */
function ofDates(fields: Fields, dates: readonly string[], time: string | null): Fields {
  const [first] = dates;
  if (first === undefined) return { ...fields, one_date: "all its dates are called off" };
  const id = fields["id"] === undefined ? {} : { id: `${fields["id"]} ${weekdayName(first)}` };
  return { ...fields, ...id, ...scheduleOfDates(fields, dates, time, true) };
}

function datesIn(property: Property | undefined, zone: string | null): string[] {
  return property === undefined
    ? []
    : property.value.split(",").flatMap((value) => startOf({ ...property, value: value.trim() }, zone)?.date ?? []);
}

/** Adds the skipped dates to come to the notes of a series, so that nobody drives to a door that is locked that day. */
function withoutDates({ notes }: Fields, dates: readonly string[], written: string): Fields {
  const coming = dates.filter((date) => date >= written).sort();
  return coming.length === 0 ? {} : { notes: withNote(notes, `No meeting on ${sayDates(coming)}.`) };
}

function datedEvent(event: Properties, zone: string | null): DatedEvent | null {
  const start = event.has("DTSTART") ? startOf(event.get("DTSTART")!, zone) : null;
  return start && { fields: fieldsOf(event, start), date: start.date, time: start.time };
}

function fieldsOf(event: Properties, { zone }: Start): Fields {
  const said = (name: string) => event.get(name)?.value || null;
  const where = said("LOCATION");
  const isLink = where !== null && /^https?:\/\/\S+$/i.test(where);
  // "Depot, 8 Rail St, Terry, MT": the first part is the building, unless it is a street.
  const [, building, address] = where?.match(/^([^,\d][^,]{0,100}),\s*(\d.*)$/s) ?? [];
  const fields = {
    id: event.has("RRULE") ? said("UID") : null,
    name: said("SUMMARY"),
    duration: lengthOf(event),
    timezone: zone,
    location: building,
    formatted_address: isLink ? null : (address ?? where),
    conference_url: isLink ? where : null,
    notes: said("DESCRIPTION"),
    url: said("URL"),
    updated: said("LAST-MODIFIED")?.replace(/^(\d{4})(\d\d)(\d\d)T.*$/, "$1-$2-$3"),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}

/** Returns the length in minutes, from DURATION ("PT1H30M") or from start to end; null if unknown, or a day or longer. */
function lengthOf(event: Properties): number | null {
  const [, hours = 0, minutes = 0] = event.get("DURATION")?.value.match(/^PT(?:(\d{1,2})H)?(?:(\d{1,3})M)?$/) ?? [];
  const [start, end] = ["DTSTART", "DTEND"].map((name) => momentOf(event.get(name)?.value));
  const length = Number(hours) * 60 + Number(minutes) || (start && end ? (end - start) / 60_000 : 0);
  return length > 0 && length < 1440 ? length : null;
}

function momentOf(value = ""): number | null {
  const [, date, hour, minute] = value.match(/^(\d{8})T(\d\d)(\d\d)/) ?? [];
  return date === undefined ? null : Date.parse(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T${hour}:${minute}:00Z`) || null;
}
