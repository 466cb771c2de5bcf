import { dateInZone, inZone } from "../../places/wall-clock.ts";
import { isZone } from "../../places/zone.ts";
import type { Fields } from "../record.ts";
import { type DatedEvent, foldEvents } from "./dated-events.ts";
import { daysOfRule, endOfRule } from "./recurrence.ts";

/** A center's own calendar (RFC 5545): events with a rule by which they recur, or on each of their dates. */

/** Whether a text is a calendar. */
export function isCalendar(text: string): boolean {
  return /^BEGIN:VCALENDAR(?:\s|$)/i.test(text);
}

interface Property {
  value: string;
  zone: string | null;
  isDate: boolean;
}

type Properties = ReadonlyMap<string, Property>;

const maxValue = 8000;

/** The meetings of a calendar. What is called off, or an exception of a series, is left out. */
export function calendarRecords(text: string): Fields[] {
  const { calendar, events } = componentsIn(text);
  const zone = calendar.get("X-WR-TIMEZONE")?.value ?? null;
  const written = events.map(dateWritten).reduce((last, date) => (date > last ? date : last), "");
  const kept = events.filter((event) => !isCancelled(event) && !event.has("RECURRENCE-ID"));
  const recurring = kept.filter((event) => event.has("RRULE"));
  const dated = kept.filter((event) => !event.has("RRULE"));
  const off = cancelledDates(events, zone);
  return [
    ...recurring.map((event) => recurringRecord(event, { zone, written, off })).filter((record) => record !== null),
    ...foldEvents(dated.flatMap((event) => datedEvent(event, zone) ?? [])),
  ];
}

/** The properties of the calendar itself and of each of its events; alarms and the like within them are left out. */
function componentsIn(text: string): { calendar: Properties; events: Properties[] } {
  const calendar = new Map<string, Property>();
  const events: Map<string, Property>[] = [];
  const open: string[] = [];
  // A long line goes on after a space.
  for (const line of text.replace(/\r?\n[ \t]/g, "").split(/\r?\n/)) {
    const [, name = "", parameters = "", value = ""] = line.slice(0, maxValue).match(/^([A-Za-z-]{1,40})((?:;[^:]{0,300})?):(.*)$/) ?? [];
    const key = name.toUpperCase();
    if (key === "BEGIN") {
      open.push(value.trim().toUpperCase());
      if (open.at(-1) === "VEVENT") events.push(new Map());
    } else if (key === "END") open.pop();
    else if (open.at(-1) === "VEVENT") addProperty(events.at(-1)!, key, propertyOf(parameters, value));
    else if (open.length === 1 && key !== "") calendar.set(key, propertyOf(parameters, value));
  }
  return { calendar, events };
}

/** Of properties that may come again the dates that are left out are wanted, all of them. */
function addProperty(event: Map<string, Property>, key: string, property: Property): void {
  const before = key === "EXDATE" ? event.get(key) : undefined;
  event.set(key, before ? { ...property, value: `${before.value},${property.value}`.slice(0, maxValue) } : property);
}

function propertyOf(parameters: string, value: string): Property {
  const zone = parameters.match(/;TZID="?([^";]{1,80})/i)?.[1] ?? null;
  return { value: unescaped(value), zone, isDate: /;VALUE=DATE(?!-)/i.test(parameters) };
}

function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, mark: string) => (mark.toLowerCase() === "n" ? "\n" : mark)).trim();
}

const isCancelled = (event: Properties) => event.get("STATUS")?.value.toUpperCase() === "CANCELLED";

/** The day on which an event was last written or exported: a rule that ended before it is over. */
function dateWritten(event: Properties): string {
  const [, ...date] = (event.get("DTSTAMP") ?? event.get("LAST-MODIFIED"))?.value.match(/^(\d{4})(\d\d)(\d\d)/) ?? [];
  return date.join("-");
}

/** The dates on which one event of a series is called off, by the series' UID. */
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

/** When an event begins, on the clock of its place; what is in universal time goes by the zone of the calendar. */
function startOf({ value, zone: own, isDate }: Property, ofCalendar: string | null): Start | null {
  const [, year, month, day, hour, minute, utc] = value.match(/^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d{0,2}(Z?))?$/) ?? [];
  if (year === undefined || Number.isNaN(Date.parse(`${year}-${month}-${day}T00:00:00Z`))) return null;
  const zone = own ?? ofCalendar;
  if (isDate || hour === undefined) return { date: `${year}-${month}-${day}`, time: null, zone };
  if (!utc || zone === null || !isZone(zone))
    return { date: `${year}-${month}-${day}`, time: `${hour}:${minute}`, zone: utc ? "UTC" : zone };
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
  return Number.isNaN(at) ? null : { date: dateInZone(at, zone), time: clock(inZone(at, zone).minutes), zone };
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** What is said of a calendar beside each of its events. */
interface Beside {
  zone: string | null;
  written: string;
  off: ReadonlyMap<string, readonly string[]>;
}

function recurringRecord(event: Properties, { zone, written, off }: Beside): Fields | null {
  const start = event.has("DTSTART") ? startOf(event.get("DTSTART")!, zone) : null;
  if (start === null) return null;
  const rule = event.get("RRULE")!.value;
  const [days, end] = [daysOfRule(rule, start.date), endOfRule(rule, start.date)];
  const fields = fieldsOf(event, start);
  if (end !== null && end < written) return { ...fields, one_date: `until ${end}` };
  if (start.time === null || days === null) return { ...fields, one_date: start.date };
  const left = [...datesIn(event.get("EXDATE"), zone), ...(off.get(event.get("UID")?.value ?? "") ?? [])];
  return { ...fields, day: days, time: start.time, ...withoutDates(fields, left, written) };
}

function datesIn(property: Property | undefined, zone: string | null): string[] {
  return property === undefined
    ? []
    : property.value.split(",").flatMap((value) => startOf({ ...property, value: value.trim() }, zone)?.date ?? []);
}

/** So many dates to come are named. */
const maxDates = 12;
const inWords = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });

/** The notes of a series that leaves out dates to come; nobody should drive to a door that is locked that day. */
function withoutDates({ notes }: Fields, dates: readonly string[], written: string): Fields {
  const coming = [...new Set(dates)]
    .filter((date) => date >= written)
    .sort()
    .slice(0, maxDates);
  if (coming.length === 0) return {};
  const off = `No meeting on ${coming.map((date) => inWords.format(Date.parse(date))).join("; ")}.`;
  return { notes: typeof notes === "string" ? `${notes}\n${off}` : off };
}

function datedEvent(event: Properties, zone: string | null): DatedEvent | null {
  const start = event.has("DTSTART") ? startOf(event.get("DTSTART")!, zone) : null;
  return start && { fields: fieldsOf(event, start), date: start.date, time: start.time };
}

function fieldsOf(event: Properties, { zone }: Start): Fields {
  const said = (name: string) => event.get(name)?.value || null;
  const where = said("LOCATION");
  const isLink = where !== null && /^https?:\/\/\S+$/i.test(where);
  // "Depot, 8 Rail St, Terry, MT": a building, unless the first part is a street.
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
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}

/** Minutes from its start to its end, or of its duration: "PT1H30M". */
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
