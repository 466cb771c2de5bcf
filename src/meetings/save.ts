import { createHash } from "node:crypto";
import { type Saved, sharedColumns } from "../search/save.ts";
import type { Database } from "../database/open.ts";
import { prepared } from "../database/statements.ts";
import { facetValue, searchedLabels } from "../listing/vocabulary.ts";
import { everyLanguage } from "../listing/text.ts";
import { formatsOf } from "./join.ts";
import { groupKey, placeKey, townKey } from "./match-keys.ts";
import type { Meeting, Occurrence } from "./meeting.ts";
import { timesOfDay, weeksOf } from "./schedule/next.ts";

/** The ids of the weekdays in the vocabulary, Sunday first. */
export const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/**
 * Writes one meeting and a row for each of its times, unless it stands there unchanged. `categories` are those of its program.
 * The only writer of the meetings' tables; call it inside a transaction.
 */
export function saveMeeting(db: Database, meeting: Meeting, categories: readonly string[]): Saved {
  const { id, feed, program } = meeting;
  const text = JSON.stringify(meeting);
  const digest = createHash("sha256").update(text).update(categories.join()).digest("base64url");
  const before = prepared(db, "SELECT digest FROM scheduled WHERE id = ?").pluck().get(id);
  if (before === digest) return "unchanged";
  if (before !== undefined) removeMeeting(db, id);
  const { state, city } = meeting.place;
  const keys = [state, city, townKey(meeting.place), placeKey(meeting.place), groupKey(meeting)];
  const { lastInsertRowid } = prepared(db, insertMeeting).run(id, feed, program, digest, text, ...keys);
  const times = meeting.occurrences.length > 0 ? meeting.occurrences : [null];
  for (const occurrence of times) saveTime(db, Number(lastInsertRowid), meeting, occurrence, categories);
  return before === undefined ? "added" : "changed";
}

const insertMeeting =
  "INSERT INTO scheduled (id, feed, program, digest, meeting, state, city, town, at_place, of_group) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

/** Removes a meeting with all its times. Call it inside a transaction. */
export function removeMeeting(db: Database, id: string): void {
  prepared(db, "DELETE FROM scheduled WHERE id = ?").run(id);
}

/** The facets whose labels somebody might type. */
const spoken = ["day", "format", "category", "type", "language", "state"];

/** Removes all meetings of a feed that is no longer wanted, in one transaction; tells how many. `at` is written beside it (ISO 8601). */
export function removeFeedMeetings(db: Database, feed: string, at: string): number {
  return db.transaction(() => {
    const { changes } = db.prepare("DELETE FROM scheduled WHERE feed = ?").run(feed);
    if (changes > 0) db.prepare("INSERT INTO imports (at, report) VALUES (?, ?)").run(at, JSON.stringify({ feed, removed: changes }));
    return changes;
  })();
}

const columns = ["meeting", "name", "minute", "length", "weeks", "zone", "latitude", "longitude", "names", "weight", "facets", "text"];
const insertTime = `INSERT INTO meetings (${columns.join(", ")}) VALUES (${columns.map((column) => `@${column}`).join(", ")})`;

/** Writes the row of a meeting, told by its number, at one of its times. */
function saveTime(db: Database, number: number, meeting: Meeting, time: Occurrence | null, categories: readonly string[]): void {
  const { name, place, zone, frequency } = meeting;
  const values = valuesOf(meeting, time, categories);
  prepared(db, insertTime).run({
    meeting: number,
    name,
    minute: time && time.day * 1440 + time.start,
    length: time?.length ?? null,
    weeks: weeksOf(frequency).join(" ") || null,
    zone: zone?.name ?? null,
    latitude: place.point?.latitude ?? null,
    longitude: place.point?.longitude ?? null,
    // So many are called the same that a name leads nowhere by itself: `names` is empty.
    ...sharedColumns({ names: [], weight: 1, values, text: searchedText(meeting, values) }),
  });
}

function searchedText({ name, group, place, otherTypes, notes }: Meeting, values: readonly (readonly [string, string])[]) {
  return {
    name,
    also: group ?? "",
    labels: searchedLabels(values.filter(([facet]) => spoken.includes(facet))),
    summary: [place.name, place.street, place.city, place.state && stateName(place.state), place.zip].filter(Boolean).join(" · "),
    body: [otherTypes.join(" · "), notes].filter(Boolean).join("\n"),
  };
}

function valuesOf(meeting: Meeting, occurrence: Occurrence | null, categories: readonly string[]): [facet: string, value: string][] {
  const { program, types, languages, frequency, place, join } = meeting;
  const each = (facet: string, ids: readonly string[]) => ids.map((id): [string, string] => [facet, id]);
  return [
    ...each("day", occurrence ? [weekdays[occurrence.day]!] : []),
    ...each("time", occurrence ? timesOfDay(occurrence.start) : []),
    ...each("format", formatsOf(join, { url: meeting.online !== null, phone: meeting.phone !== null })),
    ...each("program", [program]),
    ...each("category", categories),
    ...each("frequency", [frequency.value]),
    ...each("type", types),
    ...each("language", languages),
    ...each("state", place.state ? [place.state] : []),
  ];
}

function stateName(id: string): string {
  const state = facetValue("state", id);
  return state ? everyLanguage(state.label) : id;
}
