import * as z from "zod";
import { daySchema } from "./date.ts";

/** The ways in which a person checks a listing. */
export const checkMethods = ["phone", "website", "mail", "in person"] as const;

/** A check: a person of ours called, read the site, went there or was written to, and found the listing right. Nothing else is one. */
export const checkSchema = z.strictObject({
  date: daySchema,
  how: z.enum(checkMethods),
  /** Who checked, by what they are and not by name. */
  role: z.string(),
});

export type LastCheck = z.infer<typeof checkSchema>;

/** What is checked at one pace. */
export type CheckKind = "lines" | "programs" | "library";

/** How long a check holds. `data/desk.json` says it, and README what each number means. */
export interface CheckRules {
  /** Days from one check to the next. */
  everyDays: Readonly<Record<CheckKind, number>>;
  /** After how many times as long a listing comes later in the order of ease … */
  sinksAfter: number;
  /** … and after how many its facts count as unconfirmed again. */
  lapsesAfter: number;
}

/** What a check is worth on a day. "unchecked": there was none, which readers are told in other words. */
export type Standing = "unchecked" | "checked" | "overdue" | "sunk" | "lapsed";

const msPerDay = 86_400_000;
/** So long after midnight UTC a day begins where checks are dated: in Central time, in summer an hour before. */
const dayBegins = 6 * 3_600_000;

/** What the last check of a listing is worth at `now` (epoch milliseconds). */
export function standingOf(lastCheck: LastCheck | null, kind: CheckKind, rules: CheckRules, now: number): Standing {
  if (lastCheck === null) return "unchecked";
  const [overdue, sinks, lapses] = turnsOf(lastCheck.date, kind, rules);
  if (now < overdue) return "checked";
  if (now < sinks) return "overdue";
  return now < lapses ? "sunk" : "lapsed";
}

/** The instants at which a check of that day becomes overdue, sinks the listing, and lapses (epoch milliseconds): not on the evening before. */
export function turnsOf(date: string, kind: CheckKind, { everyDays, sinksAfter, lapsesAfter }: CheckRules): [number, number, number] {
  const after = (times: number) => Date.parse(date) + dayBegins + Math.round(everyDays[kind] * times) * msPerDay;
  return [after(1), after(sinksAfter), after(lapsesAfter)];
}

/** How a listing's row is filed by its check, so that what the date changes is found without reading the listing. */
export function checkTag(lastCheck: LastCheck | null, kind: CheckKind): [facet: string, value: string][] {
  return lastCheck === null ? [] : [["check", `${kind}:${lastCheck.date}`]];
}

/** The kind and the day of such a tag; null for any other. */
export function readCheckTag(tag: string): { kind: CheckKind; date: string } | null {
  const [, kind, date] = tag.match(/^check (lines|programs|library):(\d{4}-\d\d-\d\d)$/) ?? [];
  return kind === undefined || date === undefined ? null : { kind: kind as CheckKind, date };
}
