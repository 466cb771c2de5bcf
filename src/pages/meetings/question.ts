import { radii } from "../../meetings/facets.ts";
import { weekdays } from "../../meetings/meeting.ts";
import type { OpenMeetings } from "../../meetings/open.ts";
import { restOfNight } from "../../meetings/schedule/in-time.ts";
import type { MeetingSearch } from "../../meetings/search.ts";
import { type FoundPlace, findPlace } from "../../places/find.ts";
import { stateAskedFor } from "../../places/read-place.ts";
import { usualZoneOfState } from "../../places/states.ts";
import { inZone } from "../../places/wall-clock.ts";
import { zoneAt } from "../../places/zone.ts";
import { choose, type Filter, parseFilter } from "../../search/filter.ts";
import type { Context } from "../../site/site.ts";
import { reachFrom, usualRadius } from "./nearby.ts";

/** A search of meetings as read from an address. */
export interface MeetingQuestion extends MeetingSearch {
  place: FoundPlace | null;
  /** The reader's time zone: the one they chose, otherwise that of the place. */
  tz: string | null;
}

/** Time zone if neither the reader's nor a state's is known: the middle of the country, at most two hours off in the other contiguous states. */
const unknownReaderZone = "America/Chicago";

/**
 * Reads a question from an address. "today" and "tomorrow" become days of the week by the reader's clock; "today" leaves out what is over or
 * too far away by now. Its evening and night together become "tonight", which ends at five in the morning.
 */
export function meetingQuestion({ db, meetings, now }: Context, query: Readonly<Record<string, unknown>>): MeetingQuestion {
  const asked = withStateOfNear(meetings, parseFilter(meetings, query));
  const { near, tz: given, within } = asked.parameters;
  const place = near ? findPlace(db, near) : null;
  const tz = given ?? (place && zoneAt(place.latitude, place.longitude));
  const zone = tz ?? zoneOfChosenState(asked) ?? unknownReaderZone;
  const filter = withDays(meetings, asTonight(asked), now, zone);
  const miles = radii.find((radius) => String(radius) === within) ?? usualRadius;
  const night = filter.parameters["after"] === "tonight" ? restOfNight(now, inZone(now, zone).minutes) : null;
  return { filter, place, from: place && reachFrom(place, miles), tz, night };
}

function zoneOfChosenState({ chosen }: Filter): string | null {
  const [state, another] = chosen["state"] ?? [];
  return state === undefined || another !== undefined ? null : usualZoneOfState(state);
}

/** Turns "today" in the evening and at night into "tonight", because after midnight it is another day of the week. */
function asTonight(filter: Filter): Filter {
  const { day, time, ...chosen } = filter.chosen;
  if (day?.join() !== "today" || time?.toSorted().join() !== "evening,night") return filter;
  return { ...filter, chosen, parameters: { ...filter.parameters, after: "tonight" } };
}

/** Turns a whole state into a filter: it is too large for a search nearby. */
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
  // A map, because a visitor may ask for the day "constructor".
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
