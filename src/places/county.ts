import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { TownQuery } from "./read-place.ts";
import { foldTown, plainWords } from "./town.ts";

/** Suffixes that GeoNames adds to the names of some counties. */
const kind = / (?:County|Parish|Borough|Municipality|Census Area|\(CA\)|\(city\))$/;

/** The state in which each of these words means a county. */
const onlyIn: Readonly<Record<string, string>> = { parish: "LA", borough: "AK" };

/** A county, at the mean of its ZIP codes. */
interface County {
  /** "Flathead County". */
  name: string;
  state: string;
  latitude: number;
  longitude: number;
}

/** Returns the counties of that name, in the state or in all; none unless the word county, parish or borough was typed. */
export function findCounties(db: Database, { town, state }: TownQuery): County[] {
  const typed = /(county|parish|borough)$/.exec(town)?.[0];
  if (typed === undefined) return [];
  const counties = statement(
    db,
    `SELECT name, state, latitude, longitude FROM counties
     WHERE folded = :asked AND (:state IS NULL OR state = :state) ORDER BY name, state`,
  ).all({ asked: town.slice(0, -typed.length), state }) as County[];
  return counties
    .filter((county) => (onlyIn[typed] ?? county.state) === county.state)
    .map((county) => ({ ...county, name: `${county.name} ${typed.charAt(0).toUpperCase()}${typed.slice(1)}` }));
}

/** Rebuilds the table of counties from the places. Call it in the transaction that fills them. */
export function saveCounties(db: Database): void {
  const grouped = db.prepare<[], County>(
    `SELECT county AS name, state, avg(latitude) AS latitude, avg(longitude) AS longitude FROM places
     WHERE county IS NOT NULL GROUP BY county, state`,
  );
  const insert = db.prepare(
    "INSERT INTO counties (folded, state, name, latitude, longitude) VALUES (:folded, :state, :name, :latitude, :longitude)",
  );
  const counties = grouped.all().map((county) => ({ ...county, name: county.name.replace(kind, "") }));
  db.prepare("DELETE FROM counties").run();
  for (const county of counties) insert.run({ ...county, folded: foldTown(plainWords(county.name)) });
}

/** Returns the county of most of a town's ZIP codes, as GeoNames calls it; null if the state has no such town. */
export function countyOf(db: Database, city: string, state: string): string | null {
  const county = db
    .prepare<[string, string], string>(
      "SELECT county FROM places WHERE folded = ? AND state = ? AND county IS NOT NULL GROUP BY county ORDER BY count(*) DESC, county LIMIT 1",
    )
    .pluck()
    .get(foldTown(plainWords(city)), state);
  return county ?? null;
}
