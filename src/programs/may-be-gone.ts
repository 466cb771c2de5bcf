import { latestYearOf } from "../listing/date.ts";
import type { Contact, Program } from "./program.ts";

/** A number last printed in this year or earlier may be out of service or belong to somebody else. */
const lastOldYear = 2022;

/** Kinds of contact that somebody has to answer. A website itself shows whether it still exists. */
const lines: Contact["kind"][] = ["call", "text", "tty", "chat"];

/** Whether a contact of a program with this status may no longer work. Pages never offer such a contact as the first thing to press. */
export function mayBeGone({ kind, asOf, confirmed }: Contact, status: Program["status"]): boolean {
  if (confirmed) return false;
  return status !== "active" || (isLine(kind) && isOld(asOf));
}

/** Whether information last printed then may have changed since; false where its source gives no date. */
export function isOld(asOf: string | null): boolean {
  return asOf !== null && latestYearOf(asOf) <= lastOldYear;
}

/** Whether a person answers this kind of contact. */
export function isLine(kind: Contact["kind"]): boolean {
  return lines.includes(kind);
}
