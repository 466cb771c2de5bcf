import { radii } from "../../meetings/facets.ts";
import { weekdays } from "../../meetings/meeting.ts";
import type { OpenMeetings } from "../../meetings/open.ts";
import { restOfNight, type TimeSpan } from "../../meetings/schedule/in-time.ts";
import { type FoundPlace, findPlace } from "../../places/find.ts";
import { stateAskedFor } from "../../places/read-place.ts";
import { inZone } from "../../places/wall-clock.ts";
import type { Reach } from "../../places/within-miles.ts";
import { zoneAt } from "../../places/zone.ts";
import { choose, type Filter, parseFilter } from "../../search/filter.ts";
import type { Context } from "../../site/site.ts";
import { reachFrom, usualRadius } from "./nearby.ts";

/** A filter over meetings, with what the clock and the map say to it. */
export interface MeetingQuestion {
  filter: Filter;
  place: FoundPlace | null;
  from: Reach | null;
  /** The reader's zone: the one they chose, else that of the place. */
  tz: string | null;
  /** What is left of tonight, where only that is asked for. */
  night: TimeSpan | null;
}

/** Whose days count for a reader whose zone nobody knows: the middle of the country is at most two hours wrong in the other states. */
const unknownReaderZone = "America/Chicago";

/**
 * Reads a question from an address. "today" and "tomorrow" become days of the week by the reader's clock; "today" leaves out what is over
 * or too far away by now, and its evening and night together are "tonight", which ends at five in the morning.
 */
export function meetingQuestion({ db, meetings, now }: Context, query: Readonly<Record<string, unknown>>): MeetingQuestion {
  const asked = withStateOfNear(meetings, parseFilter(meetings, query));
  const { near, tz: given, within } = asked.parameters;
  const place = near ? findPlace(db, near) : null;
  const tz = given ?? (place && zoneAt(place.latitude, place.longitude));
  const zone = tz ?? unknownReaderZone;
  const filter = withDays(meetings, asTonight(asked), now, zone);
  const miles = radii.find((radius) => String(radius) === within) ?? usualRadius;
  const night = filter.parameters["after"] === "tonight" ? restOfNight(now, inZone(now, zone).minutes) : null;
  return { filter, place, from: place && reachFrom(place, miles), tz, night };
}

/** "Today" in the evening and at night is one thing to ask for: after midnight the day of the week is another. */
function asTonight(filter: Filter): Filter {
  const { day, time, ...chosen } = filter.chosen;
  if (day?.join() !== "today" || time?.toSorted().join() !== "evening,night") return filter;
  return { ...filter, chosen, parameters: { ...filter.parameters, after: "tonight" } };
}

/** A whole state is too large to be near to: it is chosen instead. */
function withStateOfNear(meetings: OpenMeetings, filter: Filter): Filter {
  const { near, within: _, ...parameters } = filter.parameters;
  const state = near === undefined ? null : stateAskedFor(near);
  const isFiled = meetings.facets.some(({ name, values }) => name === "state" && values.some(({ id }) => id === state));
  return state !== null && isFiled ? choose(meetings, { ...filter, parameters }, "state", [state]) : filter;
}

function withDays(meetings: OpenMeetings, filter: Filter, now: number, zone: string): Filter {
  const days = filter.chosen["day"];
  if (!days) return filter;
  const today = inZone(now, zone).day;
  // A map, since a visitor may ask for the day "constructor".
  const named = new Map([
    ["today", weekdays[today]!],
    ["tomorrow", weekdays[(today + 1) % 7]!],
  ]);
  const parameters = days.includes("today") ? { ...filter.parameters, after: "now" } : filter.parameters;
  return choose(
    meetings,
    { ...filter, parameters },
    "day",
    days.map((day) => named.get(day) ?? day),
  );
}
