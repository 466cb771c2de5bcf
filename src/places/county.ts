import type { Database } from "../database/open.ts";
import type { TownQuery } from "./read-place.ts";
import { foldTown, plainWords } from "./town.ts";

/** What GeoNames adds to the names of some counties. */
const kind = / (?:County|Parish|Borough|Municipality|Census Area|\(CA\)|\(city\))$/;

/** The states in which these words mean a county. */
const onlyIn: Readonly<Record<string, string>> = { parish: "LA", borough: "AK" };

/** A county with the mean of its ZIP codes. */
interface County {
  /** "Flathead County". */
  name: string;
  state: string;
  latitude: number;
  longitude: number;
}

/** The counties of that name, in the state or in all of them; none where the word county, parish or borough was not typed. */
export function findCounties(db: Database, { town, state }: TownQuery): County[] {
  const typed = /(county|parish|borough)$/.exec(town)?.[0];
  if (typed === undefined) return [];
  const counties = db
    .prepare<{ state: string | null }, County>(
      `SELECT county AS name, state, avg(latitude) AS latitude, avg(longitude) AS longitude FROM places
       WHERE county IS NOT NULL AND (:state IS NULL OR state = :state) GROUP BY county, state`,
    )
    .all({ state });
  const asked = town.slice(0, -typed.length);
  return counties
    .map((county) => ({ ...county, name: county.name.replace(kind, "") }))
    .filter((county) => foldTown(plainWords(county.name)) === asked && (onlyIn[typed] ?? county.state) === county.state)
    .map((county) => ({ ...county, name: `${county.name} ${typed.charAt(0).toUpperCase()}${typed.slice(1)}` }));
}

/** The county of a town: that of most of its ZIP codes, as GeoNames calls it; null where the state has no such town. */
export function countyOf(db: Database, city: string, state: string): string | null {
  const county = db
    .prepare<[string, string], string>(
      "SELECT county FROM places WHERE folded = ? AND state = ? AND county IS NOT NULL GROUP BY county ORDER BY count(*) DESC, county LIMIT 1",
    )
    .pluck()
    .get(foldTown(plainWords(city)), state);
  return county ?? null;
}
