import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { ListName } from "../database/versions.ts";

/** The ids of a list that somebody at the desk has ever written; whoever only checked something has not. */
export function editedByPeople(db: Database, list: ListName): ReadonlySet<string> {
  const select = "SELECT DISTINCT subject FROM changes WHERE list = ? AND role IN ('admin', 'editor') AND kind != 'checked'";
  return new Set(statement(db, select).pluck().all(list) as string[]);
}
