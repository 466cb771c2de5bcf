import { randomBytes } from "node:crypto";
import type { Database } from "../database/open.ts";

/**
 * Returns the identity of this ledger: random, and the same in every copy that follows it. Together with the number of the last change it
 * identifies the data.
 */
export function ledgerIdentity(db: Database): string {
  return db.prepare("SELECT identity FROM ledger").pluck().get() as string;
}

/**
 * Starts a new history, for a database restored from a backup: indexes, pages and followers of the old history become invalid. Returns the
 * new identity.
 */
export function renewIdentity(db: Database): string {
  const identity = randomBytes(8).toString("hex");
  db.prepare("UPDATE ledger SET identity = ?").run(identity);
  return identity;
}
