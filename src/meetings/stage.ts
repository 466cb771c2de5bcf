import { hash } from "node:crypto";
import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
import { sameGroupKey, samePlaceKey, townKey } from "./match-keys.ts";
import type { Meeting } from "./meeting.ts";
import { searchedTextVersion, timeColumns, timeRows } from "./time-rows.ts";

/**
 * Meetings that are built but not saved, as the rows that they become, in temporary tables of this connection (SQLite keeps them in a
 * temporary file). Building them takes most of an import's time, and nobody else need wait for it; two hundred thousand in memory at once
 * would take half a gigabyte. This file fills the tables of meetings and times; save.ts fills `staged_news` and moves the rows.
 */

/** How meetings are filed. */
export interface Filing {
  /** The catalog's. */
  vocabulary: Vocabulary;
  /** Categories of the program that the meetings belong to. */
  categories: readonly string[];
}

export const meetingColumns = "id, feed, program, name, digest, body, state, city, town, place_key, group_key";

const tables = `
  CREATE TEMP TABLE staged_meetings (row INTEGER PRIMARY KEY, timed INTEGER NOT NULL, ${meetingColumns});
  CREATE TEMP TABLE staged_times (row INTEGER PRIMARY KEY, staged INTEGER NOT NULL, ${timeColumns.join(", ")});
  CREATE TEMP TABLE staged_news (staged INTEGER PRIMARY KEY, number INTEGER NOT NULL, kept INTEGER)`;

/**
 * Stages meetings in place of those staged before. Times of a meeting that is already stored unchanged are left out: nothing will be written
 * for it, unless it is changed meanwhile (stageMissingTimes).
 */
export function stageMeetings(db: Database, filing: Filing, meetings: Iterable<Meeting>): void {
  // A transaction that writes only to temporary tables locks nobody out.
  db.transaction(() => {
    dropStaged(db);
    db.exec(tables);
    const insert = statement(db, "INSERT INTO temp.staged_meetings VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const digestOf = statement(db, "SELECT digest FROM meetings WHERE id = ?").pluck();
    for (const meeting of meetings) {
      const { id, feed, program, name, place } = meeting;
      const body = JSON.stringify(meeting);
      const digest = digestOfMeeting(meeting, body, filing);
      const isNews = digestOf.get(id) !== digest;
      const keys = [place.state, place.city, townKey(place), samePlaceKey(place), sameGroupKey(meeting)];
      const { lastInsertRowid } = insert.run(Number(isNews), id, feed, program, name, digest, body, ...keys);
      if (isNews) stageTimes(db, filing, meeting, Number(lastInsertRowid));
    }
  })();
}

/** Drops the staged meetings. */
export function dropStaged(db: Database): void {
  for (const table of ["meetings", "times", "news"]) db.exec(`DROP TABLE IF EXISTS temp.staged_${table}`);
}

/** Yields the staged meetings, one at a time. */
export function* stagedMeetings(db: Database): Iterable<Meeting> {
  for (const body of statement(db, "SELECT body FROM temp.staged_meetings").pluck().iterate()) yield JSON.parse(body as string) as Meeting;
}

/** Removes the staged meetings with these ids. */
export function unstage(db: Database, ids: readonly string[]): void {
  if (ids.length === 0) return;
  statement(db, "DELETE FROM temp.staged_meetings WHERE id IN (SELECT value FROM json_each(?))").run(JSON.stringify(ids));
}

/** Stages the times of meetings that have become new or changed since they were staged. */
export function stageMissingTimes(db: Database, filing: Filing): void {
  const untimed = statement(db, "SELECT row, body FROM temp.staged_news JOIN temp.staged_meetings ON row = staged WHERE NOT timed").all();
  for (const { row, body } of untimed as { row: number; body: string }[]) stageTimes(db, filing, JSON.parse(body) as Meeting, row);
}

function stageTimes(db: Database, { vocabulary, categories }: Filing, meeting: Meeting, staged: number): void {
  for (const row of timeRows(db, vocabulary, meeting, categories)) statement(db, insertTime).run(staged, ...row);
}

const insertTime = `INSERT INTO temp.staged_times VALUES (NULL, ?, ${timeColumns.map(() => "?").join(", ")})`;

/** Returns a digest that changes with everything derived from a meeting here, so that it is written again if its rows would differ. */
function digestOfMeeting({ join }: Meeting, body: string, { categories }: Filing): string {
  const madeFrom = [body, categories.join(), searchedTextVersion, join === "paused" ? "on no day" : ""];
  return hash("sha256", madeFrom.join(""), "base64url");
}
