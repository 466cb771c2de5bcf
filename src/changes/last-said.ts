import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { ListName } from "../database/versions.ts";

/** What each file of the catalog said when it was last imported. The only SQL on `catalog_files`. */

/** The texts of the files of a list, by the ids of their listings. */
export function lastSaid(db: Database, list: ListName): Map<string, string> {
  return new Map(statement(db, "SELECT id, text FROM catalog_files WHERE list = ?").raw().all(list) as [string, string][]);
}

/** Remembers what a file says now. Call it in the transaction of the import. */
export function rememberSaid(db: Database, list: ListName, id: string, text: string): void {
  statement(db, "INSERT OR REPLACE INTO catalog_files (list, id, text) VALUES (?, ?, ?)").run(list, id, text);
}

/** Forgets a file that is gone. Call it in the transaction of the import. */
export function forgetSaid(db: Database, list: ListName, id: string): void {
  statement(db, "DELETE FROM catalog_files WHERE list = ? AND id = ?").run(list, id);
}
