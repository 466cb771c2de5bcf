import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";

/**
 * The public part of the ledger as lines of JSON, for whoever follows it: by role, never by account, and without what is for editors alone
 * (why, and what was there before). An import of a feed is one change: first a line for each meeting whose last version came with it, or
 * that went with it, then the line of the import, so that a follower knows when the batch is whole. A meeting that has changed again since
 * comes with that later change.
 */
interface PublicLines {
  lines: string[];
  /** Where to go on; null where this was all. */
  next: Cursor | null;
}

/** A place in the ledger: after this change and, where the next one is an import, after this meeting of it. */
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

/** Rows read at a time: fewer than most answers hold, so that few are read in vain. */
const page = 100;

/** The lines after a place in the ledger, as many as the limits allow, and at least one where there is any. */
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

/** Every line with the place after it. */
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

/** The meetings that an import brought, whole, and those that went with it, in the order of their ids. */
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

/** What came after is JSON already: two hundred thousand meetings need not be read to be passed on. */
function lineOf({ seq, at, role, kind, list, subject, after }: Row): string {
  const head = JSON.stringify({ seq, at, role, kind, list, subject });
  return `${head.slice(0, -1)},"after":${after ?? "null"}}`;
}
