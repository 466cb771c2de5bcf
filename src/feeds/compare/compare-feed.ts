import type { Database } from "../../database/open.ts";
import { findMeeting, meetingIdsOf } from "../../meetings/find.ts";
import type { Meeting } from "../../meetings/meeting.ts";
import type { ImportOptions } from "../import.ts";
import { type FeedToImport, type ReadRecord, readMeetings, recordsFound } from "../read-feed.ts";
import { privateExcerpt, privateText } from "../reader.ts";
import type { Refused } from "../record.ts";
import type { Dialect } from "../records/dialect.ts";
import { isBmltField, isGuideField } from "../records/field-names.ts";
import { describeValue } from "../records/survey.ts";
import { bmltChecks } from "./bmlt-checks.ts";
import type { Check } from "./field-check.ts";
import { guideChecks } from "./guide-checks.ts";

/** Compares what is kept of a feed with its source, field by field, so that a person can see what became of each. */

export interface Difference {
  field: string;
  /** The source's value without what leads to one person, or only its kind if it is not read. */
  source: string;
  kept: string | null;
  /** Null if nothing explains it: somebody should look. */
  why: string | null;
  /** False for a field that no parser reads. */
  isRead: boolean;
}

export type ComparedRecord =
  | { kind: "kept"; id: string; name: string; differences: Difference[] }
  | { kind: "refused"; id: string; reason: string }
  /** In the source but not in the database, or the other way round. */
  | { kind: "not imported" | "not in the source"; id: string; name: string };

const checks: Record<Dialect, Readonly<Record<string, Check>>> = { "meeting-guide": guideChecks, bmlt: bmltChecks };
const isKnownField: Record<Dialect, (name: string) => boolean> = { "meeting-guide": isGuideField, bmlt: isBmltField };

/** Compares each record of a feed with what is kept of it, one at a time. Throws a sentence if the text is not a feed. Changes nothing. */
export function* compareFeed(
  db: Database,
  feed: FeedToImport,
  text: string,
  options: Pick<ImportOptions, "vocabulary" | "at">,
): Iterable<ComparedRecord> {
  const { dialect } = recordsFound(feed, text);
  const left = new Set(meetingIdsOf(db, feed.id));
  for (const record of readMeetings(db, feed, text, options)) {
    const compared = compareRecord(db, record, dialect);
    left.delete(compared.id);
    yield compared;
  }
  for (const id of left) yield { kind: "not in the source", id, name: findMeeting(db, id)?.name ?? "" };
}

function compareRecord(db: Database, record: ReadRecord | Refused, dialect: Dialect): ComparedRecord {
  if ("reason" in record) return { kind: "refused", id: record.record, reason: record.reason };
  const { id, name } = record.meeting;
  const kept = findMeeting(db, id);
  if (kept === null) return { kind: "not imported", id, name };
  return { kind: "kept", id, name, differences: differencesOf(record, kept, dialect) };
}

function differencesOf(record: ReadRecord, kept: Meeting, dialect: Dialect): Difference[] {
  return Object.entries(record.fields).flatMap(([field, value]) => {
    if (value === null || value === undefined || (typeof value === "string" && value.trim() === "")) return [];
    const unlike = compareField(field, value, record, kept, dialect);
    // What is not read must not be repeated either.
    const source = unlike?.isRead ? privateExcerpt(value) : describeValue(value);
    return unlike === null ? [] : [{ field: field.slice(0, 80), source, ...unlike }];
  });
}

function compareField(
  field: string,
  value: unknown,
  record: ReadRecord,
  kept: Meeting,
  dialect: Dialect,
): Pick<Difference, "kept" | "why" | "isRead"> | null {
  const check = Object.hasOwn(checks[dialect], field) ? checks[dialect][field] : undefined;
  if (check === undefined) return { kept: null, why: isKnownField[dialect](field) ? leftOut : notRead, isRead: false };
  const unlike = check(value, { ...record, meeting: kept });
  if (unlike === null) return null;
  // What this text yields now does not explain what is kept from an older one.
  const isOlder = check(value, record)?.kept !== unlike.kept;
  const why = unlike.why ?? (typeof value === "string" && privateText(value) === null ? "it says nothing" : null);
  return { ...unlike, why: isOlder ? "kept from another text: this one was not imported since" : why, isRead: true };
}

const leftOut = "left out: people, money, how insiders edit it, or what says nothing to readers";
const notRead = "not read: nobody knows this field";
