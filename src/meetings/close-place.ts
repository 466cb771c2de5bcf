import { append, versionOfSubject } from "../changes/append.ts";
import type { Actor } from "../changes/change.ts";
import type { Database } from "../database/open.ts";
import { NotFound } from "../web/errors.ts";
import { type Closure, endClosure, findClosures, saveClosure } from "./closures.ts";

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
  const { label, until, words } = closure;
  const subject = subjectOf(closure);
  const change = {
    at,
    by,
    kind: "reopened",
    list: "meetings",
    subject,
    before: { name: label, until, words },
    after: null,
    why: null,
    isPublic: true,
  } as const;
  append(db, change, versionOfSubject(db, "meetings", subject), () => endClosure(db, number, at));
}
