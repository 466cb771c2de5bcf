import type { Meeting } from "../meeting.ts";

/** How often these meet in a week, all together: how many times, and on how many of its days. */
export function weekOf(meetings: readonly Pick<Meeting, "occurrences" | "frequency" | "join">[]): { times: number; days: number } {
  const each = meetings.filter(meetsEveryWeek).flatMap(({ occurrences }) => occurrences);
  return { times: each.length, days: new Set(each.map(({ day }) => day)).size };
}

/** What is paused, or is not sure to meet each week, promises nothing. */
function meetsEveryWeek({ join, frequency }: Pick<Meeting, "frequency" | "join">): boolean {
  return join !== "paused" && frequency.sure && frequency.weeks.length === 0 && frequency.value !== "monthly";
}
