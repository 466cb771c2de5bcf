import { foldTown, plainWords } from "./town.ts";

/**
 * Builds the file that the database is filled from, out of GeoNames' `US.txt` (download.geonames.org/export/zip, CC BY 4.0): one line per ZIP
 * code with the columns of the table `places`, separated by tabs. Omits military post and entries without a town, state or point.
 */
export function placesFrom(geonames: string): string {
  const byZip = new Map<string, string>();
  const folded = new Map<string, string>();
  for (const line of geonames.split("\n")) {
    const [, zip = "", city = "", , state = "", county = "", , , , latitude = "", longitude = ""] = line.split("\t");
    if (!/^\d{5}$/.test(zip) || !/^[A-Z]{2}$/.test(state) || !city || !isDegrees(latitude) || !isDegrees(longitude)) continue;
    if (byZip.has(zip)) continue;
    if (!folded.has(city)) folded.set(city, foldTown(plainWords(city)));
    byZip.set(zip, [zip, city, folded.get(city), state, county, rounded(latitude), rounded(longitude)].join("\t"));
  }
  return [...byZip.values()].sort().join("\n");
}

const isDegrees = (text: string) => text.trim() !== "" && Number.isFinite(Number(text));

/** Rounds to four decimals: 11 yards. */
const rounded = (degrees: string) => String(Math.round(Number(degrees) * 1e4) / 1e4);
