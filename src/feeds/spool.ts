import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { Meeting } from "../meetings/meeting.ts";

/**
 * A feed's meetings between their parsing and their writing, in a table that only this connection has (SQLite keeps it in a temporary
 * file). Parsing takes most of an import's time, and nobody else need wait for it; two hundred thousand meetings in memory at once
 * would take half a gigabyte. The only SQL on the table.
 */
export function spoolMeetings(db: Database, meetings: Iterable<Meeting>): void {
  // A transaction that writes only what is temporary locks nobody out.
  db.transaction(() => {
    dropSpool(db);
    db.exec("CREATE TEMP TABLE spooled_meetings (row INTEGER PRIMARY KEY, body TEXT NOT NULL)");
    const insert = statement(db, "INSERT INTO temp.spooled_meetings (body) VALUES (?)");
    for (const meeting of meetings) insert.run(JSON.stringify(meeting));
  })();
}

const batch = 500;

/** The meetings that were spooled last, in their order. Others may write to the database between two of them. */
export function* spooledMeetings(db: Database): Iterable<Meeting> {
  const select = statement(db, "SELECT row, body FROM temp.spooled_meetings WHERE row > ? ORDER BY row LIMIT ?");
  let last = 0;
  for (;;) {
    const rows = select.all(last, batch) as { row: number; body: string }[];
    for (const { body } of rows) yield JSON.parse(body);
    if (rows.length < batch) return;
    last = rows.at(-1)!.row;
  }
}

/** Forgets what was spooled. */
export function dropSpool(db: Database): void {
  db.exec("DROP TABLE IF EXISTS temp.spooled_meetings");
}
