import type { Database } from "better-sqlite3";
import type { Chosen } from "../../../src/search/facets/counts.ts";
import type { Answer, ListRow } from "../product.ts";
import { countByGroup } from "./group-by.ts";
import { allOf, conditionsOf, type SqlList } from "./sql-list.ts";

/** Soonest first by an indexed `ORDER BY`: for each option its items by the minute of the week at which they begin. */

const minutesAWeek = 7 * 1440;
/** All made-up meetings last so long; what began since is still on. */
const length = 60;

/** Adds the table of starts. `offset` is how many minutes UTC is ahead of the clock that all meetings go by. */
export function startsTable(db: Database, offset: number): (item: number, row: ListRow) => void {
  db.exec(`CREATE TABLE starts (option INTEGER, minute INTEGER, item INTEGER, PRIMARY KEY (option, minute, item)) STRICT, WITHOUT ROWID;
    CREATE TABLE minutes (item INTEGER PRIMARY KEY, minute INTEGER NOT NULL) STRICT`);
  const add = db.prepare("INSERT INTO minutes VALUES (?, ?)");
  return (item, { minute }) => void (minute !== null && add.run(item, (minute + offset) % minutesAWeek));
}

/** After all items are in. */
export function fillStarts({ db }: SqlList): void {
  db.exec("INSERT INTO starts SELECT option, minute, item FROM item_options JOIN minutes USING (item); ANALYZE");
}

/** How many fit, the twenty that are on or begin next, and the counts where they are wanted. At least one option must be chosen. */
export function soonestBySql(list: SqlList, chosen: Chosen, now: number, wantsCounts = true): Answer {
  const fitting = allOf(conditionsOf(list, chosen, "scan"));
  const total = list
    .statement(`SELECT count(*) FROM items WHERE ${fitting.sql}`)
    .pluck()
    .get(...fitting.values) as number;
  const minute = (Math.floor(now / 60_000) + 4 * 1440) % minutesAWeek;
  const begin = (minute - length + 1 + minutesAWeek) % minutesAWeek;
  const ids = between(list, chosen, begin, minutesAWeek, 20);
  if (ids.length < 20) ids.push(...between(list, chosen, 0, begin - 1, 20 - ids.length));
  return { total, ids, counts: wantsCounts ? countByGroup(list, chosen, "all") : {} };
}

/** Walks the starts of the first choice and looks each up in the others. */
function between(list: SqlList, chosen: Chosen, from: number, to: number, count: number): string[] {
  const [first, ...others] = conditionsOf(list, chosen, "probe", null, "s.item");
  const rest = allOf(others);
  const options = first!.values.map(() => "?").join(", ");
  const sql = `SELECT id FROM starts s JOIN items USING (item) WHERE s.option IN (${options}) AND s.minute BETWEEN ? AND ? AND ${rest.sql}
    ORDER BY s.minute, s.item LIMIT ?`;
  return list
    .statement(sql)
    .pluck()
    .all(...first!.values, from, to, ...rest.values, count) as string[];
}
