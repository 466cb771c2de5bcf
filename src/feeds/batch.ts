import { append, lastSeq } from "../changes/append.ts";
import type { Database } from "../database/open.ts";
import { forgetGoneMeetings, removeUnstaged, saveStaged } from "../meetings/save.ts";
import type { Filing } from "../meetings/stage.ts";
import { unstageUnlisted } from "../meetings/unlist.ts";
import type { FeedReport } from "./report.ts";

/**
 * An import of a feed as a single change in the ledger, however many meetings it changes: each of their rows refers to it. Its result is
 * known only when everything is written, so its number is taken first and it is appended last, in one transaction.
 */
interface Batch {
  feed: string;
  /** Number of the change: no other can take it in this transaction. */
  seq: number;
  /** ISO 8601. */
  at: string;
}

/** Starts a batch. Call it inside the write transaction. */
export function openBatch(db: Database, feed: string, at: string): Batch {
  return { feed, seq: lastSeq(db) + 1, at };
}

/** Saves what is staged, removes meetings that the records no longer have, and counts these changes. Leaves out what must not be listed. */
export function saveBatch(db: Database, { feed, seq, at }: Batch, filing: Filing, report: FeedReport): void {
  unstageUnlisted(db, feed);
  report.removed = removeUnstaged(db, feed, seq, at);
  Object.assign(report, saveStaged(db, filing, seq));
}

/** Appends the batch, unless it changed nothing, and forgets the meetings that have been gone for a year. */
export function closeBatch(
  db: Database,
  { feed, seq, at }: Batch,
  counts: Readonly<Record<"added" | "changed" | "removed", number>>,
): void {
  forgetGoneMeetings(db, `${Number(at.slice(0, 4)) - 1}${at.slice(4)}`);
  if (counts.added + counts.changed + counts.removed === 0) return;
  const about = { kind: "imported", list: "meetings", subject: feed, before: null, after: counts, why: null, isPublic: true } as const;
  append(db, { ...about, at, by: { role: "feed", account: null } }, null, (given) => {
    if (given !== seq) throw new Error(`the meetings of ${feed} name change ${seq}, but it became ${given}`);
  });
}
