import Sqlite, { type Database, type Statement } from "better-sqlite3";
import type { Chosen, Facet } from "../../../src/search/facets/counts.ts";
import type { ListRow, ProductList } from "../product.ts";
import { numberOptions, type Options } from "./options.ts";

/**
 * A list as an engineer would otherwise keep it: normalized tables in SQLite, every index that helps, ANALYZE, all of it in
 * memory, statements prepared once. It is asked by plain SQL; rivals of one kind each stand beside this file.
 */
export interface SqlList {
  db: Database;
  facets: readonly Facet[];
  options: Options;
  /** Whether several items may be one group (`grp`), which is then counted once and answered with its first item. */
  isGrouped: boolean;
  /** Prepares a statement the first time. */
  statement(sql: string): Statement<unknown[]>;
}

/** A part of a WHERE clause with its values. */
export interface Condition {
  sql: string;
  values: number[];
}

/** Fills the tables from a list. `more` adds what one kind of rival needs; items are numbered from 1 in the list's own order. */
export function openSqlList(list: ProductList, more: (db: Database) => (item: number, row: ListRow) => void): SqlList {
  const db = new Sqlite(":memory:");
  db.exec(`CREATE TABLE items (item INTEGER PRIMARY KEY, id TEXT NOT NULL, grp INTEGER NOT NULL) STRICT;
    CREATE TABLE item_options (option INTEGER, grp INTEGER, item INTEGER, PRIMARY KEY (option, grp, item)) STRICT, WITHOUT ROWID;
    CREATE TEMP TABLE found (item INTEGER PRIMARY KEY, place REAL) STRICT`);
  const options = numberOptions(list.facets);
  const addItem = db.prepare("INSERT INTO items VALUES (?, ?, ?)");
  const addOption = db.prepare("INSERT OR IGNORE INTO item_options VALUES (?, ?, ?)");
  const addMore = more(db);
  let item = 0;
  let isGrouped = false;
  db.transaction(() => {
    for (const row of list.rows()) {
      addItem.run(++item, row.id, row.group ?? item);
      isGrouped ||= row.group !== null;
      for (const option of row.tags.flatMap((tag) => options.stored.get(tag) ?? [])) addOption.run(option, row.group ?? item, item);
      addMore(item, row);
    }
  })();
  db.exec("CREATE INDEX options_of_item ON item_options (item, option, grp); ANALYZE");
  const statements = new Map<string, Statement<unknown[]>>();
  const statement = (sql: string) => {
    const known = statements.get(sql) ?? db.prepare<unknown[]>(sql);
    statements.set(sql, known);
    return known;
  };
  return { db, facets: list.facets, options, isGrouped, statement };
}

/** One condition for each facet that something was chosen of, but `except`. `as` is the column that holds the item. */
export function conditionsOf(list: SqlList, chosen: Chosen, how: "scan" | "probe", except: string | null = null, as = "item"): Condition[] {
  return list.facets
    .filter(({ name }) => name !== except && chosen[name]?.length)
    .map(({ name }) => {
      const values = [...new Set(chosen[name]!.flatMap((value) => list.options.counted.get(`${name} ${value}`) ?? []))];
      const which = `option IN (${values.map(() => "?").join(", ")})`;
      if (how === "scan") return { sql: `${as} IN (SELECT item FROM item_options WHERE ${which})`, values };
      return { sql: `EXISTS (SELECT 1 FROM item_options o WHERE o.item = ${as} AND o.${which})`, values };
    });
}

/** Conditions joined, true where there is none. */
export function allOf(conditions: readonly Condition[]): Condition {
  return { sql: conditions.map(({ sql }) => sql).join(" AND ") || "TRUE", values: conditions.flatMap(({ values }) => values) };
}
