import { type Filter, parseFilter } from "../../search/filter.ts";
import { weekdays } from "../../meetings/save.ts";
import { distances, type From } from "../../meetings/search.ts";
import { inZone } from "../../meetings/schedule/wall-clock.ts";
import { type FoundPlace, findPlace } from "../../places/find.ts";
import { isZone, zoneAt } from "../../places/zone.ts";
import { fromPlace, usualDistance } from "./nearby.ts";
import type { Site } from "../../site/site.ts";

/** What was asked for, with all that the clock and the map say to it. */
export interface MeetingQuestion {
  filter: Filter;
  place: FoundPlace | null;
  from: From | null;
  /** The reader's zone: as said, else that of the place. */
  tz: string | null;
  now: number;
}

/** Reads a question from an address. "today" and "tomorrow" become days of the week by the reader's clock. */
export function meetingQuestion(site: Site, query: Readonly<Record<string, unknown>>): MeetingQuestion {
  const now = site.now();
  const asked = parseFilter(site.meetings, query);
  const place = asked.free["near"] ? findPlace(site.db, asked.free["near"]) : null;
  const said = asked.free["tz"];
  const tz = said && isZone(said) ? said : place && zoneAt(place.latitude, place.longitude);
  const filter = withDays(asked, now, tz ?? "America/Chicago");
  const miles = distances.find((distance) => String(distance) === asked.free["within"]) ?? usualDistance;
  return { filter, place, from: place && fromPlace(place, miles), tz, now };
}

function withDays(filter: Filter, now: number, zone: string): Filter {
  const days = filter.chosen["day"];
  if (!days) return filter;
  const today = inZone(now, zone).day;
  // A map, since a visitor may ask for the day "constructor".
  const named = new Map([
    ["today", weekdays[today]!],
    ["tomorrow", weekdays[(today + 1) % 7]!],
  ]);
  return { ...filter, chosen: { ...filter.chosen, day: [...new Set(days.map((day) => named.get(day) ?? day))] } };
}
