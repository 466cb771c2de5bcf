import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** One connection to a server, on which bytes go as they are. */
export interface Talk {
  socket: Socket;
  /** All that came back so far. */
  heard(): string;
  /** The statuses of the answers so far. */
  statuses(): number[];
  /** Resolves when this has come back. */
  until(pattern: RegExp): Promise<void>;
  /** Resolves to all that came back, when the server has hung up. */
  ended: Promise<string>;
}

/** Writes these bytes to a server of this machine. `allowHalfOpen` is a client that never hangs up by itself. */
export function talk(port: number, bytes = "", { allowHalfOpen = false } = {}): Talk {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen });
  let heard = "";
  socket.setEncoding("utf8").on("data", (chunk) => (heard += chunk));
  socket.on("error", () => undefined);
  if (bytes !== "") socket.write(bytes);
  return {
    socket,
    heard: () => heard,
    statuses: () => statusesIn(heard),
    async until(pattern) {
      while (!pattern.test(heard)) await once(socket, "data");
    },
    ended: new Promise((resolve) => {
      for (const event of ["end", "close"]) socket.once(event, () => resolve(heard));
    }),
  };
}

/** The statuses of these answers, in turn. */
export function statusesIn(heard: string): number[] {
  return [...heard.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}

/** A request with nothing but what HTTP asks for. */
export function plainGet(path: string): string {
  return `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
}
