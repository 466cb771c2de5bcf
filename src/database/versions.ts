import { hash } from "node:crypto";
import type { Database } from "./open.ts";
import { statement } from "./statements.ts";

/** The lists of data that pages are made from. Each has a version of its own, so that an edited program does not touch 200,000 meetings. */
export const listNames = ["programs", "documents", "meetings"] as const;

export type ListName = (typeof listNames)[number];

/**
 * Changes with every change of the list: the number of the last one, and a token of that change and of the ledger's identity. Two copies
 * of one database that went different ways share no token, so an index or a kept page is never taken for one of another history.
 */
export function listVersion(db: Database, list: ListName): string {
  const last = statement(
    db,
    "SELECT identity, seq, id FROM ledger LEFT JOIN (SELECT seq, id FROM changes WHERE list = ? ORDER BY seq DESC LIMIT 1)",
  ).get(list) as { identity: string; seq: number | null; id: string | null };
  return `${last.seq ?? 0}.${hash("sha256", `${last.identity} ${last.id ?? ""}`).slice(0, 16)}`;
}
