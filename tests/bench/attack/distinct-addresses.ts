import { Agent } from "node:http";
import { memoryOf, type Running } from "../processes.ts";
import { type Chance, chanceFrom } from "../random.ts";
import { atMost, type Line, megabytes, step } from "../report.ts";
import { askRaw } from "./answers.ts";

const manyAddresses = 60_000;
/** Seconds: on a busy machine fewer addresses have to do, and the line says how many. */
const maxDuration = 100;
const connections = 8;
/** MB of the resident set, at the real catalog. */
const maxMemory = 200;

/** What a server keeps of sixty thousand addresses that nobody asks for twice. Not compressed: that takes longest, and keeps least. */
export async function measureDistinctAddresses({ url, pid }: Running): Promise<Line[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const before = memoryOf(pid);
  let peak = before;
  let at = 0;
  const end = performance.now() + maxDuration * 1000;
  const askOnAndOn = async () => {
    while (at < manyAddresses && performance.now() < end) {
      const number = at++;
      await askRaw(url, addressOf(number), agent, "identity");
      if (number % 2000 === 0) peak = Math.max(peak, memoryOf(pid));
    }
  };
  await step(`asking for ${manyAddresses} addresses`, () => Promise.all(Array.from({ length: connections }, askOnAndOn)));
  agent.destroy();
  const note = `(from ${megabytes(before)}, at most ${megabytes(peak)})`;
  return [atMost(`memory after ${at.toLocaleString("en-US")} distinct addresses`, memoryOf(pid), maxMemory, megabytes, note)];
}

/** Kinds of addresses that can be made up without end. Each chance has its number as its seed, so a run repeats itself. */
const kinds: readonly ((number: number, chance: Chance) => string)[] = [
  (number, chance) => `/sitemap.xml${number}${filler(chance, 20_000)}`,
  (number, chance) => `/robots.txt?y=${number}${filler(chance, 2000)}`,
  (number) => `/healthz?x=${number}`,
  (number, chance) => `/robots.txt?x=${number}${filler(chance, 78_000)}`,
  (number, chance) => `/about?x=${number}${filler(chance, 78_000)}`,
  (number, chance) => `/no-such-page-${number}${filler(chance, 2000)}`,
  (_, chance) => `/meetings/made-up-m${1 + chance.below(900)}?tz=${spelledAnew("america/new_york", chance)}`,
  (_, chance) => `/meetings/made-up-m${1 + chance.below(900)}?tz=${spelledAnew("europe/berlin", chance)}`,
  (_, chance) => `/meetings/made-up-m${1 + chance.below(900)}?tz=${spelledAnew("australia/lord_howe", chance)}`,
  (number, chance) => `/programs?category=x${number}${filler(chance, 60)}`,
  (number) => `/programs?q=phone+${number}`,
  (number) => `/library?page=${number}`,
  (number, chance) => `/PROGRAMS/smart-recovery?near=${number}${filler(chance, 2000)}`,
];

function addressOf(number: number): string {
  return kinds[number % kinds.length]!(number, chanceFrom(number));
}

/** Letters up to a length; most are short. */
function filler(chance: Chance, maxLength: number): string {
  return "a".repeat(Math.floor(chance.next() ** 4 * maxLength));
}

function spelledAnew(zone: string, chance: Chance): string {
  return [...zone].map((letter) => (chance.happens(0.5) ? letter.toUpperCase() : letter)).join("");
}
