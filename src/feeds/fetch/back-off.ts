const day = 86_400_000;

/** Returns milliseconds to wait after consecutive failures: five minutes, doubled up to a day, of which jitter (0…1) keeps half or more. */
export function backOffTime(failures: number, jitter: number): number {
  if (!(failures > 0)) return 0;
  const max = Math.min(day, 300_000 * 2 ** (failures - 1));
  return Math.round(max * (0.5 + Math.min(1, Math.max(0, jitter)) / 2));
}
