import type { Meeting } from "../../meetings/meeting.ts";
import { privateText } from "../reader.ts";
import type { Fields, Repair } from "../record.ts";

/** How a record's field is compared with what is kept of it. Independent of the parsers, because they are what is checked. */

/** A record of a feed, the meeting that is kept of it, and the repairs made when reading it again. */
export interface Compared {
  fields: Fields;
  meeting: Meeting;
  repairs: readonly Repair[];
}

/** What is kept in place of a value that differs; `why` is null if nothing explains it. */
export interface Unlike {
  kept: string | null;
  why: string | null;
}

/** Compares one field's value; returns null if what is kept says the same. */
export type Check = (value: unknown, compared: Compared) => Unlike | null;

/** Explains why a field may differ; returns null if the reason does not apply. */
export type Reason = (value: unknown, compared: Compared) => string | null;

/** Returns a value as text with single spaces; "" for an object or list. */
export function squash(value: unknown): string {
  return typeof value === "object"
    ? ""
    : String(value)
        .replace(/[\s\u00a0\u200b\ufeff]+/g, " ")
        .trim();
}

/** Returns only the letters and digits of a text, in lower case. */
export function lettersOf(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Returns the reasons that apply to the text of any field, most of them repairs that reading it reported. */
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

/** How many characters of a text are kept. */
const maxKept = 4000;

/** Returns a reason that applies if the record reported a repair of this kind. */
export function ifRepaired(kind: string, why: string): Reason {
  return (_value, { repairs }) => (repairs.some((one) => one.kind === kind) ? why : null);
}

/** Combines reasons into one: the first that applies. */
export function firstOf(...reasons: Reason[]): Reason {
  return (value, compared) => {
    for (const reason of reasons) {
      const why = reason(value, compared);
      if (why !== null) return why;
    }
    return null;
  };
}

/** Returns the texts in which a meeting keeps notes. */
export function notesKept({ notes, place, online, phone }: Meeting): (string | null | undefined)[] {
  return [notes, place.notes, online?.notes, phone?.notes];
}

/** Checks that a text is kept, whole, in one of several places. */
export function textIn(field: string, places: (meeting: Meeting) => readonly (string | null | undefined)[], ...reasons: Reason[]): Check {
  const why = firstOf(...reasons, reasonInText(field));
  return (value, compared) => {
    const kept = places(compared.meeting).flatMap((text) => text ?? []);
    const said = squash(value);
    if (said !== "" && kept.some((text) => squash(text).includes(said))) return null;
    return { kept: kept.join(" · ") || null, why: why(value, compared) };
  };
}

/** Checks a single value, which may be kept in another form. */
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

/** For a value that another field repeats, or that only says how to read another: nothing is kept of it. */
export const notKept: Check = () => null;

/** Checks that each of several words is kept in one of some lists, in any order. */
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
