import { closureNow } from "../../meetings/closed-rows.ts";
import { type Closure, whileClosed } from "../../meetings/closures.ts";
import type { Group } from "../../meetings/find-group.ts";
import type { Context } from "../../site/site.ts";
import { sayDate } from "../../words/dates.ts";
import type { Words } from "../../words/words.ts";

/** Returns a group as it is at the time of the page, with its closure. The first meeting decides for all. */
export function groupNow({ meetings: { closed }, now }: Context, group: Group): { group: Group; closure: Closure | null } {
  const closure = closureNow(closed, group.meetings[0], now);
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
