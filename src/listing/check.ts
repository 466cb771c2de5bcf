import * as z from "zod";
import { daySchema } from "./date.ts";

/** How a person may check a listing. */
export const checkMethods = ["phone", "website", "mail", "in person"] as const;

/** A check: one of us called, read the site, went there or was written to, and found the listing right. Nothing else counts. */
export const checkSchema = z.strictObject({
  date: daySchema,
  how: z.enum(checkMethods),
  /** The role of the person who checked, not the name. */
  role: z.string(),
});

export type LastCheck = z.infer<typeof checkSchema>;

/** What is checked at the same interval. */
export type CheckKind = "lines" | "programs" | "library";

/** How long a check holds. The numbers are in `data/desk.json`; README explains them. */
export interface CheckRules {
  /** Days from one check to the next. */
  everyDays: Readonly<Record<CheckKind, number>>;
  /** After this many intervals a listing comes later in the order of ease … */
  sinksAfter: number;
  /** … and after this many its facts count as unconfirmed again. */
  lapsesAfter: number;
}

/** What a check is worth on a day. "unchecked" if there was none, which readers see in other words. */
export type Standing = "unchecked" | "checked" | "overdue" | "sunk" | "lapsed";

const msPerDay = 86_400_000;
/** From midnight UTC to the start of a day in Central time, by which checks are dated; in summer it starts an hour earlier. */
const dayBegins = 6 * 3_600_000;

/** Returns what the last check of a listing is worth at `now` (epoch milliseconds). */
export function standingOf(lastCheck: LastCheck | null, kind: CheckKind, rules: CheckRules, now: number): Standing {
  if (lastCheck === null) return "unchecked";
  const [overdue, sinks, lapses] = turnsOf(lastCheck.date, kind, rules);
  if (now < overdue) return "checked";
  if (now < sinks) return "overdue";
  return now < lapses ? "sunk" : "lapsed";
}

/** Returns when a check of that date becomes overdue, sinks the listing, and lapses (epoch milliseconds): not on the evening before. */
export function turnsOf(date: string, kind: CheckKind, { everyDays, sinksAfter, lapsesAfter }: CheckRules): [number, number, number] {
  const after = (times: number) => Date.parse(date) + dayBegins + Math.round(everyDays[kind] * times) * msPerDay;
  return [after(1), after(sinksAfter), after(lapsesAfter)];
}

/** Returns the tag of a listing's row for its check, so that the effects of the date are found without reading the listing. */
export function checkTag(lastCheck: LastCheck | null, kind: CheckKind): [facet: string, value: string][] {
  return lastCheck === null ? [] : [["check", `${kind}:${lastCheck.date}`]];
}

/** Parses such a tag into its kind and date; null for any other. */
export function readCheckTag(tag: string): { kind: CheckKind; date: string } | null {
  const [, kind, date] = tag.match(/^check (lines|programs|library):(\d{4}-\d\d-\d\d)$/) ?? [];
  return kind === undefined || date === undefined ? null : { kind: kind as CheckKind, date };
}
