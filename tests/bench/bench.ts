import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { measureAttack } from "./attack/attack.ts";
import { measureFeedGrowth } from "./attack/feeds.ts";
import { type Databases, databasesIn } from "./databases.ts";
import { editForEver } from "./edit-for-ever.ts";
import { measureEdits } from "./edits.ts";
import { measureFacets } from "./facets.ts";
import { measureImport } from "./import.ts";
import { measureKills } from "./kills.ts";
import { writeFeeds } from "./made-up-meetings.ts";
import { measureNear } from "./near.ts";
import { type Line, printTable, step } from "./report.ts";
import { measureSlowLine } from "./slow-line.ts";
import { measureSoonest } from "./soonest.ts";
import { measureStart } from "./start.ts";
import { measureTemplate } from "./template.ts";
import { measureThroughput } from "./throughput.ts";
import { measureWeight } from "./weight.ts";
import { measureWords } from "./words.ts";

/**
 * Measures what the site promises about speed and weight, and prints it beside the targets: `npm run bench`. With names behind it,
 * only those parts: `npm run bench -- weight near`. `npm run bench -- --generate FOLDER` only writes 200,000 made-up meetings as 300
 * feeds.
 *
 * It is run as one compiled file, as the server is, so that what is measured is what operators run.
 *
 * Targets of time are ratios: we and what an engineer would otherwise use answer the same questions in turn, in one run, so they hold
 * on any machine. Times by themselves, with a guide in parentheses, hold only on a quiet machine of 2026.
 */

interface Part {
  heading: string;
  measure: (databases: Databases) => Promise<Line[]>;
}

const parts: Record<string, Part> = {
  throughput: { heading: "Requests a second, × the constant server's", measure: measureThroughput },
  facets: { heading: "Choices", measure: measureFacets },
  words: { heading: "Words", measure: measureWords },
  near: { heading: "Distance", measure: measureNear },
  soonest: { heading: "The clock", measure: measureSoonest },
  import: { heading: "Taking in a feed", measure: measureImport },
  edits: { heading: "Editing", measure: measureEdits },
  start: { heading: "Starting", measure: measureStart },
  template: { heading: "Making HTML", measure: measureTemplate },
  weight: { heading: "Weight (brotli)", measure: measureWeight },
  "slow-line": { heading: "A weak line and an old phone", measure: measureSlowLine },
};

/** Only where they are named: these are no speeds, and they try to do harm. */
const onlyNamed: Record<string, Part> = {
  attack: { heading: "One client against all others", measure: measureAttack },
  kills: { heading: "Kills and restores", measure: measureKills },
  parsers: { heading: "Feeds made to slow the parsers down", measure: measureFeedGrowth },
};

/** The load this began under, where others were using half the processors or more. */
const busy = loadavg()[0]! >= availableParallelism() / 2 ? loadavg()[0]!.toFixed(1) : null;

async function main(asked: readonly string[]): Promise<void> {
  const names = asked.length > 0 ? asked : Object.keys(parts);
  const all = { ...parts, ...onlyNamed };
  const unknown = names.find((name) => !all[name]);
  if (unknown) throw new Error(`There is no part "${unknown}". Parts: ${Object.keys(all).join(", ")}`);
  const folder = mkdtempSync(join(tmpdir(), "porchlight-bench-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const databases = databasesIn(folder);
  const measured = new Map<string, Line[]>();
  try {
    for (const name of names) measured.set(all[name]!.heading, await all[name]!.measure(databases));
  } finally {
    printTable(measured);
  }
  if (busy) console.log(`The machine was busy when this began (load ${busy}): believe the ratios, not the times.`);
}

try {
  const [first, target, ...rest] = process.argv.slice(2);
  if (first === "--generate") await step("writing feeds", () => writeFeeds(target ?? "made-up-feeds", 200_000, 300));
  else if (first === "--edit") editForEver(target!);
  else await main([first, target, ...rest].filter((name) => name !== undefined));
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
}
