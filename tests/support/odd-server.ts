import { readFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Manners } from "../../src/links/follow.ts";
import { openHostTurns } from "../../src/links/host-turns.ts";

/** A stranger's server on this machine, with its odd or hostile answers. */
export interface OddServer {
  /** Its address, without a slash at the end. */
  url: string;
  /** What it was asked for: "HEAD /page". */
  asked: string[];
  close(): Promise<void>;
}

/** A key and a certificate for 127.0.0.1 that nobody vouches for. */
const localhost = readFileSync(join(import.meta.dirname, "localhost.pem"), "utf8");

/** Opens a server that answers so; robots.txt is 404 unless it answers for that itself. */
export async function openOddServer(answer: RequestListener, { secure = false } = {}): Promise<OddServer> {
  const asked: string[] = [];
  const listener: RequestListener = (req, res) => {
    asked.push(`${req.method} ${req.url}`);
    answer(req, res);
  };
  const server: Server = secure ? createSecureServer({ key: localhost, cert: localhost }, listener) : createServer(listener);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `${secure ? "https" : "http"}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}

/** How links are asked in tests: on this machine, and without any pause. */
export const hasty: Manners = {
  userAgent: "Porchlight (+https://porchlight.example)",
  turns: openHostTurns(
    0,
    () => 0,
    async () => undefined,
  ),
  timeoutMs: 2000,
  maxBytes: 64 * 1024,
  allowPrivate: true,
};
