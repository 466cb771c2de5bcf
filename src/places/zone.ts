import lookUp from "@photostructure/tz-lookup";
import { isOnEarth } from "./distance.ts";
import { canBeIn } from "./state-boxes.ts";
import { zoneOfState } from "./states.ts";

/** Returns the IANA time zone of a point, from a map; null at sea, where zones have no daylight saving time, and off the earth. */
export function zoneAt(latitude: number, longitude: number): string | null {
  if (!isOnEarth({ latitude, longitude })) return null;
  // The map assigns it to independent Samoa, where it is already tomorrow.
  if (canBeIn("AS", { latitude, longitude })) return zoneOfState("AS");
  const zone = lookUp(latitude, longitude);
  return zone.startsWith("Etc/") ? null : zone;
}

/** Canonical names of the requested zones, by lower-case name: there are some six hundred, however they are spelled. */
const canonicalNames = new Map<string, string>();

/** Returns the canonical name of a time zone in any spelling: "US/mountain" is "America/Denver". Null if there is none: "Mountain", "-07:00". */
export function canonicalZone(name: string): string | null {
  if (!/^[A-Za-z][\w+\-/]{0,60}$/.test(name)) return null;
  const known = canonicalNames.get(name.toLowerCase());
  if (known !== undefined) return known;
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
    canonicalNames.set(name.toLowerCase(), timeZone);
    return timeZone;
  } catch {
    return null;
  }
}

/** Whether this is the name of a time zone, in any spelling. */
export function isZone(name: string): boolean {
  return canonicalZone(name) !== null;
}
