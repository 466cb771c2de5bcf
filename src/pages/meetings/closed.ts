import { type Closure, closureOf, whileClosed } from "../../meetings/closures.ts";
import type { Group } from "../../meetings/find-group.ts";
import type { Meeting } from "../../meetings/meeting.ts";
import type { Context } from "../../site/site.ts";
import { sayDate } from "../../words/dates.ts";
import type { Words } from "../../words/words.ts";

/** Returns what closes a meeting at the time of the page, or null. */
export function closureNow({ meetings, now }: Pick<Context, "meetings" | "now">, meeting: Meeting): Closure | null {
  const closures = meetings.closed.map(({ closure }) => closure);
  return closureOf(meeting, closures, now);
}

/** Returns a group as it is at the time of the page, with its closure. The first meeting decides for all. */
export function groupNow(context: Pick<Context, "meetings" | "now">, group: Group): { group: Group; closure: Closure | null } {
  const closure = closureNow(context, group.meetings[0]);
  if (closure === null) return { group, closure };
  const [first, ...others] = group.meetings;
  const meetings: Group["meetings"] = [whileClosed(first, closure), ...others.map((meeting) => whileClosed(meeting, closure))];
  const times = group.times.map((time) => ({ ...time, meeting: whileClosed(time.meeting, closure) }));
  return { group: { ...group, meetings, times }, closure };
}

/** Returns "Closed until 7 Dec 2026: the church has no heating". */
export function sayClosed({ until, words: why }: Closure, words: Words): string {
  return words.meetings.closedUntil(sayDate(until, words), why);
}
