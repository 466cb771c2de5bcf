const day = 86_400_000;

/** How long to wait after so many failures in a row: five minutes, doubled each time up to a day, of which jitter (0…1) keeps half or more. Milliseconds. */
export function backOffTime(failures: number, jitter: number): number {
  if (!(failures > 0)) return 0;
  const max = Math.min(day, 300_000 * 2 ** (failures - 1));
  return Math.round(max * (0.5 + Math.min(1, Math.max(0, jitter)) / 2));
}
