import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** The folder of backups: each is named after its time, and the oldest are removed. */

/** Ends the name of an unfinished copy. */
export const partEnding = ".part";

const hour = 3_600_000;
const day = 24 * hour;
const pattern = /^porchlight-(\d{4})-(\d\d)-(\d\d)T(\d\d)(\d\d)(\d\d)Z\.sqlite$/;

/** How many backups to keep: the newest of each of the last days, weeks (from Monday) and months that have one. */
interface Keep {
  days: number;
  weeks: number;
  months: number;
}

/** Returns the file name of a backup made at this time (epoch milliseconds): porchlight-2026-11-30T094710Z.sqlite. */
export function nameOfBackup(at: number): string {
  return `porchlight-${momentInName(at)}.sqlite`;
}

/** Formats a time for a file name, to the second: 2026-11-30T094710Z. */
export function momentInName(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(":", "")}Z`;
}

/** Returns when the newest backup in a folder was made; null where there is none. Times are in epoch milliseconds. */
export function lastBackup(folder: string, now: number): number | null {
  return momentsUntil(now, folder)[0] ?? null;
}

/** Removes the backups that `keep` does not cover, and nothing else. Returns their names. */
export function removeOldBackups(folder: string, keep: Keep, now: number): string[] {
  const names = chooseOld(momentsUntil(now, folder), keep).map(nameOfBackup);
  for (const name of names) rmSync(join(folder, name), { force: true });
  return names;
}

/** Returns the times that no rule keeps, from a list with the newest first. The newest is always kept. */
export function chooseOld(moments: readonly number[], { days, weeks, months }: Keep): number[] {
  const kept = new Set([
    ...moments.slice(0, 1),
    ...newestOfEach(moments, days, (at) => Math.floor(at / day)),
    // 1 January 1970 was a Thursday.
    ...newestOfEach(moments, weeks, (at) => Math.floor((at / day + 3) / 7)),
    ...newestOfEach(moments, months, (at) => new Date(at).toISOString().slice(0, 7)),
  ]);
  return moments.filter((at) => !kept.has(at));
}

function newestOfEach(moments: readonly number[], count: number, periodOf: (at: number) => unknown): number[] {
  return moments.filter((at, n) => n === 0 || periodOf(at) !== periodOf(moments[n - 1]!)).slice(0, count);
}

/** Removes what interrupted backups have left. One in progress was modified within the last hour. */
export function removeOldParts(folder: string, now: number): void {
  for (const name of readdirSync(folder).filter((file) => file.startsWith("porchlight-") && file.includes(partEnding))) {
    const made = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (now - made > hour) rmSync(join(folder, name), { force: true });
  }
}

/**
 * Returns the times of the backups, newest first; empty where the folder cannot be read. One from the future was made while the clock was
 * wrong: if it counted as the newest, none would be made until then.
 */
function momentsUntil(now: number, folder: string): number[] {
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    // Missing or not accessible: a backup reports that when it is made.
  }
  const moments = names.flatMap((name) => momentOf(name) ?? []);
  return moments.filter((at) => at <= now).sort((a, b) => b - a);
}

function momentOf(name: string): number | null {
  const parts = pattern.exec(name)?.slice(1).map(Number);
  if (!parts) return null;
  const [year, month, date, hours, minutes, seconds] = parts as [number, number, number, number, number, number];
  return Date.UTC(year, month - 1, date, hours, minutes, seconds);
}
