import type { Request } from "express";
import type { Meeting } from "../../../meetings/meeting.ts";
import { versionOfMeetings } from "../../../meetings/unlist.ts";
import type { Context } from "../../../site/site.ts";
import { field, fields, numberField } from "../../../web/form.ts";
import { sayTimes } from "../../meetings/times.ts";
import { type DeskField, errorsOf, type FormError, makeField } from "../field.ts";

/** The part of a form that takes meetings off the site: which of a group, and why. */
export interface UnlistFormView {
  boxes: { id: string; value: string; label: string; chosen: boolean }[];
  boxesError: string | null;
  why: DeskField;
  /** The version of all meetings shown. */
  expected: number;
  errors: FormError[];
}

/** What was ticked and typed. */
interface Typed {
  ids: readonly string[];
  why: string;
}

/** What to unlist; `expected` is the version of `shown`. */
interface ToUnlist extends Typed {
  shown: readonly string[];
  expected: number;
}

/** Returns the form for some meetings, with what was typed into it and, if it was sent, its faults. */
export function unlistForm(context: Context, shown: readonly Meeting[], { ids, why }: Typed, wasSent = false): UnlistFormView {
  const said = context.words.deskMeetings.unlist;
  const boxesError = wasSent && ids.length === 0 ? said.faults.which : null;
  const error = wasSent && why === "" ? said.faults.why : null;
  const reason = makeField({ name: "why", label: said.why, hint: said.whyHint, error, value: why, maxLength: 300, required: false });
  return {
    boxes: shown.map((meeting, at) => ({
      id: `meeting-${at}`,
      value: meeting.id,
      label: sayMeeting(context, meeting),
      chosen: ids.includes(meeting.id),
    })),
    boxesError,
    why: reason,
    expected: versionOfMeetings(
      context.db,
      shown.map(({ id }) => id),
    ),
    errors: [...(boxesError === null ? [] : [{ text: boxesError, href: "#meeting-0" }]), ...errorsOf([reason])],
  };
}

/** Returns a meeting in words: "Sunrise Group: Monday, 7 to 8 pm Mountain (Flathead Valley list)". */
export function sayMeeting({ words, feedNames }: Pick<Context, "words" | "feedNames">, meeting: Meeting): string {
  const { name, feed } = meeting;
  return `${name}: ${words.list.semicolon(sayTimes(meeting, words))} (${feedNames.get(feed) ?? feed})`;
}

/** Reads which of the shown meetings a form asks to unlist; "again" with what was typed if the choice or the reason is missing. */
export function readUnlistForm(req: Request, shown: readonly Meeting[]): ToUnlist | { again: Typed } {
  const ticked = fields(req, "meeting");
  const ids = shown.map(({ id }) => id);
  const typed = { ids: ids.filter((id) => ticked.includes(id)), why: field(req, "why", 300) };
  if (typed.ids.length === 0 || typed.why === "") return { again: typed };
  return { ...typed, shown: ids, expected: numberField(req, "expected") };
}
