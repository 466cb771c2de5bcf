/** One target, and what was measured. */
export interface Line {
  what: string;
  measured: string;
  target: string;
  /** Measured by target. */
  ratio: string;
  verdict: "ok" | "over" | "under" | "";
}

type Say = (value: number) => string;

export const milliseconds: Say = (value) => `${value < 1 ? value.toFixed(3) : value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;
export const seconds: Say = (value) => `${value.toFixed(2)} s`;
export const megabytes: Say = (value) => `${value.toFixed(0)} MB`;
export const kilobytes: Say = (value) => `${value.toFixed(2)} KB`;
export const times: Say = (value) => `${value.toFixed(3)}×`;

/** Something that should stay below a limit; null: shown for comparison only. `more` stands behind the number. */
export function atMost(what: string, value: number, limit: number | null, say: Say, more = ""): Line {
  const measured = [say(value), more].filter(Boolean).join(" ");
  if (limit === null) return { what, measured, target: "", ratio: "", verdict: "" };
  return { what, measured, target: `≤ ${say(limit)}`, ratio: (value / limit).toFixed(2), verdict: value <= limit ? "ok" : "over" };
}

/** Something that should stay above a floor. */
export function atLeast(what: string, value: number, floor: number, say: Say, more = ""): Line {
  const measured = [say(value), more].filter(Boolean).join(" ");
  return { what, measured, target: `≥ ${say(floor)}`, ratio: (value / floor).toFixed(2), verdict: value >= floor ? "ok" : "under" };
}

/** The lines as a table, under a heading each. */
export function printTable(parts: ReadonlyMap<string, readonly Line[]>): void {
  const columns = ["what", "measured", "target", "ratio", "verdict"] as const;
  const all = [...parts.values()].flat();
  const widths = columns.map((column) => Math.max(column.length, ...all.map((line) => line[column].length)));
  const row = (cells: readonly string[]) => `  ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join("  ")}`.trimEnd();
  console.log(row(columns.map((column) => (column === "what" || column === "verdict" ? "" : column))));
  for (const [heading, lines] of parts) {
    console.log(`\n${heading}`);
    for (const line of lines) console.log(row(columns.map((column) => line[column])));
  }
  const missed = all.filter(({ verdict }) => verdict === "over" || verdict === "under").length;
  console.log(
    `\n${missed === 0 ? "Every target is met." : `${missed} of ${all.filter(({ verdict }) => verdict).length} targets are missed.`}`,
  );
}

/** Says on the side what is going on, and how long it took. */
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
