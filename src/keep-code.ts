import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { root } from "./root.ts";

/** Pages that most starts are asked for first. */
const firstPages = ["/", "/programs", "/meetings", "/programs?q=somebody+to+talk+to", "/healthz"];

/** Maximum milliseconds. It takes two seconds; without the code a start is only slower. */
const maxTime = 60_000;

/**
 * Starts the newly built server over a new database, requests its first pages, and has it store the code that V8 has compiled by then
 * (launch.ts): what every start runs, and nothing else. On failure prints a warning; the server then only starts more slowly.
 */
export async function keepCode(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "porchlight-build-"));
  const server = spawn(process.execPath, [...startArguments(), "--keep-code"], {
    cwd: fileURLToPath(root),
    // None of the operator's settings: it must not fetch feeds.
    env: { HOST: "127.0.0.1", PORT: "0", DATABASE: join(folder, "new.sqlite"), LOG_LEVEL: "silent" },
    stdio: ["ignore", "pipe", "ignore"],
    timeout: maxTime,
  });
  const ended = once(server, "exit");
  try {
    await askForPages(server.stdout);
  } catch (error) {
    console.error(`The server's code could not be kept (${(error as Error).message}). It starts more slowly.`);
  }
  server.kill();
  await ended;
  rmSync(folder, { recursive: true });
}

/** Requests each page once the server has printed its address. */
async function askForPages(said: Readable): Promise<void> {
  for await (const line of createInterface(said)) {
    const [address] = line.match(/http:\S+/) ?? [];
    if (address === undefined) continue;
    for (const page of firstPages) await askFor(address + page);
    return;
  }
  throw new Error("it did not start");
}

/** Returns the Node arguments of `npm start`: V8 accepts code only from a process with the same options. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
  return scripts.start.match(/exec node (.+)$/)[1].split(" ");
}

async function askFor(address: string): Promise<void> {
  const answer = await fetch(address, { headers: { "Accept-Encoding": "br", Connection: "close" } });
  await answer.arrayBuffer();
}
