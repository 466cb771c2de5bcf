import { append, versionOfSubject } from "../changes/append.ts";
import type { Actor, NewChange } from "../changes/change.ts";
import { startOfChangeDay } from "../changes/days.ts";
import type { Database } from "../database/open.ts";
import { NotFound } from "../web/errors.ts";
import { type Closure, endClosure, endOf, findClosures, saveClosure } from "./closures.ts";

/** Returns the ledger's key for what was closed: the place, or the feed and its group. */
function subjectOf({ place, feed, group }: Pick<Closure, "place" | "feed" | "group">): string {
  return place ?? `${feed} ${group}`;
}

/** Closes a place or a group until a given day and appends the public change (name, day, words) in the same transaction. Returns its number. */
export function closePlace(db: Database, closure: Omit<Closure, "number">, by: Actor): number {
  const { label, until, words, why, at } = closure;
  const subject = subjectOf(closure);
  const change = {
    at,
    by,
    kind: "closed",
    list: "meetings",
    subject,
    before: null,
    after: { name: label, until, words },
    why,
    isPublic: true,
  } as const;
  let number = 0;
  append(db, change, versionOfSubject(db, "meetings", subject), () => {
    number = saveClosure(db, closure);
  });
  return number;
}

/** Reopens a place or a group before its day and appends the change in the same transaction. Throws NotFound if it is already open. */
export function openPlace(db: Database, number: number, at: string, by: Actor): void {
  const closure = findClosures(db).find((known) => known.number === number);
  if (closure === undefined) throw new NotFound(String(number));
  reopen(db, closure, { at, by, isPublic: true });
}

/** Whether the day has come for any closed place or group and the ledger does not say so yet. `now` is in epoch milliseconds. */
export function isToReopen(closures: readonly Closure[], now: number): boolean {
  return closures.some((closure) => reopeningTime(closure) <= now);
}

/**
 * Appends a reopening entry for each place and group whose day has come by `now` (epoch milliseconds). The entry is public unless another
 * closure keeps the same place or group closed for longer.
 */
export function reopenPlaces(db: Database, now: number): void {
  const closures = findClosures(db);
  for (const closure of closures.filter((one) => reopeningTime(one) <= now)) {
    const stays = closures.some((other) => subjectOf(other) === subjectOf(closure) && endOf(other) > endOf(closure));
    const at = new Date(reopeningTime(closure)).toISOString();
    reopen(db, closure, { at, by: { role: "calendar", account: null }, isPublic: !stays });
  }
}

/** Returns the time of the entry: the end of the closure, or the start of that day on the clock of the page of changes, whichever is later. */
function reopeningTime(closure: Closure): number {
  return Math.max(endOf(closure), startOfChangeDay(closure.until));
}

function reopen(db: Database, closure: Closure, said: Pick<NewChange, "at" | "by" | "isPublic">): void {
  const { label, until, words, number } = closure;
  const subject = subjectOf(closure);
  const change = {
    ...said,
    kind: "reopened",
    list: "meetings",
    subject,
    before: { name: label, until, words },
    after: null,
    why: null,
  } as const;
  append(db, change, versionOfSubject(db, "meetings", subject), () => endClosure(db, number, said.at));
}
