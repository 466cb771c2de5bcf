import type { Compared } from "./rounds.ts";

/** One figure, beside its target where it has one. */
export interface Line {
  what: string;
  measured: string;
  /** In parentheses: a rough guide, which depends on the machine and is not counted. */
  target: string;
  verdict: string;
}

type Say = (value: number) => string;

export const milliseconds: Say = (value) => `${value < 1 ? value.toFixed(3) : value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;
export const seconds: Say = (value) => `${value.toFixed(2)} s`;
export const megabytes: Say = (value) => `${value.toFixed(0)} MB`;
export const kilobytes: Say = (value) => `${value.toFixed(2)} KB`;
export const times: Say = (value) => `${value.toFixed(3)}×`;
/** Small ratios as fractions: 1/100. */
export const fraction: Say = (value) => (value < 0.5 ? `1/${(1 / value).toFixed(value > 0.1 ? 1 : 0)}` : `${value.toFixed(2)}×`);

const met = "met";

/** Something that should stay below a limit; null: shown for comparison only. `more` follows the number. */
export function atMost(what: string, value: number, limit: number | null, say: Say, more = ""): Line {
  const measured = [say(value), more].filter(Boolean).join(" ");
  if (limit === null) return { what, measured, target: "", verdict: "" };
  return { what, measured, target: `≤ ${say(limit)}`, verdict: value <= limit ? met : missedBy(value / limit) };
}

/** Something that should stay above a floor. */
export function atLeast(what: string, value: number, floor: number, say: Say, more = ""): Line {
  const measured = [say(value), more].filter(Boolean).join(" ");
  return { what, measured, target: `≥ ${say(floor)}`, verdict: value >= floor ? met : missedBy(floor / value) };
}

/** A time or another figure that means something on one machine only; the guide is what a machine of 2026 should do. */
export function roughly(what: string, value: number, guide: number | null, say: Say): Line {
  return { what, measured: say(value), target: guide === null ? "" : `(≤ ${say(guide)})`, verdict: "" };
}

/** Our time by a rival's for the same `count` answers, with both times for one answer; null as `limit`: for comparison only. */
export function against(what: string, compared: Compared, limit: number | null, count = 1): Line {
  const { ratio, ours, theirs, counted, thrownAway } = compared;
  const thrown = thrownAway > 0 ? `; ${thrownAway} uneven rounds thrown away` : "";
  if (ratio === null)
    return { what, measured: `no even round${thrown}`, target: limit === null ? "" : `≤ ${fraction(limit)}`, verdict: "not measured" };
  const each = `(${milliseconds(ours / count)} to ${milliseconds(theirs / count)}; ${counted} rounds${thrown})`;
  return atMost(what, ratio, limit, fraction, each);
}

function missedBy(factor: number): string {
  return factor < 2 ? `missed by ${Math.ceil((factor - 1) * 100)}%` : `missed ${factor.toFixed(1)} times over`;
}

/** The lines as a table, under a heading each. */
export function printTable(parts: ReadonlyMap<string, readonly Line[]>): void {
  const columns = ["what", "measured", "target", "verdict"] as const;
  const all = [...parts.values()].flat();
  const widths = columns.map((column) => Math.max(column.length, ...all.map((line) => line[column].length)));
  const row = (cells: readonly string[]) => `  ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join("  ")}`.trimEnd();
  console.log(row(columns.map((column) => (column === "what" || column === "verdict" ? "" : column))));
  for (const [heading, lines] of parts) {
    console.log(`\n${heading}`);
    for (const line of lines) console.log(row(columns.map((column) => line[column])));
  }
  const targets = all.filter(({ verdict }) => verdict !== "");
  const missed = targets.filter(({ verdict }) => verdict !== met).length;
  if (targets.length > 0) console.log(`\n${missed === 0 ? "Every target is met." : `${missed} of ${targets.length} targets are missed.`}`);
}

/** Prints to stderr what is being done, and how long it took. */
export async function step<Result>(what: string, work: () => Result | Promise<Result>): Promise<Result> {
  const start = performance.now();
  process.stderr.write(`… ${what}`);
  const result = await work();
  process.stderr.write(` (${((performance.now() - start) / 1000).toFixed(1)} s)\n`);
  return result;
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5);
}

/** The number that this share of all numbers does not exceed. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = Float64Array.from(numbers).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
