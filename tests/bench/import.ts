import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask } from "./ask.ts";
import { type Databases, manyMeetings } from "./databases.ts";
import { argumentsOf, type Running, startApp } from "./processes.ts";
import { feedZone, importInto } from "./product.ts";
import { against, atMost, type Line, megabytes, milliseconds, percentile, roughly, seconds, step, times } from "./report.ts";
import { importRaw } from "./rivals/raw-import.ts";
import { compare, processorTime } from "./rounds.ts";

/** What it costs to take in a feed of 200,000 meetings: against the least it could cost, and for those who read meanwhile. */

/** Of the pages asked for while nothing else happens. */
const calmPages = 400;
/** An import takes half a minute: one even round is what one waits for. */
const plan = { rounds: 1, maxRounds: 3, stopwatch: processorTime };

export async function measureImport(databases: Databases): Promise<Line[]> {
  const real = await databases.programs(0);
  const feed = databases.feed();
  const copy = join(databases.folder, "imported.sqlite");
  const startAnew = () => {
    for (const ending of ["", "-wal", "-shm"]) rmSync(copy + ending, { force: true });
    copyFileSync(real, copy);
  };
  const ours = () => {
    startAnew();
    const { added } = importInto(copy, feed);
    if (added !== manyMeetings) throw new Error(`The import added ${added} meetings instead of ${manyMeetings}.`);
  };
  const compared = await step("import against parsing and inserting", () =>
    compare(ours, () => importRaw(join(databases.folder, "raw.sqlite"), feed), plan),
  );
  startAnew();
  const file = join(databases.folder, "to-import.json");
  writeFileSync(file, feed);
  const beside = await step("import beside a server", () => importBeside(copy, file));
  return [against("import of 200,000 meetings, by JSON.parse and INSERT", compared, 4), ...beside];
}

/** How long the operator's command takes and what it needs, and what readers feel of it until its meetings are shown. */
async function importBeside(file: string, feed: string): Promise<Line[]> {
  const server = await startApp(file);
  for (let page = 0; page < calmPages; page++) await timePage(server, page);
  const calm: number[] = [];
  for (let page = 0; page < calmPages; page++) calm.push(await timePage(server, page));
  const begun = performance.now();
  const args = ["--id", "made-up", "--program", "alcoholics-anonymous", "--zone", feedZone, "--file", feed];
  const child = spawn(process.execPath, [...argumentsOf("feeds"), "import", ...args], {
    env: { ...process.env, DATABASE: file },
  });
  const ended = once(child, "exit").then(() => (performance.now() - begun) / 1000);
  const meanwhile: number[] = [];
  let most = 0;
  while (!(await showsMeetings(server))) {
    for (let page = 0; page < 100; page++) meanwhile.push(await timePage(server, page));
    if (child.exitCode === null) most = Math.max(most, peakOf(child.pid!) ?? most);
    else if (child.exitCode > 0) throw new Error(`npm run feeds -- import ended with ${child.exitCode}.`);
  }
  const took = await ended;
  await server.stop();
  const slower = percentile(meanwhile, 0.99) / percentile(calm, 0.99);
  return [
    roughly("import of 200,000 meetings beside a server", took, 30, seconds),
    atMost("memory that the import needs at most", most, 500, megabytes),
    atMost("pages during the import and the indexing, p99, × before", slower, 2, times, `(${milliseconds(percentile(meanwhile, 0.99))})`),
  ];
}

/** Pages that have to be made, each once: another address each time. */
let addresses = 0;
async function timePage({ url }: Running, page: number): Promise<number> {
  const start = performance.now();
  await ask(`${url}/programs?page=${1 + (page % 8)}&q=support+${addresses++}`, { "Accept-Encoding": "br" });
  return performance.now() - start;
}

async function showsMeetings({ url }: Running): Promise<boolean> {
  const { body } = await ask(`${url}/meetings.json?page=2`);
  return (JSON.parse(body.toString()) as { total: number }).total > 0;
}

/** The most memory that a process has had, in MB; null where the system does not say. Mapped files are the system's own cache. */
function peakOf(pid: number): number | null {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) / 1024;
  } catch {
    return null;
  }
}
