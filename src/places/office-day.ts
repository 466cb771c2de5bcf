import { dateInZone, inZone } from "./wall-clock.ts";

/** Time zone of the desk's days. In it, an evening in any state is not yet the next day, nor is a morning still the previous one. */
export const officeZone = "America/Chicago";

/** Returns the date at the desk at an instant (epoch milliseconds): 2026-11-30. */
export function officeDay(at: number): string {
  return dateInZone(at, officeZone);
}

/** Returns the time of day at the desk at an instant, in minutes after midnight. */
export function officeMinutes(at: number): number {
  return inZone(at, officeZone).minutes;
}

/** Returns the month at the desk at an instant: 2026-11. */
export function officeMonth(at: number): string {
  return officeDay(at).slice(0, 7);
}
