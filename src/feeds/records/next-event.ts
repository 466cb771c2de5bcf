import { inZone } from "../../places/wall-clock.ts";
import { isZone } from "../../places/zone.ts";
import type { Fields } from "../record.ts";

/**
 * The list of the Online Intergroup of AA says when a meeting is next in universal time ("nextEventUTC"), and in which zone it is held:
 * its day and time are those on the clock there. Its codes are in several fields.
 */
export function withDayOfNextEvent(record: Fields): Fields {
  const { next_event: next, timezone, day, time, types, features, communities } = record;
  if (day !== undefined || time !== undefined || typeof next !== "string" || typeof timezone !== "string" || !isZone(timezone))
    return record;
  // Only a time that names its zone is one moment everywhere.
  const at = /^\d{4}-\d\d-\d\dT[\d:.]{5,12}(?:Z|[+-]\d\d:?\d\d)$/.test(next) ? Date.parse(next) : Number.NaN;
  if (Number.isNaN(at)) return record;
  const there = inZone(at, timezone);
  const codes = [types, features, communities].flatMap((list) => (Array.isArray(list) ? list : []));
  return { ...record, day: there.day, time: clock(there.minutes), ...(codes.length > 0 && { types: [...new Set(codes)] }) };
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
