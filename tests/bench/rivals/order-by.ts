import type { Database } from "better-sqlite3";
import type { Chosen } from "../../../src/search/facets/counts.ts";
import type { Answer, ListRow } from "../product.ts";
import { countByGroup } from "./group-by.ts";
import { allOf, conditionsOf, type SqlList } from "./sql-list.ts";

/** Soonest first by an indexed `ORDER BY`: for each option its items by the minute of the week at which they begin. */

const minutesAWeek = 7 * 1440;
/** All made-up meetings last so long; what began since is still on. */
const length = 60;

/** In how many minutes what begins at a minute of the week is next on: those that are on now come first. */
export function waitAt(now: number): (minute: number) => number {
  return (minute) => (minute - firstMinute(now) + minutesAWeek) % minutesAWeek;
}

/** The minute of the week, by UTC, at which what is about to end began. */
function firstMinute(now: number): number {
  return (Math.floor(now / 60_000) + 4 * 1440 - length + 1) % minutesAWeek;
}

/** Adds the table of starts, by UTC. */
export function startsTable(db: Database): (item: number, row: ListRow) => void {
  db.exec(`CREATE TABLE starts (option INTEGER, minute INTEGER, item INTEGER, PRIMARY KEY (option, minute, item)) STRICT, WITHOUT ROWID;
    CREATE TABLE minutes (item INTEGER PRIMARY KEY, minute INTEGER NOT NULL) STRICT`);
  const add = db.prepare("INSERT INTO minutes VALUES (?, ?)");
  return (item, { minute }) => void (minute !== null && add.run(item, minute));
}

/** After all items are in. */
export function fillStarts({ db }: SqlList): void {
  db.exec("INSERT INTO starts SELECT option, minute, item FROM item_options JOIN minutes USING (item); ANALYZE");
}

/** How many groups fit, the twenty that are on or begin next, and the counts where they are wanted. At least one option must be chosen. */
export function soonestBySql(list: SqlList, chosen: Chosen, now: number, wantsCounts = true): Answer {
  const fitting = allOf(conditionsOf(list, chosen, "scan"));
  const total = list
    .statement(`SELECT count(DISTINCT grp) FROM items WHERE ${fitting.sql}`)
    .pluck()
    .get(...fitting.values) as number;
  const begin = firstMinute(now);
  const first = new Map<number, string>();
  takeBetween(list, chosen, begin, minutesAWeek, first);
  takeBetween(list, chosen, 0, begin - 1, first);
  return { total, ids: [...first.values()], counts: wantsCounts ? countByGroup(list, chosen, "all") : {} };
}

/**
 * Walks the starts of the first choice, looks each up in the others, and takes the first of each group until there are twenty: `GROUP BY`
 * would have to walk them all.
 */
function takeBetween(list: SqlList, chosen: Chosen, from: number, to: number, first: Map<number, string>): void {
  const [walked, ...others] = conditionsOf(list, chosen, "probe", null, "s.item");
  const rest = allOf(others);
  const options = walked!.values.map(() => "?").join(", ");
  const sql = `SELECT grp, id FROM starts s JOIN items USING (item) WHERE s.option IN (${options}) AND s.minute BETWEEN ? AND ? AND ${rest.sql}
    ORDER BY s.minute, s.item`;
  if (first.size >= 20) return;
  const rows = list
    .statement(sql)
    .raw()
    .iterate(...walked!.values, from, to, ...rest.values) as Iterable<[grp: number, id: string]>;
  for (const [grp, id] of rows) {
    if (!first.has(grp)) first.set(grp, id);
    if (first.size >= 20) break;
  }
}
