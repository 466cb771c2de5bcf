import { hash } from "node:crypto";
import type { Database } from "./open.ts";
import { statement } from "./statements.ts";

/** The lists of data that pages are made from. Each has a separate version, so that editing a program does not affect 200,000 meetings. */
export const listNames = ["programs", "documents", "meetings"] as const;

export type ListName = (typeof listNames)[number];

/**
 * Returns a version that changes with every change of the list: the number of the last change, and a token of that change and of the
 * ledger's identity. Diverged copies of a database share no token, so an index or a cached page is never used for another history.
 */
export function listVersion(db: Database, list: ListName): string {
  const last = statement(
    db,
    "SELECT identity, seq, id FROM ledger LEFT JOIN (SELECT seq, id FROM changes WHERE list = ? ORDER BY seq DESC LIMIT 1)",
  ).get(list) as { identity: string; seq: number | null; id: string | null };
  return `${last.seq ?? 0}.${hash("sha256", `${last.identity} ${last.id ?? ""}`).slice(0, 16)}`;
}
