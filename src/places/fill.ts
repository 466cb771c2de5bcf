import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { Database } from "../database/open.ts";
import { isFilledFrom, rememberSource } from "../database/sources.ts";
import { root } from "../root.ts";
import { saveCounties } from "./county.ts";

/** Every ZIP code, as `npm run build` writes it. */
export const placesFile = new URL("dist/places.txt", root);

/** Fills the places from the built file. Returns false if there is nothing to do: they are from this file already, or it was never built. */
export function fillPlaces(db: Database, file: URL = placesFile): boolean {
  return existsSync(file) && savePlaces(db, readFileSync(file));
}

/** Replaces all places by these lines (see geonames.ts), with their towns and counties, in a transaction. False, without work, if unchanged. */
export function savePlaces(db: Database, lines: string | Buffer): boolean {
  const digest = createHash("sha1").update(lines).digest("base64url");
  if (isFilledFrom(db, "places", digest)) return false;
  db.transaction(() => {
    db.prepare("DELETE FROM places").run();
    const insert = db.prepare("INSERT INTO places (zip, city, folded, state, county, latitude, longitude) VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (const line of lines.toString().split("\n").filter(Boolean)) {
      const [zip, city, folded, state, county, latitude, longitude] = line.split("\t");
      insert.run(zip, city, folded, state, county || null, Number(latitude), Number(longitude));
    }
    saveTowns(db);
    saveCounties(db);
    rememberSource(db, "places", digest);
  }).immediate();
  return true;
}

function saveTowns(db: Database): void {
  db.exec(`DELETE FROM towns;
    INSERT INTO towns (folded, state, letters, zips) SELECT folded, state, length(folded), count(*) FROM places GROUP BY folded, state`);
}
