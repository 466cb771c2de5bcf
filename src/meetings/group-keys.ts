import type { Database } from "../database/open.ts";

/**
 * A group at one place, joined in one way, is one row of results and one page, with all its times. Feeds list it once for each of its
 * times or days, so what has equal keys is one group.
 */

/** Who meets, and where: its name counts where no group is named, and its town where no house is. */
export const who = "feed, program, coalesce(group_key, name), state, coalesce(place_key, town)";

/** When it meets by whose clock, how one joins, and in which weeks: a row says this once for all its times. */
const how = [
  "$.zone.name",
  "$.join",
  "$.online.url",
  "$.online.notes",
  "$.phone.number",
  "$.phone.notes",
  "$.frequency.weeks",
  "$.frequency.sure",
].map((path) => `body ->> '${path}'`);

const groupKey = `json_array(${[who, ...how, "body ->> '$.frequency.value' = 'monthly'"].join(", ")})`;

/** The number of the group of each meeting, by its row in `meetings`. */
export function groupKeys(db: Database): Map<number, number> {
  const numbers = new Map<string, number>();
  const groups = new Map<number, number>();
  const keys = db.prepare(`SELECT row, ${groupKey} FROM meetings`).raw().iterate() as Iterable<[row: number, key: string]>;
  for (const [row, key] of keys) {
    const known = numbers.get(key);
    const number = known ?? numbers.size;
    if (known === undefined) numbers.set(key, number);
    groups.set(row, number);
  }
  return groups;
}
