import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { Meeting } from "../meetings/meeting.ts";

/**
 * A feed's meetings between their parsing and their writing, in a table that only this connection has (SQLite keeps it in a temporary
 * file). Parsing takes most of an import's time, and nobody else need wait for it; two hundred thousand meetings in memory at once
 * would take half a gigabyte. Several are in one row, a line each, because rows cost more than lines. The only SQL on the table.
 */
export function spoolMeetings(db: Database, meetings: Iterable<Meeting>): void {
  // A transaction that writes only what is temporary locks nobody out.
  db.transaction(() => {
    dropSpool(db);
    db.exec("CREATE TEMP TABLE spooled_meetings (row INTEGER PRIMARY KEY, lines TEXT NOT NULL)");
    const insert = statement(db, "INSERT INTO temp.spooled_meetings (lines) VALUES (?)");
    let lines: string[] = [];
    for (const meeting of meetings) {
      if (lines.push(JSON.stringify(meeting)) < batch) continue;
      insert.run(lines.join("\n"));
      lines = [];
    }
    if (lines.length > 0) insert.run(lines.join("\n"));
  })();
}

const batch = 100;

/** The meetings that were spooled last, in their order. Others may write to the database between two of them. */
export function* spooledMeetings(db: Database): Iterable<Meeting> {
  const select = statement(db, "SELECT lines FROM temp.spooled_meetings WHERE row = ?").pluck();
  for (let row = 1; ; row++) {
    const lines = select.get(row) as string | undefined;
    if (lines === undefined) return;
    for (const line of lines.split("\n")) yield JSON.parse(line) as Meeting;
  }
}

/** Forgets what was spooled. */
export function dropSpool(db: Database): void {
  db.exec("DROP TABLE IF EXISTS temp.spooled_meetings");
}
