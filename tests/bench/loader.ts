import { readFileSync } from "node:fs";
import { Agent, get } from "node:http";
import type { Load } from "./load.ts";

/** A load generator for machines without wrk. It is slower than the fastest servers here, which then look alike. */
const load = JSON.parse(process.argv[2]!) as Load & { duration: number; connections: number };
const addresses = load.addresses === null ? [""] : readFileSync(load.addresses, "utf8").trim().split("\n");
const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
const end = performance.now() + load.duration * 1000;
let at = load.from;
let answered = 0;

function ask(): void {
  if (performance.now() > end) return;
  const url = load.url + addresses[at++ % addresses.length]!;
  get(url, { agent, headers: load.headers }, (res) => {
    if (res.statusCode! >= 400) throw new Error(`${res.statusCode} at ${url}`);
    res.resume().once("end", () => {
      answered++;
      ask();
    });
  });
}

for (let started = 0; started < load.connections; started++) ask();
process.once("beforeExit", () => {
  console.log(`Requests/sec: ${answered / load.duration}`);
  agent.destroy();
});
