import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { ListName } from "../database/versions.ts";

/** Returns the ids of a list that anybody at the desk has ever written; a check alone does not count. */
export function editedByPeople(db: Database, list: ListName): ReadonlySet<string> {
  const select = "SELECT DISTINCT subject FROM changes WHERE list = ? AND role IN ('admin', 'editor') AND kind != 'checked'";
  return new Set(statement(db, select).pluck().all(list) as string[]);
}
