import { dateInZone, inZone } from "./wall-clock.ts";

/** The clock by which the desk has its days. An evening in any state is then not yet the next day, nor is a morning still the last. */
export const officeZone = "America/Chicago";

/** The day at the desk at an instant (epoch milliseconds): 2026-11-30. */
export function officeDay(at: number): string {
  return dateInZone(at, officeZone);
}

/** The time of day at the desk at an instant, in minutes after midnight. */
export function officeMinutes(at: number): number {
  return inZone(at, officeZone).minutes;
}

/** The month at the desk at an instant: 2026-11. */
export function officeMonth(at: number): string {
  return officeDay(at).slice(0, 7);
}
