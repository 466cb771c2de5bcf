import { readdirSync } from "node:fs";
import { Agent } from "node:http";
import { connect, type Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { memoryOf, type Running } from "../processes.ts";
import { atMost, type Line, megabytes, milliseconds, step } from "../report.ts";
import { askRaw } from "./answers.ts";

/** What clients can do to each other by how they speak. All of it comes from this machine, and is bounded. */

const pipelined = 200;
/** Milliseconds that another client may wait for a small page meanwhile. */
const maxWait = 500;
const halfOpen = 2000;
const slowReaders = 60;
/** Answers that each slow reader asks for: more than the system takes off the server's hands. */
const answersEach = 40;
/** Seconds after which next to nothing of them may be left: a server waits a minute for a reader, and looks now and then. */
const patience = 75;
const maxLeft = 10;
/** MB that slow readers may add. */
const maxAdded = 100;

/** One connection sends many requests at once; another client asks for a small page as often as it is answered. */
export async function measurePipelining({ url }: Running): Promise<Line[]> {
  const many = Array.from({ length: pipelined }, (_, at) => requestFor(`/meetings.ics?day=monday&q=hope+${at}`)).join("");
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const [socket] = await open(url, 1);
  let longest = 0;
  await step("pipelining", async () => {
    socket!.resume().write(many);
    const end = performance.now() + 3000;
    while (performance.now() < end) {
      const begun = performance.now();
      await askRaw(url, "/healthz", agent);
      longest = Math.max(longest, performance.now() - begun);
    }
  });
  socket!.destroy();
  agent.destroy();
  return [atMost(`longest wait while another client has ${pipelined} requests pipelined`, longest, maxWait, milliseconds)];
}

/** Connections that stay half open, and such that ask without reading. What is left of them is counted in descriptors. */
export async function measureIdleClients({ url, pid }: Running): Promise<Line[]> {
  const before = descriptorsOf(pid);
  if (before === null) return [];
  const memoryBefore = memoryOf(pid);
  const idle = await open(url, halfOpen);
  for (const socket of idle) socket.write("GET /meetings HTTP/1.1\r\nHost: a\r\nX-Slow: ");
  const slow = await open(url, slowReaders);
  for (const socket of slow) socket.pause().write(requestFor("/meetings.ics").repeat(answersEach));
  await step(`waiting for ${halfOpen} half-open connections and ${slowReaders} slow readers to be let go`, async () => {
    await setTimeout(patience * 1000);
  });
  const left = Math.max(0, (descriptorsOf(pid) ?? 0) - before);
  const lines = [
    atMost(`descriptors left of ${halfOpen} half-open connections and ${slowReaders} slow readers`, left, maxLeft, String),
    atMost("memory that they hold", Math.max(0, memoryOf(pid) - memoryBefore), maxAdded, megabytes),
  ];
  for (const socket of [...idle, ...slow]) socket.destroy();
  return lines;
}

function requestFor(path: string): string {
  return `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
}

/** So many connections, which this side never closes by itself. What becomes of them later is no error here. */
async function open(url: string, count: number): Promise<Socket[]> {
  const { hostname, port } = new URL(url);
  const sockets: Socket[] = [];
  for (let at = 0; at < count; at++) {
    const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
    socket.on("error", () => undefined);
    sockets.push(socket);
    if (at % 100 === 99) await setTimeout(10);
  }
  return sockets;
}

/** How many files and connections a process has open; null where the system does not say. */
function descriptorsOf(pid: number): number | null {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return null;
  }
}
