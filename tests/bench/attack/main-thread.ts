import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

// cspell:ignore schedstat

/**
 * Milliseconds that the main thread of a process has been on a processor: what other processes do meanwhile does not count. Where the
 * system does not say (it is Linux that does), the clock instead, which is more.
 */
function mainThreadTime(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

/** What a server still does for an answer after the client has it. */
const settling = 5;

/** Milliseconds that the main thread of a process spends on some work. */
export async function measureMainThread(pid: number, work: () => Promise<unknown>): Promise<number> {
  const before = mainThreadTime(pid);
  await work();
  await setTimeout(settling);
  return mainThreadTime(pid) - before;
}
