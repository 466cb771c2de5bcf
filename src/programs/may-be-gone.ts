import { latestYearOf } from "../listing/date.ts";
import type { Contact, Program } from "./program.ts";

/** A number last printed in this year or before may belong to nobody by now, or to somebody else. */
const lastOldYear = 2022;

/** The kinds of contact that somebody has to answer. A website says by itself whether it is still there. */
const lines: Contact["kind"][] = ["call", "text", "tty", "chat"];

/** Whether a contact of a program with this status may not work any more. Such a one is never what a page tells a reader to press first. */
export function mayBeGone({ kind, asOf, confirmed }: Contact, status: Program["status"]): boolean {
  if (confirmed) return false;
  return status !== "active" || (isLine(kind) && isOld(asOf));
}

/** Whether what was last printed then may have changed since; false where its source gives no date. */
export function isOld(asOf: string | null): boolean {
  return asOf !== null && latestYearOf(asOf) <= lastOldYear;
}

/** Whether there is somebody to answer at this kind of contact. */
export function isLine(kind: Contact["kind"]): boolean {
  return lines.includes(kind);
}
