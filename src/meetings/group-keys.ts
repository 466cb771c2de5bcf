import type { Database } from "../database/open.ts";
import type { ListedTime } from "./listed-twice.ts";

/**
 * A group at one place, joined in one way, is one row of results and one page, with all its times. Feeds list it once for each of its
 * times or days, so what has equal keys is one group.
 */

/** What it is called, and where: its name counts where no group is named, and its town where no house is. */
export const calledWhere = "program, coalesce(group_key, name), state, coalesce(place_key, town)";

/** When it meets by whose clock, how one joins, in which weeks, in which language and for whom alone: a row says this once for all its times. */
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

/** The groups of meetings, by their rows in `meetings`. */
export interface GroupKeys {
  /** Who meets, and where: several groups, where one joins them in several ways. */
  who: ReadonlyMap<number, number>;
  /** The number of its group. */
  group: ReadonlyMap<number, number>;
}

/** Reads who is of which group; lists that have one time of a group together (`twice`) mean one group, whatever they call it. */
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

/** Gives each text a number, the same one each time. */
function numbering(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
}

/** Of numbers that are one, however many steps apart, the one that stands for all. */
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
