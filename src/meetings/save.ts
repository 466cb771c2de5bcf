import { hash } from "node:crypto";
import { append } from "../changes/append.ts";
import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import { facetValue, searchedLabels, type Vocabulary } from "../listing/vocabulary.ts";
import { middleOf } from "../places/middle.ts";
import { type Saved, searchedColumns } from "../search/save.ts";
import { searchedNumber } from "../search/words/numbers.ts";
import { everyLanguage } from "../words/languages.ts";
import { meetingIdsOf } from "./find.ts";
import { formatsOf } from "./join.ts";
import { sameGroupKey, samePlaceKey, townKey } from "./match-keys.ts";
import { type Meeting, type Occurrence, weekdays } from "./meeting.ts";
import { timesOfDay, weeksOf } from "./schedule/next.ts";
import { meetsEveryWeek } from "./schedule/weekly.ts";

/**
 * Writes one meeting and a row for each of its times, unless it is there unchanged. `categories` are those of its program, `seq` is the
 * change that it belongs to. The only writer of the tables `meetings` and `meeting_times`; call it inside a transaction.
 */
export function saveMeeting(db: Database, vocabulary: Vocabulary, meeting: Meeting, categories: readonly string[], seq: number): Saved {
  const { id, feed, program } = meeting;
  const body = JSON.stringify(meeting);
  const madeFrom = [body, categories.join(), searchedTextVersion, meeting.join === "paused" ? "on no day" : ""];
  const digest = hash("sha256", madeFrom.join(""), "base64url");
  const before = statement(db, "SELECT digest FROM meetings WHERE id = ?").pluck().get(id);
  if (before === digest) return "unchanged";
  if (before === undefined) statement(db, "DELETE FROM gone_meetings WHERE id = ?").run(id);
  else statement(db, deleteMeeting).run(id);
  const { state, city } = meeting.place;
  const keys = [state, city, townKey(meeting.place), samePlaceKey(meeting.place), sameGroupKey(meeting)];
  const { lastInsertRowid } = statement(db, insertMeeting).run(id, feed, program, meeting.name, digest, body, ...keys, seq);
  const times = meeting.occurrences.length > 0 ? meeting.occurrences : [null];
  for (const occurrence of times) saveTime(db, vocabulary, Number(lastInsertRowid), meeting, occurrence, categories);
  return before === undefined ? "added" : "changed";
}

const insertMeeting =
  "INSERT INTO meetings (id, feed, program, name, digest, body, state, city, town, place_key, group_key, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
const deleteMeeting = "DELETE FROM meetings WHERE id = ?";

/** Removes a meeting with all its times, and marks it as gone by the change `seq` at that time (ISO 8601). Call it inside a transaction. */
export function removeMeeting(db: Database, id: string, seq: number, at: string): void {
  const { changes } = statement(db, deleteMeeting).run(id);
  if (changes > 0) statement(db, "INSERT OR REPLACE INTO gone_meetings (id, seq, at) VALUES (?, ?, ?)").run(id, seq, at);
}

/** Forgets the meetings that were gone before a time (ISO 8601). */
export function forgetGoneMeetings(db: Database, before: string): void {
  statement(db, "DELETE FROM gone_meetings WHERE at < ?").run(before);
}

/** Removes all meetings of a feed that is no longer wanted, in one transaction; returns how many. `at` is recorded with it (ISO 8601). */
export function removeFeedMeetings(db: Database, feed: string, at: string): number {
  return db.transaction(() => {
    const ids = meetingIdsOf(db, feed);
    const after = { added: 0, changed: 0, removed: ids.length };
    const by = { role: "feed", account: null } as const;
    const change = { at, by, kind: "imported", list: "meetings", subject: feed, before: null, after, why: null, isPublic: true } as const;
    if (ids.length > 0) append(db, change, null, (seq) => ids.forEach((id) => void removeMeeting(db, id, seq, at)));
    return ids.length;
  })();
}

/** Changes with what is made of a meeting here (searched text, middle of its town), so that those already there are written again. */
const searchedTextVersion = "3";

/** The facets whose labels somebody might type. */
const searchedFacets = ["day", "format", "category", "type", "language", "state"];

const columns = ["meeting", "name", "minute", "length", "weeks", "zone", "latitude", "longitude", "names", "weight", "facets", "text"];
const insertTime = `INSERT INTO meeting_times (${columns.join(", ")}) VALUES (${columns.map((column) => `@${column}`).join(", ")})`;

/** Writes the row of a meeting (by its row number) at one of its times. */
function saveTime(
  db: Database,
  vocabulary: Vocabulary,
  row: number,
  meeting: Meeting,
  time: Occurrence | null,
  categories: readonly string[],
): void {
  const { name, place, zone, frequency, join } = meeting;
  const tags = tagsOf(meeting, time, categories);
  const point = place.point ?? middleOf(db, place);
  statement(db, insertTime).run({
    meeting: row,
    name,
    minute: time && time.day * 1440 + time.start,
    length: time?.length ?? null,
    weeks: weeksOf(frequency).join(" ") || null,
    // Without a zone a time never comes: what is paused is after all that meets.
    zone: join === "paused" ? null : (zone?.name ?? null),
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    // So many meetings share a name that a name finds nothing by itself: `names` is empty.
    ...searchedColumns({ names: [], weight: 1, tags, text: searchedText(vocabulary, meeting, tags) }),
  });
}

function searchedText(vocabulary: Vocabulary, meeting: Meeting, tags: readonly (readonly [string, string])[]) {
  const { name, group, place, phone, otherTypes, areas, notes } = meeting;
  return {
    name,
    also: [group, ...(phone ? searchedNumber(phone.number) : [])].filter(Boolean).join(" · "),
    labels: searchedLabels(
      vocabulary,
      tags.filter(([facet]) => searchedFacets.includes(facet)),
    ),
    summary: [place.name, place.street, place.city, place.state && stateName(vocabulary, place.state), place.zip]
      .filter(Boolean)
      .join(" · "),
    body: [otherTypes.join(" · "), areas.join(" · "), notes].filter(Boolean).join("\n"),
  };
}

function tagsOf(meeting: Meeting, occurrence: Occurrence | null, categories: readonly string[]): [facet: string, value: string][] {
  const { program, types, languages, frequency, place, join } = meeting;
  const meets = join === "paused" ? null : occurrence;
  const each = (facet: string, ids: readonly string[]) => ids.map((id): [string, string] => [facet, id]);
  return [
    ...each("day", meets ? [weekdays[meets.day]!] : []),
    ...each("time", meets ? timesOfDay(meets.start) : []),
    ...each("format", formatsOf(join, { url: meeting.online !== null, phone: meeting.phone !== null })),
    ...each("program", [program]),
    ...each("category", categories),
    ...each("frequency", [frequency.value]),
    ...each("meets", meets && meetsEveryWeek(meeting) ? ["every-week"] : []),
    ...each("type", types),
    ...each("language", languages),
    ...each("state", place.state ? [place.state] : []),
  ];
}

function stateName(vocabulary: Vocabulary, id: string): string {
  const state = facetValue(vocabulary, "state", id);
  return state ? everyLanguage(state.label) : id;
}
