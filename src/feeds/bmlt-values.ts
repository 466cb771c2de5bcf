import { facetValue, facetValues } from "../facets/vocabulary.ts";
import type { Place } from "../meetings/meeting.ts";

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** 0 is Sunday. `first` is the number that the server gives Sunday: 1 in search results, 0 in the newer API. */
export function weekdayOf(value: string | null, first: 0 | 1): number | null {
  if (value === null) return null;
  if (/^\d$/.test(value)) return weekdays[Number(value) - first] ? Number(value) - first : null;
  const named = weekdays.findIndex((day) => value.length > 2 && day.startsWith(value.toLowerCase()));
  return named === -1 ? null : named;
}

/** Minutes of "19:00:00", "19:00" or "7:00 PM"; null where there are none, or more than a day's. */
export function startOf(value: string | null): number | null {
  const [, hours, minutes, half] = value?.match(/^(\d{1,2}):(\d\d)(?::\d\d)?(?: ?([ap])\.?m\.?)?$/i) ?? [];
  if (!hours || Number(minutes) > 59 || (half && !(Number(hours) >= 1 && Number(hours) <= 12))) return null;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0) : Number(hours);
  return hour < 24 ? hour * 60 + Number(minutes) : null;
}

/** The first web address in a text. One with a name and a password in it opens somebody's account, so it is no way in. */
export function urlOf(value: string | null): string | null {
  const written = value?.replaceAll("&amp;", "&").match(/https?:\/\/[^\s<>"]+|^[\w-]+(\.[\w-]+)+\/[^\s<>"]*/i)?.[0];
  const address = written && (/^https?:/i.test(written) ? written : `https://${written}`);
  if (!address || !URL.canParse(address)) return null;
  const { username, password, href, hostname } = new URL(address);
  return username || password || !hostname.includes(".") ? null : href;
}

/** A number and what stands around it: "+1 555 010 0199, code 123#". */
export function phoneOf(value: string | null): { number: string; notes: string | null } | null {
  const found = value?.match(/\+?\(?\d[\d().\-\s]{5,20}\d/);
  if (!value || !found) return null;
  const around = [value.slice(0, found.index), value.slice(found.index! + found[0].length)];
  const notes = around.map((words) => words.replace(/^[\s,;:]+|[\s,;:]+$/g, "")).filter(Boolean);
  return { number: found[0], notes: notes.join(", ") || null };
}

/** A zone that the clock of this house knows; "EST5" or an offset is none. */
export function zoneOf(value: string | null): string | null {
  if (!value || !/^[A-Z][A-Za-z_]+(\/[A-Za-z_\-0-9+]+)+$/.test(value)) return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone && value;
  } catch {
    return null;
  }
}

/** Null off the globe, and at 0,0, where servers put what they cannot find. */
export function pointOf(latitude: string | null, longitude: string | null): Place["point"] {
  const point = { latitude: Number(latitude ?? Number.NaN), longitude: Number(longitude ?? Number.NaN) };
  const onGlobe = Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180;
  return onGlobe && (point.latitude || point.longitude) ? point : null;
}

/** The two letters of a state, from them or from its name; null where it is none. */
export function stateOf(value: string | null): string | null {
  const words = (value ?? "").replace(/^[\s.,]+|[\s.,]+$/g, "");
  if (facetValue("state", words.toUpperCase())) return words.toUpperCase();
  return facetValues("state").find(({ label }) => label.en.toLowerCase() === words.toLowerCase())?.id ?? null;
}
