import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { Point } from "./distance.ts";
import { foldTown, plainWords } from "./town.ts";

/** The parts of an address that give its area. */
interface Area {
  zip: string | null;
  city: string | null;
  state: string | null;
  country?: string | null;
}

interface ZipRow extends Point {
  state: string;
}

/** Returns about where an address without coordinates is: the center of its ZIP code, else of its town; null if not known in its state. */
export function middleOf(db: Database, { zip, city, state, country = null }: Area): Point | null {
  // Five digits are a postal code in Berlin too.
  if (country !== null && country !== "US") return null;
  const ofZip = zip === null ? undefined : (statement(db, zipQuery).get(zip) as ZipRow | undefined);
  if (ofZip && (state === null || ofZip.state === state)) return { latitude: ofZip.latitude, longitude: ofZip.longitude };
  if (city === null || state === null) return null;
  const { latitude, longitude } = statement(db, townQuery).get(foldTown(plainWords(city)), state) as {
    [key in keyof Point]: number | null;
  };
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

/** Returns the state of a ZIP code; null if there is no such code. */
export function stateOfZip(db: Database, zip: string): string | null {
  return (statement(db, zipQuery).get(zip) as ZipRow | undefined)?.state ?? null;
}

const zipQuery = "SELECT state, latitude, longitude FROM places WHERE zip = ?";
const townQuery = "SELECT avg(latitude) AS latitude, avg(longitude) AS longitude FROM places WHERE folded = ? AND state = ?";
