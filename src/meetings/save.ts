import { append } from "../changes/append.ts";
import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
import { meetingIdsOf } from "./find.ts";
import type { Meeting } from "./meeting.ts";
import { dropStaged, type Filing, meetingColumns, stageMeetings, stageMissingTimes } from "./stage.ts";
import { timeColumns } from "./time-rows.ts";

/** The only writer of the tables `meetings`, `meeting_times` and `gone_meetings`. */

/** Number of meetings that were new, changed, or unchanged. */
interface SavedCounts {
  added: number;
  changed: number;
  unchanged: number;
}

/**
 * Writes the staged meetings, with a row for each of their times, unless they are already stored unchanged. `seq` is the change that they
 * belong to. Call it in a transaction: the rows are moved within SQLite, and nobody else may write meanwhile.
 */
export function saveStaged(db: Database, filing: Filing, seq: number): SavedCounts {
  statement(db, "DELETE FROM temp.staged_news").run();
  statement(db, insertNews).run();
  stageMissingTimes(db, filing);
  const counts = statement(db, countSaved).get() as SavedCounts;
  statement(db, "DELETE FROM meetings WHERE row IN (SELECT kept FROM temp.staged_news WHERE kept IS NOT NULL)").run();
  const { first } = statement(db, "SELECT coalesce(max(seq), 0) AS first FROM sqlite_sequence WHERE name = 'meetings'").get() as {
    first: number;
  };
  statement(db, insertMeetings).run({ first, seq });
  statement(db, insertTimes).run({ first });
  statement(db, "DELETE FROM gone_meetings WHERE id IN (SELECT id FROM meetings)").run();
  return counts;
}

/** Selects what is staged but not stored, in the same order, with the row of the version that it replaces. */
const insertNews = `INSERT INTO temp.staged_news
  SELECT staged.row, row_number() OVER (ORDER BY staged.row), meetings.row
  FROM temp.staged_meetings AS staged LEFT JOIN meetings USING (id) WHERE meetings.digest IS NOT staged.digest`;
const countSaved = `SELECT count(*) - count(kept) AS added, count(kept) AS changed,
  (SELECT count(*) FROM temp.staged_meetings) - count(*) AS unchanged FROM temp.staged_news`;
const insertMeetings = `INSERT INTO meetings (row, ${meetingColumns}, seq)
  SELECT @first + number, ${meetingColumns}, @seq FROM temp.staged_news JOIN temp.staged_meetings ON row = staged ORDER BY staged`;
const insertTimes = `INSERT INTO meeting_times (meeting, ${timeColumns.join(", ")})
  SELECT @first + number, ${timeColumns.join(", ")} FROM temp.staged_times JOIN temp.staged_news USING (staged) ORDER BY staged_times.row`;

/** Writes one meeting as change `seq`, filed under its program's categories. Call it in a transaction. */
export function saveMeeting(db: Database, vocabulary: Vocabulary, meeting: Meeting, categories: readonly string[], seq: number): void {
  const filing = { vocabulary, categories };
  stageMeetings(db, filing, [meeting]);
  saveStaged(db, filing, seq);
  dropStaged(db);
}

const deleteMeeting = "DELETE FROM meetings WHERE id = ?";
const insertGone = "INSERT OR REPLACE INTO gone_meetings (id, seq, at)";

/** Removes a meeting with all its times, and records it as gone with change `seq` at that time (ISO 8601). Call it in a transaction. */
export function removeMeeting(db: Database, id: string, seq: number, at: string): void {
  const { changes } = statement(db, deleteMeeting).run(id);
  if (changes > 0) statement(db, `${insertGone} VALUES (?, ?, ?)`).run(id, seq, at);
}

/** Removes a feed's meetings that are not staged, like removeMeeting; returns their number. */
export function removeUnstaged(db: Database, feed: string, seq: number, at: string): number {
  const unstaged = "FROM meetings WHERE feed = @feed AND id NOT IN (SELECT id FROM temp.staged_meetings)";
  statement(db, `${insertGone} SELECT id, @seq, @at ${unstaged}`).run({ feed, seq, at });
  return statement(db, `DELETE ${unstaged}`).run({ feed }).changes;
}

/** Deletes the records of meetings that were gone before a time (ISO 8601). */
export function forgetGoneMeetings(db: Database, before: string): void {
  statement(db, "DELETE FROM gone_meetings WHERE at < ?").run(before);
}

/**
 * Removes all meetings of a feed that is no longer wanted, in one transaction; returns their number. `at` is recorded with the change (ISO
 * 8601).
 */
export function removeFeedMeetings(db: Database, feed: string, at: string): number {
  return db.transaction(() => {
    const ids = meetingIdsOf(db, feed);
    const after = { added: 0, changed: 0, removed: ids.length };
    const by = { role: "feed", account: null } as const;
    const change = { at, by, kind: "imported", list: "meetings", subject: feed, before: null, after, why: null, isPublic: true } as const;
    if (ids.length === 0) return 0;
    append(db, change, null, (seq) => {
      for (const id of ids) removeMeeting(db, id, seq, at);
    });
    return ids.length;
  })();
}
