import { clockOf, inZone } from "../../places/wall-clock.ts";
import { isZone } from "../../places/zone.ts";
import type { Fields } from "../record.ts";

/**
 * Sets day and time in a record of AA's Online Intergroup, which gives the next occurrence in UTC ("nextEventUTC") and the time zone in which
 * the meeting is held: both are local to that zone. Also joins its codes, which are in several fields.
 */
export function withDayOfNextEvent(record: Fields): Fields {
  const { next_event: next, timezone, day, time, types, features, communities } = record;
  if (day !== undefined || time !== undefined || typeof next !== "string" || typeof timezone !== "string" || !isZone(timezone))
    return record;
  // Only a timestamp with a zone or offset is unambiguous.
  const at = /^\d{4}-\d\d-\d\dT[\d:.]{5,12}(?:Z|[+-]\d\d:?\d\d)$/.test(next) ? Date.parse(next) : Number.NaN;
  if (Number.isNaN(at)) return record;
  const there = inZone(at, timezone);
  const codes = [types, features, communities].flatMap((list) => (Array.isArray(list) ? list : []));
  return { ...record, day: there.day, time: clockOf(there.minutes), ...(codes.length > 0 && { types: [...new Set(codes)] }) };
}
