import { once } from "node:events";
import { type IncomingHttpHeaders, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** As it came over the line: nothing is decompressed. */
  body: Buffer;
}

/** A server that listens on a free port of this machine. */
export interface Listening {
  port: number;
  /** Asks for a path, sent as it stands, with these headers and no others. */
  ask(path: string, headers?: Record<string, string>, method?: string): Promise<Answer>;
  close(): Promise<void>;
}

/** Opens a server to real requests. */
export async function listen(server: Server): Promise<Listening> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    port,
    ask: (path, headers = {}, method = "GET") =>
      new Promise((resolve, reject) => {
        const asked = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, async (res) => {
          try {
            const body = Buffer.concat(await res.toArray());
            resolve({ status: res.statusCode ?? 0, headers: res.headers, body });
          } catch (error) {
            reject(error);
          }
        });
        asked.once("error", reject).end();
      }),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
