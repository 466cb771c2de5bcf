import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import { findCounties } from "./county.ts";
import { readPlace, type TownQuery } from "./read-place.ts";
import { regionLabel, regionsNamed } from "./regions.ts";
import { foldTown, plainWords } from "./town.ts";

/** A place that somebody may be near. */
export interface FoundPlace {
  /** Null for a whole town, county or region. */
  zip: string | null;
  /** The town, county or region. */
  city: string;
  state: string;
  /** Center of the ZIP code; for a town, the mean of its ZIP codes. */
  latitude: number;
  longitude: number;
  /** As on an envelope: "Bigfork, MT 59911" or "Bigfork, MT"; typing it finds the same place. */
  label: string;
}

type PlaceRow = Omit<FoundPlace, "label">;

/** Returns the place meant by a ZIP code, or by a town, county or region with its state, or without if no other has its name; else null. */
export function findPlace(db: Database, near: string): FoundPlace | null {
  const { digits, towns } = readPlace(near);
  const byZip = digits?.length === 5 ? findZip(db, digits) : null;
  if (byZip) return byZip;
  for (const find of [findTowns, findCountiesAsPlaces, findRegions]) {
    for (const asked of towns) {
      const [found, another] = find(db, asked);
      if (found && !another) return found;
    }
  }
  return null;
}

/** Returns the counties of that name, if the word county was typed. */
export function findCountiesAsPlaces(db: Database, asked: TownQuery): FoundPlace[] {
  return findCounties(db, asked).map(({ name, ...where }) => labelled({ zip: null, city: name, ...where }));
}

/** Returns the regions of that name that have a central town, located at that town. */
function findRegions(db: Database, { town, state }: TownQuery): FoundPlace[] {
  return regionsNamed(town, state ? [state] : []).flatMap((region) => {
    const middle = region.around === null ? null : findPlace(db, region.around);
    return middle ? [{ ...middle, zip: null, city: region.name, label: regionLabel(region) }] : [];
  });
}

/** Returns the place that is meant; if several towns have the name, at most `max` of them, those with the most ZIP codes first. */
export function findPlaces(db: Database, near: string, max: number): FoundPlace[] {
  const one = findPlace(db, near);
  if (one) return [one];
  return readPlace(near)
    .towns.flatMap((asked) => findTowns(db, asked))
    .slice(0, max);
}

/** Returns the place of a ZIP code of five digits; null if there is none. */
export function findZip(db: Database, zip: string): FoundPlace | null {
  const row = statement(db, "SELECT zip, city, state, latitude, longitude FROM places WHERE zip = ?").get(zip) as PlaceRow | undefined;
  return row ? labelled(row) : null;
}

/** Whether a town is called by this one word. */
export function isTown(db: Database, word: string): boolean {
  return statement(db, "SELECT 1 FROM places WHERE folded = ? LIMIT 1").get(foldTown(plainWords(word))) !== undefined;
}

/** Returns the towns of that name, in the state or in all. Of several spellings the first in the alphabet is shown: "Fort", not "Ft". */
export function findTowns(db: Database, { town, state }: TownQuery): FoundPlace[] {
  const rows = statement(
    db,
    `SELECT NULL AS zip, min(city) AS city, state, avg(latitude) AS latitude, avg(longitude) AS longitude FROM places
     WHERE folded = :town AND (:state IS NULL OR state = :state) GROUP BY state ORDER BY count(*) DESC, state`,
  ).all({ town, state }) as PlaceRow[];
  return rows.map(labelled);
}

function labelled(row: PlaceRow): FoundPlace {
  return { ...row, label: `${row.city}, ${row.state}${row.zip ? ` ${row.zip}` : ""}` };
}
