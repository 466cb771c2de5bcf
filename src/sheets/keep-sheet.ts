import { randomBytes } from "node:crypto";
import type { CatalogListName } from "../catalog/catalog-list.ts";
import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";

/** A sheet between its preview and its application. The only SQL on `sheets`. */
export interface KeptSheet {
  /** Random, so that it cannot be guessed. */
  id: string;
  /** The id of the account that sent it; only this account can apply it. */
  account: string;
  list: CatalogListName;
  text: string;
  /** The version of each listing that the preview compared, by listing id. */
  versions: Readonly<Record<string, number>>;
  /** ISO 8601. */
  at: string;
}

/** In milliseconds. After a day a preview says little about what would happen. */
const maxAge = 86_400_000;

/** Stores a sheet in place of the one that this account sent before, deletes old ones and returns its id. Call it in a transaction. */
export function keepSheet(db: Database, sheet: Omit<KeptSheet, "id">): string {
  const id = randomBytes(16).toString("hex");
  const old = new Date(Date.parse(sheet.at) - maxAge).toISOString();
  statement(db, "DELETE FROM sheets WHERE account = ? OR at < ?").run(sheet.account, old);
  const { account, list, text, versions, at } = sheet;
  const insert = "INSERT INTO sheets (id, account, list, text, versions, at) VALUES (?, ?, ?, ?, ?, ?)";
  statement(db, insert).run(id, account, list, text, JSON.stringify(versions), at);
  return id;
}

/** Returns the sheet that this account sent; null if it was applied or deleted. */
export function findSheet(db: Database, id: string, account: string): KeptSheet | null {
  const row = statement(db, "SELECT id, account, list, text, versions, at FROM sheets WHERE id = ? AND account = ?").get(id, account) as
    | (Omit<KeptSheet, "versions"> & { versions: string })
    | undefined;
  return row === undefined ? null : { ...row, versions: JSON.parse(row.versions) as KeptSheet["versions"] };
}

/** Deletes a sheet that was applied. */
export function dropSheet(db: Database, id: string): void {
  statement(db, "DELETE FROM sheets WHERE id = ?").run(id);
}
