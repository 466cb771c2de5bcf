import { type Line, median, milliseconds, percentile, roughly } from "./report.ts";

/** How long single calls take on this machine: a rough guide beside the ratios. */

const rounds = 5;

/** The median over some rounds for each piece of work, in milliseconds, after one round to warm up: what else the machine did in between drops out. */
export function timeEach(count: number, work: (at: number) => unknown): number[] {
  const measured = Array.from({ length: rounds + 1 }, () => timeRound(count, work)).slice(1);
  return Array.from({ length: count }, (_, at) => median(measured.map((times) => times[at]!)));
}

function timeRound(count: number, work: (at: number) => unknown): number[] {
  return Array.from({ length: count }, (_, at) => {
    const start = performance.now();
    work(at);
    return performance.now() - start;
  });
}

/** Two lines: the median and the 99th percentile, with a guide for each where there is one. */
export function callTimes(what: string, times: readonly number[], median: number | null, far: number | null): Line[] {
  return [
    roughly(`${what}, p50`, percentile(times, 0.5), median, milliseconds),
    roughly(`${what}, p99`, percentile(times, 0.99), far, milliseconds),
  ];
}
