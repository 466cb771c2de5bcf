import { type Agent, request } from "node:http";
import { brotliDecompressSync } from "node:zlib";

/** An answer of whatever status. */
interface RawAnswer {
  status: number;
  /** As it is before compression. */
  body: Buffer;
}

/** Asks for a path, sent as it is written, and takes whatever comes. Rejects where no answer comes. */
export function askRaw(url: string, path: string, agent: Agent, encoding: "br" | "identity" = "br"): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, agent, headers: { "Accept-Encoding": encoding } }, async (res) => {
      try {
        const sent = Buffer.concat(await res.toArray());
        const body = res.headers["content-encoding"] === "br" ? brotliDecompressSync(sent) : sent;
        resolve({ status: res.statusCode ?? 0, body });
      } catch (error) {
        reject(error);
      }
    });
    asked.once("error", reject).end();
  });
}
