import lookUp from "@photostructure/tz-lookup";
import { isOnEarth } from "./distance.ts";
import { canBeIn } from "./state-boxes.ts";
import { zoneOfState } from "./states.ts";

/** The IANA time zone of a point, from a map of them; null at sea, where zones know no daylight saving time, and off the earth. */
export function zoneAt(latitude: number, longitude: number): string | null {
  if (!isOnEarth({ latitude, longitude })) return null;
  // The map puts it in independent Samoa, where it is already tomorrow.
  if (canBeIn("AS", { latitude, longitude })) return zoneOfState("AS");
  const zone = lookUp(latitude, longitude);
  return zone.startsWith("Etc/") ? null : zone;
}

/** Whether this is the name of a time zone: "America/Denver", but neither "Mountain" nor "-07:00". */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
