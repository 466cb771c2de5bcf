import { once } from "node:events";
import type { Server } from "node:http";
import type { Socket } from "node:net";
import { setImmediate, setTimeout } from "node:timers/promises";
import { type Connections, isUnderWay } from "./connections.ts";

/** How often connections that have had their last answer are looked for, in milliseconds. */
const checkInterval = 50;

/**
 * Answers what was asked until now, waits at most `patience` milliseconds for it, and resolves when all connections are closed.
 * `refuseNewcomers` is called when whoever connects from then on is to be refused, `refuseWaiting` when patience is over.
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

/** Goes round the event loop until that brings nothing new: Node accepts one connection each time, and reads from it the next time. */
async function readAll({ open }: Connections): Promise<void> {
  const arrived = () => [...open].reduce((sum, { bytesRead }) => sum + 1 + bytesRead, 0);
  let before: number;
  do {
    before = arrived();
    await setImmediate();
    await setImmediate();
  } while (arrived() !== before);
}

/** Opened ahead, as browsers do, and nothing asked. */
function isSilent(connections: Connections, socket: Socket): boolean {
  return socket.bytesRead === 0 && !isUnderWay(connections, socket);
}

async function closed(socket: Socket): Promise<void> {
  if (!socket.closed) await new Promise<void>((resolve) => socket.once("close", () => resolve()));
}
