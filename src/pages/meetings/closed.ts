import { type Closure, closureOf } from "../../meetings/closures.ts";
import type { Meeting } from "../../meetings/meeting.ts";
import type { Context } from "../../site/site.ts";
import { sayDate } from "../../words/dates.ts";
import type { Words } from "../../words/words.ts";

/** What closes a meeting at the moment of the page. */
export function closureNow({ meetings, now }: Pick<Context, "meetings" | "now">, meeting: Meeting): Closure | null {
  const closures = meetings.closed.map(({ closure }) => closure);
  return closureOf(meeting, closures, now);
}

/** "Closed until 7 Dec 2026: the church has no heating". */
export function sayClosed({ until, words: why }: Closure, words: Words): string {
  return words.meetings.closedUntil(sayDate(until, words), why);
}
