import type { Meeting } from "../../meetings/meeting.ts";
import { privateText } from "../reader.ts";
import type { Fields, Repair } from "../record.ts";

/** How a field of a record is compared with what is kept of it, written apart from the parsers: they are what is checked. */

/** A record of a feed, beside the meeting that is kept of it and what reading it again puts right. */
export interface Compared {
  fields: Fields;
  meeting: Meeting;
  repairs: readonly Repair[];
}

/** What is kept in the place of a value, where that is not the same; `why` is null where nothing explains it. */
export interface Unlike {
  kept: string | null;
  why: string | null;
}

/** Compares one field's value; null where what is kept says the same. */
export type Check = (value: unknown, compared: Compared) => Unlike | null;

/** Why one field may differ, in words; null where this says nothing of it. */
export type Reason = (value: unknown, compared: Compared) => string | null;

/** A value as text with single spaces. */
export function squash(value: unknown): string {
  return typeof value === "object"
    ? ""
    : String(value)
        .replace(/[\s\u00a0\u200b\ufeff]+/g, " ")
        .trim();
}

/** Small letters and figures alone. */
export function lettersOf(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Reasons that hold for the text of any field, by what reading it reported. */
export function reasonInText(field: string): Reason {
  return (value, { repairs }) => {
    const kinds = repairs.filter(
      ({ kind, was }) => (kind === "privacy" && was === field) || (kind === "text" && was.startsWith(`${field}:`)),
    );
    const reasons = [
      ...new Set(kinds.map(({ kind }) => (kind === "privacy" ? "privacy: it leads to one person" : "tags, entities or odd letters"))),
    ];
    if (reasons.length > 0) return reasons.join("; ");
    if (privateText(value) === null) return "it says nothing";
    if (repairs.some(({ kind }) => kind === "label") && squash(value).includes("#@-@#")) return "the label before its value is dropped";
    return squash(value).length > maxKept ? `cut at ${maxKept} characters` : null;
  };
}

/** Characters that are kept of the longest texts. */
const maxKept = 4000;

/** A reason that is given where the record reported a repair of this kind. */
export function ifRepaired(kind: string, why: string): Reason {
  return (_value, { repairs }) => (repairs.some((one) => one.kind === kind) ? why : null);
}

/** The first reason that says something. */
export function firstOf(...reasons: Reason[]): Reason {
  return (value, compared) => {
    for (const reason of reasons) {
      const why = reason(value, compared);
      if (why !== null) return why;
    }
    return null;
  };
}

/** A text that is kept, whole, in one of some places. */
export function textIn(field: string, places: (meeting: Meeting) => readonly (string | null | undefined)[], ...reasons: Reason[]): Check {
  const why = firstOf(...reasons, reasonInText(field));
  return (value, compared) => {
    const kept = places(compared.meeting).flatMap((text) => text ?? []);
    const said = squash(value);
    if (said !== "" && kept.some((text) => squash(text).includes(said))) return null;
    return { kept: kept.join(" · ") || null, why: why(value, compared) };
  };
}

/** One value that is kept as it is, or in one other form. */
export function valueIn(
  kept: (meeting: Meeting) => string | null,
  isSame: (said: string, kept: string | null) => boolean,
  ...reasons: Reason[]
): Check {
  const why = firstOf(...reasons);
  return (value, compared) => {
    const now = kept(compared.meeting);
    return isSame(squash(value), now) ? null : { kept: now, why: why(value, compared) };
  };
}

/** A value that something else says too, or that only tells how to read another; nothing is kept of it. */
export const notKept: Check = () => null;

/** Each of several words, in any order, is kept in one of some lists. */
export function eachIn(lists: (meeting: Meeting) => readonly string[], ...reasons: Reason[]): Check {
  const why = firstOf(...reasons);
  return (value, compared) => {
    const kept = lists(compared.meeting);
    if (kept.some((one) => lettersOf(one) === lettersOf(squash(value)))) return null;
    const words = (Array.isArray(value) ? value : squash(value).split(/[,;/&|]| and | y /)).map(squash).filter(Boolean);
    const missing = words.filter((word) => !kept.some((one) => lettersOf(one) === lettersOf(word)));
    return missing.length === 0 ? null : { kept: kept.join(", ") || null, why: why(missing.join(", "), compared) };
  };
}
