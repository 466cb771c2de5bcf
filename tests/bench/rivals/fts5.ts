import type { Database } from "better-sqlite3";
import type { Answer, ListRow } from "../product.ts";
import { countByGroup } from "./group-by.ts";
import type { SqlList } from "./sql-list.ts";

/** Words by FTS5: the same texts in the same fields, stemmed alike, best match first by bm25 with the same weights. */

/** Adds the index of texts. */
export function textsTable(db: Database): (item: number, row: ListRow) => void {
  const tokenizer = "porter unicode61 remove_diacritics 2";
  db.exec(`CREATE VIRTUAL TABLE texts USING fts5(name, also, labels, summary, body, content = '', tokenize = '${tokenizer}')`);
  const add = db.prepare("INSERT INTO texts (rowid, name, also, labels, summary, body) VALUES (?, ?, ?, ?, ?, ?)");
  return (item, { texts }) => void add.run(item, ...texts);
}

/** After all items are in. */
export function finishTexts({ db }: SqlList): void {
  db.exec("INSERT INTO texts (texts) VALUES ('optimize'); INSERT INTO texts (texts, rank) VALUES ('rank', 'bm25(10, 8, 4, 3, 1)')");
}

/** How many groups have all of the words or longer ones that begin so, the best twenty, and the counts where they are wanted. */
export function wordsBySql(list: SqlList, q: string, wantsCounts = true): Answer {
  const match = (q.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) => `"${word}" *`).join(" AND ");
  const total = list
    .statement("SELECT count(DISTINCT grp) FROM texts JOIN items ON item = texts.rowid WHERE texts MATCH ?")
    .pluck()
    .get(match) as number;
  const best = `SELECT id, min(rank) AS best FROM texts JOIN items ON item = texts.rowid WHERE texts MATCH ? GROUP BY grp ORDER BY best LIMIT 20`;
  const ids = list.statement(best).pluck().all(match) as string[];
  if (!wantsCounts) return { total, ids, counts: {} };
  list.statement("DELETE FROM found").run();
  list.statement("INSERT INTO found SELECT rowid, NULL FROM texts WHERE texts MATCH ?").run(match);
  return { total, ids, counts: countByGroup(list, {}, "found") };
}
