import type { Database } from "../database/open.ts";
import { foldTown, plainWords } from "./town.ts";

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
