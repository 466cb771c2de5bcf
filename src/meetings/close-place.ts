import { append, versionOfSubject } from "../changes/append.ts";
import type { Actor, NewChange } from "../changes/change.ts";
import { startOfToldDay } from "../changes/told-days.ts";
import type { Database } from "../database/open.ts";
import { NotFound } from "../web/errors.ts";
import { type Closure, endClosure, endOf, findClosures, saveClosure } from "./closures.ts";

/** The ledger names what was closed by its key: a place, or a feed and its group. */
function subjectOf({ place, feed, group }: Pick<Closure, "place" | "feed" | "group">): string {
  return place ?? `${feed} ${group}`;
}

/** Closes a place or a group until a day, with its change, both or neither. Readers are told what and until when. Returns its number. */
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

/** Opens a place before its day, with its change, both or neither. Throws NotFound where it is open already. */
export function openPlace(db: Database, number: number, at: string, by: Actor): void {
  const closure = findClosures(db).find((known) => known.number === number);
  if (closure === undefined) throw new NotFound(String(number));
  reopen(db, closure, { at, by, isPublic: true });
}

/** Whether a day has come on which a place or a group opened by itself, and no entry of the ledger says so yet. `now` is in epoch milliseconds. */
export function isToReopen(closures: readonly Closure[], now: number): boolean {
  return closures.some((closure) => reopeningTime(closure) <= now);
}

/**
 * Says of each place and group whose day has come that it is open again, an entry each. Readers are told of it on that day, unless another
 * closure keeps the same place closed for longer.
 */
export function reopenPlaces(db: Database, now: number): void {
  const closures = findClosures(db);
  for (const closure of closures.filter((one) => reopeningTime(one) <= now)) {
    const stays = closures.some((other) => subjectOf(other) === subjectOf(closure) && endOf(other) > endOf(closure));
    const at = new Date(reopeningTime(closure)).toISOString();
    reopen(db, closure, { at, by: { role: "calendar", account: null }, isPublic: !stays });
  }
}

/** When it is told: as soon as it is open, on the day that was named, where that begins later on the clock of the page of changes. */
function reopeningTime(closure: Closure): number {
  return Math.max(endOf(closure), startOfToldDay(closure.until));
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
