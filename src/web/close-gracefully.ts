import { once } from "node:events";
import type { Server } from "node:http";
import type { Socket } from "node:net";
import { setImmediate, setTimeout } from "node:timers/promises";
import { type Connections, isUnderWay } from "./connections.ts";

/** Interval between checks for connections that have sent their last response, in milliseconds. */
const checkInterval = 50;

/**
 * Handles the requests received so far, waits at most `patience` milliseconds for them, and resolves when all connections are closed. Calls
 * `refuseNewcomers` once new connections must be refused, and `refuseWaiting` when patience is over.
 */
export async function closeGracefully(
  server: Server,
  connections: Connections,
  patience: number,
  { refuseNewcomers, refuseWaiting }: { refuseNewcomers(asked: ReadonlySet<Socket>): void; refuseWaiting(): void },
): Promise<void> {
  const isOver = setTimeout(patience, true, { ref: false });
  await Promise.race([readAll(connections), isOver]);
  const asked = new Set(connections.open);
  refuseNewcomers(asked);
  for (const socket of asked) if (isSilent(connections, socket)) socket.destroy();
  const closeIdle = setInterval(() => server.closeIdleConnections(), checkInterval).unref();
  server.closeIdleConnections();
  // The port stays open until then: a refusal with a sentence is better than none.
  await Promise.race([Promise.all([...asked].map(closed)), isOver]);
  clearInterval(closeIdle);
  refuseWaiting();
  server.close();
  server.closeAllConnections();
  await once(server, "close");
}

/** Runs the event loop until it brings nothing new: Node accepts one connection in each iteration and reads from it in the next. */
async function readAll({ open }: Connections): Promise<void> {
  const arrived = () => [...open].reduce((sum, { bytesRead }) => sum + 1 + bytesRead, 0);
  let before: number;
  do {
    before = arrived();
    await setImmediate();
    await setImmediate();
  } while (arrived() !== before);
}

/** Whether a connection has sent no request, such as those that browsers open ahead. */
function isSilent(connections: Connections, socket: Socket): boolean {
  return socket.bytesRead === 0 && !isUnderWay(connections, socket);
}

async function closed(socket: Socket): Promise<void> {
  if (!socket.closed) await new Promise<void>((resolve) => socket.once("close", () => resolve()));
}
