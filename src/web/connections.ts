import { readFileSync } from "node:fs";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";

/** A request and its response. */
export interface Exchange {
  req: IncomingMessage;
  res: ServerResponse;
}

/** The open connections of a server, with the exchange on each. */
export interface Connections {
  /** Oldest first. */
  open: ReadonlySet<Socket>;
  /** Last exchange recorded on a connection, which may be over. */
  lastOn: WeakMap<Duplex, Exchange>;
}

/**
 * Tracks a server's connections. When there are more than `max`, closes the least valuable one, so that a thousand silent clients do not
 * keep others out. Node's own maxConnections would reject the newest instead.
 */
export function trackConnections(server: Server, max: number): Connections {
  const open = new Set<Socket>();
  const connections: Connections = { open, lastOn: new WeakMap() };
  server.on("connection", (socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    if (open.size > max) leastMissed(connections, socket).destroy();
  });
  return connections;
}

/** Whether a response is being made or sent. */
export function isUnderWay({ lastOn }: Connections, socket: Socket): boolean {
  const last = lastOn.get(socket);
  return last !== undefined && !last.res.writableFinished;
}

/**
 * Returns the oldest idle connection that never got a response; else the oldest idle one; else the oldest that is slow to read; else the
 * newest, because responses are being made for all others.
 */
function leastMissed(connections: Connections, newest: Socket): Socket {
  let idle: Socket | null = null;
  let slow: Socket | null = null;
  for (const socket of connections.open) {
    if (socket === newest || socket.destroyed) continue;
    if (socket.writableLength > 0) slow ??= socket;
    else if (!isUnderWay(connections, socket)) {
      if (socket.bytesWritten === 0) return socket;
      idle ??= socket;
    }
  }
  return idle ?? slow ?? newest;
}

/** Descriptors for everything but connections: the database, the log, and the processes that fetch and index. */
const reservedDescriptors = 60;

/** Returns how many connections the operating system allows this process; infinity where it does not say. */
export function possibleConnections(): number {
  const [, descriptors] = readLimits().match(/^Max open files +(\d+)/m) ?? [];
  return descriptors === undefined ? Number.POSITIVE_INFINITY : Math.max(1, Number(descriptors) - reservedDescriptors);
}

/** Only Linux has this file. */
function readLimits(): string {
  try {
    return readFileSync("/proc/self/limits", "utf8");
  } catch {
    return "";
  }
}
