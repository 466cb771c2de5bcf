import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask } from "./ask.ts";
import type { Databases } from "./databases.ts";
import { hasWrk, type Load, measureLoad } from "./load.ts";
import { randomMeetingAddresses } from "./meeting-questions.ts";
import { memoryOf, type Running, startApp, startServer } from "./processes.ts";
import { randomProgramAddresses } from "./questions.ts";
import { atLeast, atMost, type Line, median, megabytes, step, times } from "./report.ts";

/** Requests a second, beside a server that says the same each time: the bytes of the page itself, or a few letters. */

/** Many short rounds: a borrowed machine's speed changes by a third from one second to the next. */
const rounds = 15;
const mostRounds = 25;
/** A round in which the constant server itself changed by more than this tells nothing. */
const mostSpread = 0.5;
const duration = 1;
/** More than all rounds can ask for, so that no address comes twice. */
const manyAddresses = 60_000;
const keptPage = "/programs?format=phone";
const brotli = { "Accept-Encoding": "br" };

interface Contender {
  what: string;
  target: number;
  load: Load;
  /** What it is measured against. */
  against: Load;
  rates: number[];
  ratios: number[];
}

interface Servers {
  real: Running;
  medium: Running;
  meetings: Running;
}

/** Each beside what it is measured against, so that whatever else the machine does meets both alike. */
export async function measureThroughput({ folder, ...databases }: Databases): Promise<Line[]> {
  const files = [await databases.programs(0), await databases.programs(5000), await databases.meetings()] as const;
  const constant = await startServer(["tests/bench/constant.ts"]);
  const [real, medium, meetings] = [await startApp(files[0]), await startApp(files[1]), await startApp(files[2])];
  const same = await startServer(["tests/bench/constant.ts", `${real.url}${keptPage}`]);
  const base = constantLoad(constant);
  const contenders = await contendersOf({ real, medium, meetings }, { letters: base, page: constantLoad(same) }, folder);
  try {
    await step("warming up", () => warmUp([base, ...contenders.map(({ load }) => load)], folder));
    const kept = await runRounds(contenders, base, folder);
    const note = hasWrk ? "" : " (no wrk here: our own load generator flattens high ratios)";
    return [
      ...contenders.map(({ what, target, rates, ratios }) => atLeast(what, median(ratios), target, times, `(${perSecond(rates)}${note})`)),
      { what: "constant answer", measured: perSecond(kept), target: "", verdict: "" },
      atMost("memory after fresh pages, 5,000 programs", memoryOf(medium.pid), null, megabytes),
      atMost("memory after fresh pages, 200,000 meetings", memoryOf(meetings.pid), null, megabytes),
    ];
  } finally {
    await Promise.all([constant, same, real, medium, meetings].map((server) => server.stop()));
  }
}

function constantLoad({ url }: Running): Load {
  return { url, headers: brotli, addresses: null, from: 0 };
}

async function contendersOf(
  { real, medium, meetings }: Servers,
  { letters, page }: { letters: Load; page: Load },
  folder: string,
): Promise<Contender[]> {
  const kept = `${real.url}${keptPage}`;
  const { etag } = (await ask(kept, brotli)).headers;
  const listOf = (name: string, lines: readonly string[]) => {
    const file = join(folder, name);
    writeFileSync(file, `${lines.join("\n")}\n`);
    return file;
  };
  const contender = (what: string, target: number, load: Partial<Load> & { url: string }, against = letters): Contender => {
    return { what, target, load: { headers: brotli, addresses: null, from: 0, ...load }, against, rates: [], ratios: [] };
  };
  return [
    contender("kept page, × its bytes from a constant server", 0.85, { url: kept }, page),
    contender("304, not changed", 0.95, { url: kept, headers: { ...brotli, "If-None-Match": etag! } }),
    contender("fresh page, 5,000 programs", 0.028, {
      url: medium.url,
      addresses: listOf("programs.txt", randomProgramAddresses(manyAddresses, 2)),
    }),
    contender("fresh page, 200,000 meetings", 0.015, {
      url: meetings.url,
      addresses: listOf("meetings.txt", randomMeetingAddresses(manyAddresses, 2)),
    }),
  ];
}

/** Node compiles what is asked for again and again in steps: a server's rate grows by half over its first six seconds. */
const warmUpTime = 6;

async function warmUp(loads: readonly Load[], folder: string): Promise<void> {
  for (const load of loads) moveOn(load, await measureLoad(load, warmUpTime, folder), warmUpTime);
}

/** The rates of the constant server's letters in the rounds that counted. */
async function runRounds(contenders: readonly Contender[], letters: Load, folder: string): Promise<number[]> {
  const counted: number[] = [];
  let even = 0;
  for (let round = 1; even < rounds && round <= mostRounds; round++) {
    await step(`round ${round}`, async () => {
      const pairs = [];
      for (const contender of contenders) pairs.push(await measurePair(contender, folder));
      const constant = pairs.filter(({ against }) => against.load === letters).map(({ against }) => against.rate);
      if (Math.max(...constant) / Math.min(...constant) - 1 > mostSpread) return process.stderr.write(" thrown away: too uneven");
      even++;
      counted.push(...constant);
      for (const { contender, rate, against } of pairs) {
        contender.rates.push(rate);
        contender.ratios.push(rate / against.rate);
      }
    });
  }
  return counted;
}

async function measurePair(contender: Contender, folder: string) {
  const { load, against } = contender;
  const rate = await measureLoad(load, duration, folder);
  moveOn(load, rate, duration);
  return { contender, rate, against: { load: against, rate: await measureLoad(against, duration, folder) } };
}

/** The next round goes on after the addresses that this one asked for. */
function moveOn(load: Load, rate: number, lasted: number): void {
  if (load.addresses !== null) load.from += Math.ceil(rate * (lasted + 1));
}

function perSecond(rates: readonly number[]): string {
  return `${Math.round(median(rates)).toLocaleString("en-US")}/s`;
}
