import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { ListName } from "../database/versions.ts";

/** The content of each catalog file when it was last imported. The only SQL on `catalog_files`. */

/** Returns the texts of the files of a list, by listing id. */
export function lastSaid(db: Database, list: ListName): Map<string, string> {
  return new Map(statement(db, "SELECT id, text FROM catalog_files WHERE list = ?").raw().all(list) as [string, string][]);
}

/** Records the current text of a file. Call it in the transaction of the import. */
export function rememberSaid(db: Database, list: ListName, id: string, text: string): void {
  statement(db, "INSERT OR REPLACE INTO catalog_files (list, id, text) VALUES (?, ?, ?)").run(list, id, text);
}

/** Deletes the text of a file that is gone. Call it in the transaction of the import. */
export function forgetSaid(db: Database, list: ListName, id: string): void {
  statement(db, "DELETE FROM catalog_files WHERE list = ? AND id = ?").run(list, id);
}
