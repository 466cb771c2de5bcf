import type { Meeting } from "../meeting.ts";

/** How often some meetings meet in a week, all together. */
export interface Weekly {
  times: number;
  /** On how many of its days. */
  days: number;
}

/** Whether a meeting is sure to meet each week: what is paused, or may skip a week, promises nothing. */
export function meetsEveryWeek({ join, frequency }: Pick<Meeting, "frequency" | "join">): boolean {
  return join !== "paused" && frequency.sure && frequency.weeks.length === 0 && frequency.value !== "monthly";
}

/** How often these meet in a week, all together. The same for a whole list is `weeklyMeetings` of search.ts. */
export function weeklyOf(meetings: readonly Pick<Meeting, "occurrences" | "frequency" | "join">[]): Weekly {
  const times = meetings.filter(meetsEveryWeek).flatMap(({ occurrences }) => occurrences);
  return { times: times.length, days: new Set(times.map(({ day }) => day)).size };
}
