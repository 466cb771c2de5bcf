import type { Database } from "../database/open.ts";
import type { ListedTime } from "./listed-twice.ts";

/**
 * A group at one place, joined in one way, is one row of results and one page, with all its times. Feeds list it once for each of its times
 * or days, so meetings with equal keys are one group.
 */

/** Columns for the name and the place: the meeting's name if no group is named, and the town if no building is. */
export const calledWhere = "program, coalesce(group_key, name), state, coalesce(place_key, town)";

/** Time zone, way to join, weeks, language and (`forWhom`) audience: a row states these once for all its times. */
const how = [
  "$.zone.name",
  "$.join",
  "$.online.url",
  "$.online.notes",
  "$.phone.number",
  "$.phone.notes",
  "$.frequency.weeks",
  "$.frequency.sure",
  "$.languages",
].map((path) => `body ->> '${path}'`);

const forWhom = ["women", "men"].map((type) => `instr(body ->> '$.types', '"${type}"') > 0`);

/** Groups of meetings, by their rows in `meetings`. */
export interface GroupKeys {
  /** Number of the name and place: shared by several groups if there are several ways to join. */
  who: ReadonlyMap<number, number>;
  /** Number of the group. */
  group: ReadonlyMap<number, number>;
}

/** Reads the group of each meeting. Lists that share a time of a group (`twice`) mean the same group, whatever they call it. */
export function groupKeys(db: Database, twice: readonly (readonly ListedTime[])[]): GroupKeys {
  const [who, ways, groups] = [numbering(), numbering(), numbering()];
  const sql = `SELECT row, json_array(feed, ${calledWhere}) AS who, json_array(${[...how, ...forWhom].join(", ")}, body ->> '$.frequency.value' = 'monthly') AS how FROM meetings`;
  const keys = new Map<number, { who: number; how: number }>();
  for (const { row, who: called, how: joined } of db.prepare(sql).iterate() as Iterable<{ row: number; who: string; how: string }>)
    keys.set(row, { who: who(called), how: ways(joined) });
  const one = united(twice.map((times) => times.map(({ meeting }) => keys.get(meeting)!.who)));
  return {
    who: new Map([...keys].map(([row, key]) => [row, one(key.who)])),
    group: new Map([...keys].map(([row, key]) => [row, groups(`${one(key.who)} ${key.how}`)])),
  };
}

/** Returns a function that numbers texts: equal texts get equal numbers. */
function numbering(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
}

/** Merges sets that share numbers and returns a function from a number to the lowest of its merged set. */
function united(sets: readonly (readonly number[])[]): (number: number) => number {
  const leaders = new Map<number, number>();
  const leaderOf = (number: number): number => {
    let leader = number;
    while (leaders.has(leader)) leader = leaders.get(leader)!;
    return leader;
  };
  for (const [first, ...others] of sets) {
    for (const other of others) {
      const [a, b] = [leaderOf(first!), leaderOf(other)];
      if (a !== b) leaders.set(Math.max(a, b), Math.min(a, b));
    }
  }
  return leaderOf;
}
