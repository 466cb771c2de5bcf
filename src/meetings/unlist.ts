import { append, versionOfSubject } from "../changes/append.ts";
import type { Actor, NewChange } from "../changes/change.ts";
import { historyOf } from "../changes/since.ts";
import { addUnlisted, dropUnlisted, isUnlisted, unlistedMeetings, unlistedSubjects } from "../changes/unlisted.ts";
import type { Database } from "../database/open.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
import { Conflict, NotFound } from "../web/errors.ts";
import { findMeeting, timeRowsOf } from "./find.ts";
import { saidKey } from "./match-keys.ts";
import type { Meeting } from "./meeting.ts";
import { removeMeeting, saveMeeting } from "./save.ts";
import { stagedMeetings, unstage } from "./stage.ts";

/** Who makes the edit, when (ISO 8601), and from which version of what was shown (versionOfMeetings). */
interface Edit {
  by: Actor;
  at: string;
  expected: number;
}

/** Returns the version of several meetings together: that of the one changed last. */
export function versionOfMeetings(db: Database, ids: readonly string[]): number {
  return Math.max(0, ...ids.map((id) => versionOfSubject(db, "meetings", id)));
}

/**
 * Takes meetings off the site and keeps every import from restoring them: one change each, all or none. `shown` are all the meetings that the
 * version covers, `ids` those to take off; `why` is for editors only. Throws Conflict if one of `shown` has changed since.
 */
export function unlistMeetings(
  db: Database,
  ids: readonly string[],
  shown: readonly string[],
  { expected, ...edit }: Edit & { why: string },
) {
  const inOneTransaction = db.transaction(() => {
    refuseOutdated(db, shown, expected);
    for (const id of ids) unlistMeeting(db, id, edit);
  });
  inOneTransaction.immediate();
}

function unlistMeeting(db: Database, id: string, { by, at, why }: Omit<Edit, "expected"> & { why: string }): void {
  const meeting = findMeeting(db, id);
  if (meeting === null) throw new Conflict(`${id} is not listed any more`);
  const change = { ...aboutMeeting(id), by, at, why, kind: "unlisted", before: meeting, after: null } as const;
  const rows = timeRowsOf(db, id);
  append(db, change, versionOfSubject(db, "meetings", id), (seq) => {
    addUnlisted(db, { list: "meetings", subject: id, why, at }, { said: saidKey(meeting), rows });
    removeMeeting(db, id, seq, at);
  });
}

/**
 * Lists meetings again as their lists last had them here, with one change each, all or none; each comes with its program's categories. Throws
 * Conflict if one of them has changed since, NotFound if one was not taken off.
 */
export function relistMeetings(
  db: Database,
  vocabulary: Vocabulary,
  relisted: readonly { meeting: Meeting; categories: readonly string[] }[],
  { by, at, expected }: Edit,
): void {
  const inOneTransaction = db.transaction(() => {
    const ids = relisted.map(({ meeting }) => meeting.id);
    refuseOutdated(db, ids, expected);
    for (const { meeting, categories } of relisted) {
      const { id } = meeting;
      if (!isUnlisted(db, "meetings", id)) throw new NotFound(id);
      const change = { ...aboutMeeting(id), by, at, why: null, kind: "relisted", before: null, after: meeting } as const;
      append(db, change, versionOfSubject(db, "meetings", id), (seq) => {
        dropUnlisted(db, "meetings", id);
        saveMeeting(db, vocabulary, meeting, categories, seq);
      });
    }
  });
  inOneTransaction.immediate();
}

/** Returns a meeting as it was when it was taken off; null if it never was. */
export function findUnlistedMeeting(db: Database, id: string): Meeting | null {
  const change = historyOf(db, "meetings", id).find(({ kind }) => kind === "unlisted");
  return (change?.before as Meeting | null | undefined) ?? null;
}

/** Removes the staged meetings of a feed that must not be listed, recognized by id or by what the feed says about them. */
export function unstageUnlisted(db: Database, feed: string): void {
  const unlisted = [...unlistedSubjects(db, "meetings")];
  // A key begins with its feed: none is computed for a feed of which nothing was taken off.
  const said = new Set(unlistedMeetings(db).flatMap((meeting) => (meeting.said.startsWith(`${feed} `) ? meeting.said : [])));
  if (said.size > 0) for (const meeting of stagedMeetings(db)) if (said.has(saidKey(meeting))) unlisted.push(meeting.id);
  unstage(db, unlisted);
}

function aboutMeeting(id: string): Pick<NewChange, "list" | "subject" | "isPublic"> {
  return { list: "meetings", subject: id, isPublic: true };
}

function refuseOutdated(db: Database, ids: readonly string[], expected: number): void {
  const version = versionOfMeetings(db, ids);
  if (version !== expected) throw new Conflict(`what was shown is at version ${version}, not ${expected}`);
}
