import { dateInZone } from "./wall-clock.ts";

/** The clock by which the desk has its days. An evening in any state is then not yet the next day, nor is a morning still the last. */
const zone = "America/Chicago";

/** The day at the desk at an instant (epoch milliseconds): 2026-11-30. */
export function officeDay(at: number): string {
  return dateInZone(at, zone);
}

/** The month at the desk at an instant: 2026-11. */
export function officeMonth(at: number): string {
  return officeDay(at).slice(0, 7);
}
