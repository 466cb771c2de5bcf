import { type Fields, isObject } from "../record.ts";
import { type DatedEvent, foldEvents } from "./dated-events.ts";

/** The Events Calendar, a WordPress plugin, at …/wp-json/tribe/events/v1/events: dated events, in pages. */

/** Returns the meetings of such a response; null if the value is not one. */
export function tribeRecordsIn(value: unknown): Fields[] | null {
  const events = isObject(value) ? value["events"] : null;
  if (!Array.isArray(events) || !events.some((event) => isObject(event) && "start_date" in event && "title" in event)) return null;
  return foldEvents(events.flatMap((event) => (isObject(event) ? (eventOf(event) ?? []) : [])));
}

function eventOf(event: Fields): DatedEvent | null {
  const { start_date: start, end_date: end, title, status } = event;
  const [from, to] = [wallTime(start), wallTime(end)];
  if (from === null || (typeof status === "string" && status !== "publish")) return null;
  const venue = isObject(event["venue"]) ? event["venue"] : {};
  const length = to === null ? 0 : Math.round((to.at - from.at) / 60_000);
  const fields = {
    name: title,
    duration: length > 0 && length < 1440 ? length : undefined,
    timezone: event["timezone"],
    location: venue["venue"],
    address: venue["address"],
    city: venue["city"],
    state: venue["state"] ?? venue["stateprovince"] ?? venue["province"],
    postal_code: venue["zip"],
    country: venue["country"],
    latitude: venue["geo_lat"],
    longitude: venue["geo_lng"],
    conference_url: event["virtual_url"],
    notes: event["description"],
    url: pageOf(event["url"]),
    updated: event["modified"],
  };
  const said = Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined && field !== "" && field !== null));
  return { fields: said, date: from.date, time: event["all_day"] === true ? null : from.time };
}

/** Returns the page of a series: the address without the date of one of its events at the end. */
function pageOf(url: unknown): unknown {
  return typeof url === "string" ? url.slice(0, 500).replace(/\/\d{4}-\d\d-\d\d\/?$/, "/") : url;
}

/** Parses "2026-12-07 18:00:00", in local time at the place. `at` is in milliseconds, as if in UTC. */
function wallTime(value: unknown): { date: string; time: string; at: number } | null {
  const [, date, time] = (typeof value === "string" && value.match(/^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(?::\d\d)?$/)) || [];
  const at = date === undefined ? Number.NaN : Date.parse(`${date}T${time}:00Z`);
  return Number.isNaN(at) ? null : { date: date!, time: time!, at };
}
