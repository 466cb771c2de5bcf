import type { Meeting } from "../meetings/meeting.ts";
import type { Point } from "../places/distance.ts";
import { zoneOfState } from "../places/states.ts";
import { isZone, zoneAt } from "../places/zone.ts";

interface Evidence {
  /** The time zone that the record itself names, if any. */
  record: string | null;
  /** The operator's time zone for the whole feed, if any. */
  feed: string | null;
  place: Meeting["place"];
  /** Center of the place's ZIP code or town, if known. */
  middle: Point | null;
}

/**
 * Returns the time zone of a meeting: the record's own, else that of its place, else the feed's. A place has the zone of its state if there
 * is only one, else that of its coordinates, or of the center of its town: the list of a whole state says "Central" and has meetings in El
 * Paso.
 */
export function decideZone({ record, feed, place, middle }: Evidence): Meeting["zone"] {
  if (record !== null && isZone(record)) return { name: record, from: "record" };
  const ofState = place.state && zoneOfState(place.state);
  if (ofState) return { name: ofState, from: "state" };
  const point = placeOf(place) ?? middle;
  const there = point && zoneAt(point.latitude, point.longitude);
  if (there) return { name: there, from: "coordinates" };
  return feed === null ? null : { name: feed, from: "feed" };
}

/** Returns the coordinates, unless they are only the center of a state or of the country, which lists give to online meetings. */
function placeOf({ point, approximate, city, zip }: Meeting["place"]): Point | null {
  return approximate && city === null && zip === null ? null : point;
}
