import { randomBytes } from "node:crypto";
import type { CatalogListName } from "../catalog/catalog-list.ts";
import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";

/** A sheet between its preview and the press that takes it over. The only SQL on `sheets`. */
export interface KeptSheet {
  /** Random: nobody can guess another's. */
  id: string;
  /** The id of the account that sent it; nobody else takes it over. */
  account: string;
  list: CatalogListName;
  text: string;
  /** The version of each listing that the preview compared, by its id. */
  versions: Readonly<Record<string, number>>;
  /** ISO 8601. */
  at: string;
}

/** After a day a preview says little of what would happen. */
const maxAge = 86_400_000;

/** Keeps a sheet in place of the one that this account sent before, and forgets all that are old. Call it in a transaction. */
export function keepSheet(db: Database, sheet: Omit<KeptSheet, "id">): string {
  const id = randomBytes(16).toString("hex");
  const old = new Date(Date.parse(sheet.at) - maxAge).toISOString();
  statement(db, "DELETE FROM sheets WHERE account = ? OR at < ?").run(sheet.account, old);
  const { account, list, text, versions, at } = sheet;
  const insert = "INSERT INTO sheets (id, account, list, text, versions, at) VALUES (?, ?, ?, ?, ?, ?)";
  statement(db, insert).run(id, account, list, text, JSON.stringify(versions), at);
  return id;
}

/** The sheet that this account sent; null where it has been taken over, or is old. */
export function findSheet(db: Database, id: string, account: string): KeptSheet | null {
  const row = statement(db, "SELECT id, account, list, text, versions, at FROM sheets WHERE id = ? AND account = ?").get(id, account) as
    | (Omit<KeptSheet, "versions"> & { versions: string })
    | undefined;
  return row === undefined ? null : { ...row, versions: JSON.parse(row.versions) as KeptSheet["versions"] };
}

/** Forgets a sheet that was taken over. */
export function dropSheet(db: Database, id: string): void {
  statement(db, "DELETE FROM sheets WHERE id = ?").run(id);
}
