import { randomBytes } from "node:crypto";
import type { Database } from "../database/open.ts";

/** Which history this is: random, and the same in every copy that follows it. With the number of the last change it names the data. */
export function ledgerIdentity(db: Database): string {
  return db.prepare("SELECT identity FROM ledger").pluck().get() as string;
}

/**
 * Begins another history, for a database that was put back from a backup: no index, page or follower of the history that it left is
 * believed any more. Returns the new identity.
 */
export function renewIdentity(db: Database): string {
  const identity = randomBytes(8).toString("hex");
  db.prepare("UPDATE ledger SET identity = ?").run(identity);
  return identity;
}
