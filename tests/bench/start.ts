import { spawn } from "node:child_process";
import { once } from "node:events";
import { ask } from "./ask.ts";
import type { Databases } from "./databases.ts";
import { memoryOf, startApp } from "./processes.ts";
import { against, atMost, type Line, megabytes, roughly, seconds, step } from "./report.ts";
import { compare, ownTime } from "./rounds.ts";

/** From the start of the process to its first page, over a database already filled and indexed, and the memory it has then. */

/** Starts wait for the disk and for a turn on the processor, so they need more rounds than work that only computes. */
const plan = { rounds: 7, maxRounds: 15, stopwatch: ownTime };

export async function measureStart(databases: Databases): Promise<Line[]> {
  return [
    ...(await measureOver("real catalog", await databases.programs(0), "/programs", { seconds: 0.5, memory: 130 })),
    ...(await measureOver("200,000 meetings", await databases.meetings(), "/meetings", { seconds: 2.5, memory: 300 })),
  ];
}

async function measureOver(what: string, file: string, path: string, guide: { seconds: number; memory: number }): Promise<Line[]> {
  // The first start keeps the indexes that later ones read.
  await startOnce(file, path);
  const { memory } = await startOnce(file, path);
  const ours = async () => (await startOnce(file, path)).took;
  const compared = await step(`starting over ${what}`, () => compare(ours, () => openOnce(file), plan));
  return [
    against(`start to first answer, ${what}, by Node opening the file`, compared, 4),
    roughly(`start to first answer, ${what}`, compared.ours / 1000, guide.seconds, seconds),
    atMost(`memory after load, ${what}`, memory, guide.memory, megabytes),
  ];
}

/** Milliseconds to the first page, and the memory in MB after it. */
async function startOnce(file: string, path: string): Promise<{ took: number; memory: number }> {
  const begun = performance.now();
  const server = await startApp(file);
  try {
    await ask(server.url + path, { "Accept-Encoding": "br" });
    return { took: performance.now() - begun, memory: memoryOf(server.pid) };
  } finally {
    await server.stop();
  }
}

/** The least that a start can be: Node, better-sqlite3, and a first look into the file. Milliseconds. */
async function openOnce(file: string): Promise<number> {
  const program = "require('better-sqlite3')(process.argv[1], { readonly: true }).prepare('SELECT count(*) FROM sqlite_master').get()";
  const begun = performance.now();
  const child = spawn(process.execPath, ["-e", program, file], { stdio: ["ignore", "ignore", "inherit"] });
  const [status] = await once(child, "exit");
  if (status !== 0) throw new Error(`Node could not open ${file}.`);
  return performance.now() - begun;
}
