import { createHash } from "node:crypto";
import { removeEntry, type Saved, saveEntry } from "../collection/save.ts";
import type { Database } from "../database/open.ts";
import { prepared } from "../database/prepared.ts";
import { facetValue, searchedLabels } from "../facets/vocabulary.ts";
import { everyLanguage } from "../listing/text.ts";
import { meetingCard } from "./card.ts";
import { formatsOf } from "./join.ts";
import type { Meeting, Occurrence } from "./meeting.ts";
import { timesOfDay } from "./schedule.ts";

/** The ids of the weekdays in the vocabulary, Sunday first. */
export const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/**
 * Writes one meeting and a row for each of its times, unless it stands there unchanged. `categories` are those of its program.
 * The only writer of the meetings' tables; call it inside a transaction.
 */
export function saveMeeting(db: Database, meeting: Meeting, categories: readonly string[]): Saved {
  const text = JSON.stringify(meeting);
  const digest = createHash("sha256").update(text).update(categories.join()).digest("base64url");
  const before = prepared(db, "SELECT digest FROM scheduled WHERE id = ?").pluck().get(meeting.id);
  if (before === digest) return "unchanged";
  prepared(
    db,
    `INSERT INTO scheduled (id, feed, program, digest, meeting) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET feed = excluded.feed, program = excluded.program, digest = excluded.digest, meeting = excluded.meeting`,
  ).run(meeting.id, meeting.feed, meeting.program, digest, text);
  const times = meeting.occurrences.length > 0 ? meeting.occurrences : [null];
  const ids = times.map((occurrence, at) => saveTime(db, meeting, occurrence, at, categories));
  if (before !== undefined) removeTimes(db, meeting.id, ids);
  return before === undefined ? "added" : "changed";
}

/** Removes the times of a meeting that are not among these. */
function removeTimes(db: Database, meeting: string, kept: readonly string[]): void {
  const ids = prepared(db, "SELECT id FROM meetings WHERE meeting = ?").pluck().all(meeting) as string[];
  for (const id of ids.filter((id) => !kept.includes(id))) removeEntry(db, { table: "meetings" }, id);
}

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

/** Writes a meeting's row at one of its times, and tells the row's id. */
function saveTime(db: Database, meeting: Meeting, occurrence: Occurrence | null, at: number, categories: readonly string[]): string {
  const id = at === 0 ? meeting.id : `${meeting.id}~${at + 1}`;
  const values = valuesOf(meeting, occurrence, categories);
  const { place, zone } = meeting;
  saveEntry(
    db,
    { table: "meetings" },
    {
      id,
      // So many are called the same that a name leads nowhere by itself.
      names: [],
      weight: 1,
      columns: {
        meeting: meeting.id,
        name: meeting.name,
        minute: occurrence && occurrence.day * 1440 + occurrence.start,
        length: occurrence?.length ?? null,
        zone: zone?.name ?? null,
        latitude: place.point?.latitude ?? null,
        longitude: place.point?.longitude ?? null,
        card: JSON.stringify(meetingCard(meeting, occurrence)),
      },
      values,
      text: {
        name: meeting.name,
        also: meeting.group ?? "",
        labels: searchedLabels(values.filter(([facet]) => spoken.includes(facet))),
        summary: [place.name, place.street, place.city, place.state && stateName(place.state), place.zip].filter(Boolean).join(" · "),
        body: [meeting.otherTypes.join(" · "), meeting.notes].filter(Boolean).join("\n"),
      },
    },
  );
  return id;
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
