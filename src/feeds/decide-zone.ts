import type { Meeting } from "../meetings/meeting.ts";
import { zoneOfState } from "../places/states.ts";
import { isZone, zoneAt } from "../places/zone.ts";

interface Evidence {
  /** The zone that the record itself names, if any. */
  record: string | null;
  /** The operator's zone for the whole feed, if any. */
  feed: string | null;
  place: Meeting["place"];
}

/** The time zone of a meeting: the record's own, else the feed's, else its state's where that has only one, else that of its point on the map. */
export function decideZone({ record, feed, place: { point, state } }: Evidence): Meeting["zone"] {
  if (record !== null && isZone(record)) return { name: record, from: "record" };
  if (feed !== null) return { name: feed, from: "feed" };
  const ofState = state && zoneOfState(state);
  if (ofState) return { name: ofState, from: "state" };
  const there = point && zoneAt(point.latitude, point.longitude);
  return there ? { name: there, from: "coordinates" } : null;
}
