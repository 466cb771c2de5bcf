import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../../src/database/open.ts";
import { searchMeetings } from "../../src/meetings/search.ts";
import { noFilter } from "../../src/search/filter.ts";
import { openSite, type Site } from "../../src/site/site.ts";
import { loadAssets } from "../../src/web/assets.ts";
import { ask } from "./ask.ts";
import { timeEach } from "./inside.ts";
import { groupWords, madeUpFeed } from "./made-up-feed.ts";
import { memoryOf, type Running, startApp } from "./processes.ts";
import { type Chance, chanceFrom } from "./random.ts";
import { atMost, type Line, megabytes, milliseconds, percentile, seconds, step, times } from "./report.ts";

/** What two hundred thousand meetings cost: to take in while readers read, to start with, and to ask. */

const many = 200_000;
/** Of the pages asked for while nothing else happens. */
const calmPages = 400;

/** Imports a feed beside a running server, starts anew over it, and asks. The file holds the real catalog. */
export async function measureMeetings(file: string, folder: string): Promise<Line[]> {
  const feed = join(folder, "feed.json");
  writeFileSync(feed, madeUpFeed(many, chanceFrom(5)));
  const imported = await step("importing 200,000 meetings beside a server", () => importBeside(file, feed));
  const started = await step("starting over them", () => startOver(file));
  const site = openSite(openDatabase(file), { siteUrl: "http://localhost", contactEmail: null }, loadAssets());
  const asked = await step("asking", () => askAll(site));
  site.db.close();
  return [...imported, ...started, ...asked];
}

/** How long the import takes and what it needs, and what readers feel of it until its meetings are shown. */
async function importBeside(file: string, feed: string): Promise<Line[]> {
  const server = await startApp(file);
  for (let page = 0; page < calmPages; page++) await timePage(server, page);
  const calm: number[] = [];
  for (let page = 0; page < calmPages; page++) calm.push(await timePage(server, page));
  const begun = performance.now();
  const args = ["--id", "made-up", "--program", "alcoholics-anonymous", "--zone", "America/Denver", "--file", feed];
  const child = spawn(process.execPath, ["--max-old-space-size=450", "dist/cli.js", "feeds", "import", ...args], {
    env: { ...process.env, DATABASE: file },
  });
  const ended = once(child, "exit").then(() => (performance.now() - begun) / 1000);
  const meanwhile: number[] = [];
  let most = 0;
  while (!(await showsMeetings(server))) {
    for (let page = 0; page < 100; page++) meanwhile.push(await timePage(server, page));
    if (child.exitCode === null) most = Math.max(most, peakOf(child.pid!) ?? most);
  }
  const took = await ended;
  await server.stop();
  const slower = percentile(meanwhile, 0.99) / percentile(calm, 0.99);
  return [
    atMost("import of a feed of 200,000 meetings", took, 30, seconds),
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

/** The most memory that a process has had, in MB; null where the system does not tell. Mapped files are the system's own cache. */
function peakOf(pid: number): number | null {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) / 1024;
  } catch {
    return null;
  }
}

async function startOver(file: string): Promise<Line[]> {
  const begun = performance.now();
  const server = await startApp(file);
  await ask(`${server.url}/meetings`, { "Accept-Encoding": "br" });
  const took = (performance.now() - begun) / 1000;
  const memory = memoryOf(server.pid);
  await server.stop();
  return [
    atMost("start to first answer, 200,000 meetings", took, 2.5, seconds),
    atMost("memory after load, 200,000 meetings", memory, 300, megabytes),
  ];
}

function askAll(site: Site): Line[] {
  const p99 = (near: boolean, q: (chance: Chance) => string) => {
    const chance = chanceFrom(9);
    const questions = Array.from({ length: 600 }, () => question(chance, near, q(chance)));
    return percentile(
      timeEach(questions.length, (at) => questions[at]!(site)),
      0.99,
    );
  };
  return [
    atMost(
      "soonest first with filters, p99",
      p99(false, () => ""),
      2.5,
      milliseconds,
    ),
    atMost(
      "near a place, p99",
      p99(true, () => ""),
      2,
      milliseconds,
    ),
    atMost(
      "with words, p99",
      p99(false, (chance) => chance.pick(groupWords)),
      5,
      milliseconds,
    ),
  ];
}

/** A day, half of the time a type, in words or from somewhere. */
function question(chance: Chance, near: boolean, q: string): (site: Site) => unknown {
  const chosen = { day: [chance.pick(["monday", "friday"])], ...(chance.happens(0.5) ? { type: [chance.pick(["open", "women"])] } : {}) };
  const from = near ? { latitude: 31 + chance.below(16), longitude: -118 + chance.below(40), miles: 50 } : null;
  return ({ meetings }) => searchMeetings(meetings, { ...noFilter, q, chosen }, 1_790_000_000_000, from);
}
