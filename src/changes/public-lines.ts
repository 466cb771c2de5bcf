import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";

/**
 * The public part of the ledger as lines of JSON, for followers: by role, never by account, and without what is for editors only (why, and
 * the values before). An import of a feed is one change: first a line for each meeting whose last version came with it, or that was removed
 * by it, then the line of the import, so that a follower knows when the batch is complete. A meeting that has changed again since comes
 * with that later change.
 */
interface PublicLines {
  lines: string[];
  /** Where to continue; null at the end. */
  next: Cursor | null;
}

/** A position in the ledger: after this change and, where the next one is an import, after this meeting of it. */
export interface Cursor {
  after: number;
  meeting: string | null;
}

interface Limits {
  maxLines: number;
  maxBytes: number;
}

interface Row {
  seq: number;
  at: string;
  role: string;
  kind: string;
  list: string;
  subject: string;
  after: string | null;
}

/** Rows read at a time: fewer than most responses hold, so that few are read for nothing. */
const page = 100;

/** Returns the lines after a position in the ledger, as many as the limits allow, but at least one if there is any. */
export function publicLines(db: Database, from: Cursor, { maxLines, maxBytes }: Limits): PublicLines {
  const lines: string[] = [];
  let [bytes, at] = [0, from];
  for (const [line, place] of linesAfter(db, from)) {
    bytes += Buffer.byteLength(line) + 1;
    if (lines.length === maxLines || (bytes > maxBytes && lines.length > 0)) return { lines, next: at };
    lines.push(line);
    at = place;
  }
  return { lines, next: null };
}

/** Iterates over the lines, each with the position after it. */
function* linesAfter(db: Database, { after, meeting }: Cursor): Iterable<[line: string, place: Cursor]> {
  const select = "SELECT seq, at, role, kind, list, subject, after FROM changes WHERE public AND seq > ? ORDER BY seq LIMIT ?";
  let [last, lastMeeting] = [after, meeting];
  for (;;) {
    const rows = statement(db, select).all(last, page) as Row[];
    for (const row of rows) {
      if (isBatch(row)) {
        for (const [id, line] of meetingLines(db, row, lastMeeting ?? "")) yield [line, { after: last, meeting: id }];
      }
      [last, lastMeeting] = [row.seq, null];
      yield [lineOf(row), { after: last, meeting: null }];
    }
    if (rows.length < page) return;
  }
}

function isBatch({ list, kind }: Row): boolean {
  return list === "meetings" && kind === "imported";
}

/** Iterates over the meetings that an import brought, in full, and those that it removed, by id. */
function* meetingLines(db: Database, batch: Row, from: string): Iterable<[id: string, line: string]> {
  const there = statement(db, "SELECT id, body FROM meetings WHERE seq = ? AND id > ? ORDER BY id LIMIT ?");
  const gone = statement(db, "SELECT id, NULL AS body FROM gone_meetings WHERE seq = ? AND id > ? ORDER BY id LIMIT ?");
  for (let last = from; ; ) {
    const found = [there, gone].flatMap((select) => select.all(batch.seq, last, page) as { id: string; body: string | null }[]);
    const rows = found.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, page);
    for (const { id, body } of rows) yield [id, lineOf({ ...batch, kind: body === null ? "removed" : "added", subject: id, after: body })];
    if (rows.length < page) return;
    last = rows.at(-1)!.id;
  }
}

/** `after` is JSON already, so two hundred thousand meetings are passed on without parsing. */
function lineOf({ seq, at, role, kind, list, subject, after }: Row): string {
  const head = JSON.stringify({ seq, at, role, kind, list, subject });
  return `${head.slice(0, -1)},"after":${after ?? "null"}}`;
}
