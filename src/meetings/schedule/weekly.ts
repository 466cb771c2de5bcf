import type { Meeting } from "../meeting.ts";

/** How often some meetings meet in a week, in total. */
export interface Weekly {
  times: number;
  /** Number of weekdays on which they meet. */
  days: number;
}

/** Whether a meeting is certain to meet every week. One that is paused, or may skip a week, is not. */
export function meetsEveryWeek({ join, frequency }: Pick<Meeting, "frequency" | "join">): boolean {
  return join !== "paused" && frequency.sure && frequency.weeks.length === 0 && frequency.value !== "monthly";
}

/** Returns how often these meet in a week, in total. `weeklyMeetings` in search.ts does the same for a whole list. */
export function weeklyOf(meetings: readonly Pick<Meeting, "occurrences" | "frequency" | "join">[]): Weekly {
  const times = meetings.filter(meetsEveryWeek).flatMap(({ occurrences }) => occurrences);
  return { times: times.length, days: new Set(times.map(({ day }) => day)).size };
}
