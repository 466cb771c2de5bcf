import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fillDatabase } from "./generate.ts";
import { measureQuestions, measureTemplate } from "./inside.ts";
import { writeFeeds } from "./made-up-feed.ts";
import { measureMeetings } from "./meetings.ts";
import { type Line, printTable, step } from "./report.ts";
import { measureSlowLine } from "./slow-line.ts";
import { measureStart } from "./start.ts";
import { measureThroughput } from "./throughput.ts";
import { measureWeight } from "./weight.ts";

/**
 * Measures what the site promises about speed and weight, and prints it beside the targets: `npm run bench`.
 * With names behind it, only those parts: `npm run bench -- weight slow-line`. `npm run bench -- --generate FOLDER` only writes
 * 200,000 made-up meetings as 300 feeds. Ratios hold from one machine to another;
 * times do not, so read them on a quiet machine.
 */

const folder = mkdtempSync(join(tmpdir(), "porchlight-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const files = {
  real: join(folder, "real.sqlite"),
  medium: join(folder, "5k.sqlite"),
  large: join(folder, "50k.sqlite"),
  meetings: join(folder, "meetings.sqlite"),
};

const parts: Record<string, { heading: string; measure: () => Promise<Line[]> }> = {
  throughput: { heading: "Requests a second, × the constant server's", measure: () => measureThroughput(files, folder) },
  questions: {
    heading: "Answering a question",
    measure: () =>
      measureQuestions([
        { label: "real catalog", file: files.real, limit: null },
        { label: "5,000 programs", file: files.medium, limit: 0.3 },
        { label: "50,000 programs", file: files.large, limit: 0.7 },
      ]),
  },
  meetings: { heading: "Two hundred thousand meetings", measure: () => measureMeetings(files.meetings, folder) },
  template: { heading: "Making HTML", measure: () => measureTemplate(files.real) },
  start: { heading: "Starting", measure: () => measureStart(files.real) },
  weight: { heading: "Weight (brotli)", measure: () => measureWeight(files.real) },
  "slow-line": { heading: "A weak line and an old phone", measure: () => measureSlowLine(files.real) },
};

/** The load this began under, where others were using half the processors or more. */
const busy = loadavg()[0]! >= availableParallelism() / 2 ? loadavg()[0]!.toFixed(1) : null;

/** Only these ask about more programs than there are. */
const needMany = ["throughput", "questions"];

async function main(asked: readonly string[]): Promise<void> {
  const names = asked.length > 0 ? asked : Object.keys(parts);
  const unknown = names.find((name) => !parts[name]);
  if (unknown) throw new Error(`There is no part "${unknown}". Parts: ${Object.keys(parts).join(", ")}`);
  fillDatabase(files.real, 0);
  if (names.includes("meetings")) fillDatabase(files.meetings, 0);
  if (names.some((name) => needMany.includes(name))) {
    await step("making 5,000 programs", () => fillDatabase(files.medium, 5000));
    await step("making 50,000 programs", () => fillDatabase(files.large, 50_000));
  }
  const measured = new Map<string, Line[]>();
  for (const name of names) measured.set(parts[name]!.heading, await parts[name]!.measure());
  printTable(measured);
  if (busy) console.log(`The machine was busy when this began (load ${busy}): measure again on a quiet one before believing a miss.`);
}

try {
  const [first, target, ...rest] = process.argv.slice(2);
  if (first === "--generate") writeFeeds(target ?? "made-up-feeds", 200_000, 300);
  else await main([first, target, ...rest].filter((name) => name !== undefined));
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
}
