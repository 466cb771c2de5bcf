import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { chromiumPath } from "../support/browser.ts";
import { generateDatabase } from "./made-up-programs.ts";
import { startApp } from "./processes.ts";
import { step } from "./report.ts";

/**
 * Lighthouse as a phone would see the site: all four scores must be 100. Run by `npm run lighthouse`. A busy machine only ever
 * makes a page look slower than it is, so a page has three tries and its best counts.
 */

const tries = 3;

const paths = ["/", "/programs", "/programs/smart-recovery"];

/** The scores of a page by category, and each audit that costs one of them. */
interface Judgement {
  scores: Record<string, number>;
  failing: string[];
}

type Result = NonNullable<Awaited<ReturnType<typeof lighthouse>>>["lhr"];

async function main(folder: string): Promise<boolean> {
  const database = join(folder, "real.sqlite");
  generateDatabase(database, 0);
  const app = await startApp(database);
  const chromium = await startChromium(folder);
  let perfect = true;
  try {
    for (const path of paths) {
      const { scores, failing } = await step(path, () => bestOf(tries, app.url + path, chromium.port));
      const said = Object.entries(scores).map(([category, score]) => `${category} ${score}`);
      console.log(`${path.padEnd(28)}${said.join("  ")}`);
      for (const audit of failing) console.log(`  ${audit}`);
      perfect &&= Object.values(scores).every((score) => score === 100);
    }
  } finally {
    await chromium.close();
    await app.stop();
  }
  return perfect;
}

async function bestOf(tries: number, url: string, port: number): Promise<Judgement> {
  const judgement = await judge(url, port);
  if (judgement.failing.length === 0 || tries === 1) return judgement;
  const again = await bestOf(tries - 1, url, port);
  return sum(again) >= sum(judgement) ? again : judgement;
}

const sum = ({ scores }: Judgement) => Object.values(scores).reduce((total, score) => total + score, 0);

async function judge(url: string, port: number): Promise<Judgement> {
  const run = await lighthouse(url, { port, output: "json", logLevel: "error" });
  if (!run || run.lhr.runtimeError) throw new Error(`Lighthouse gave up on ${url}: ${run?.lhr.runtimeError?.message ?? "no result"}`);
  const categories = Object.values(run.lhr.categories);
  return {
    scores: Object.fromEntries(categories.map(({ id, score }) => [id, Math.round((score ?? 0) * 100)])),
    failing: categories.filter(({ score }) => score !== 1).flatMap((category) => failingAudits(run.lhr, category)),
  };
}

/** The audits that weigh in a category and are not perfect. */
function failingAudits({ audits }: Result, { id, auditRefs }: Result["categories"][string]): string[] {
  const counted = auditRefs.filter(({ weight }) => weight > 0).map((ref) => audits[ref.id]!);
  const failing = counted.filter(({ score }) => score !== null && score < 1);
  return failing.map(({ title, displayValue, score }) => `${id}: ${title}${displayValue ? ` (${displayValue})` : ""}, ${score}`);
}

/** Chromium with a door for Lighthouse, talking to nobody but the page under test. */
async function startChromium(folder: string): Promise<{ port: number; close(): Promise<void> }> {
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic", "--no-first-run"];
  const child = spawn(
    chromiumPath(),
    [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      ...quiet,
      "--remote-debugging-port=0",
      `--user-data-dir=${join(folder, "profile")}`,
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  return {
    port: await portSaidBy(child),
    async close() {
      child.kill();
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

function portSaidBy(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr!.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const port = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said)?.[1];
      if (port) resolve(Number(port));
    });
    child.once("exit", () => reject(new Error(`Chromium ended before it listened:\n${said}`)));
    child.once("error", reject);
  });
}

const folder = mkdtempSync(join(tmpdir(), "porchlight-lighthouse-"));
try {
  process.exitCode = (await main(folder)) ? 0 : 1;
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
