import { promisify } from "node:util";
import zlib, { constants } from "node:zlib";
import { ask, redirectOf, type ServerAnswer } from "../fetch/ask.ts";
import type { HostTurns } from "./host-turns.ts";

/** Rules for requests to external servers. */
export interface Manners {
  /** Identifies the client: the product's name and the site's address. */
  userAgent: string;
  turns: HostTurns;
  /** For each request, and again for each redirect. */
  timeoutMs: number;
  /** Of a page, both as sent and decompressed: the rest is not read. */
  maxBytes: number;
  /** True only in tests: allows 127.0.0.1, where their server is. */
  allowPrivate: boolean;
}

/** The response at the end of all redirects. */
export interface Arrival {
  status: number;
  headers: ServerAnswer["headers"];
  /** The part of the page that is examined; "" after HEAD. */
  page: string;
  /** Every address on the way, including the first and the last. */
  way: URL[];
  /** How many of the redirects, from the first on, were permanent. */
  forGood: number;
}

/** Thrown for redirects without a destination; the message is short: "circle", "redirect". */
export class LeadsNowhere extends Error {}

/** Milliseconds for one request with all its redirects, and bytes of a page. */
export const visitLimits = { timeoutMs: 15_000, maxBytes: 128 * 1024 } as const;

const maxRedirects = 10;

/** Requests a link and follows its redirects. Rejects with LeadsNowhere, PrivateAddress or Node's error. */
export async function follow(url: string, method: "GET" | "HEAD", manners: Manners): Promise<Arrival> {
  const way = [new URL(url)];
  let forGood = 0;
  for (;;) {
    const address = way.at(-1)!;
    await manners.turns.take(address.host);
    const signal = AbortSignal.timeout(manners.timeoutMs);
    const answer = await ask(address, { ...manners, method, headers: headersFor(manners), signal });
    const target = redirectOf(answer);
    if (target === null) {
      const page = method === "GET" ? await readPage(answer, manners.maxBytes, signal) : "";
      answer.destroy();
      return { status: answer.statusCode!, headers: answer.headers, page, way, forGood };
    }
    answer.destroy();
    if (forGood === way.length - 1 && (answer.statusCode === 301 || answer.statusCode === 308)) forGood++;
    way.push(nextAddress(address, target));
    if (way.length > maxRedirects + 1) throw new LeadsNowhere("circle");
  }
}

function headersFor({ userAgent }: Manners) {
  return { "User-Agent": userAgent, Accept: "text/html, */*;q=0.8", "Accept-Language": "en", "Accept-Encoding": "identity" };
}

function nextAddress(from: URL, target: string): URL {
  if (!URL.canParse(target, from.href)) throw new LeadsNowhere("redirect");
  const to = new URL(target, from);
  if (!/^https?:$/.test(to.protocol)) throw new LeadsNowhere("redirect");
  return to;
}

/** Returns the beginning of a page as text, or "" if it cannot be read or decompressed: that alone does not justify a verdict. */
async function readPage(answer: ServerAnswer, maxBytes: number, signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= maxBytes) break;
    }
    signal.throwIfAborted();
    const body = Buffer.concat(chunks).subarray(0, maxBytes);
    return (await unpackStart(body, answer.headers["content-encoding"] ?? "", maxBytes)).toString("utf8");
  } catch {
    return "";
  }
}

/** Decompresses a page, which may be truncated. Some servers compress although asked not to. */
async function unpackStart(body: Buffer, encoding: string, maxOutputLength: number): Promise<Buffer> {
  if (/gzip|deflate/i.test(encoding)) {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength };
    return promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.unzip)(body, options);
  }
  if (!/br/i.test(encoding)) return body;
  const options = { finishFlush: constants.BROTLI_OPERATION_FLUSH, maxOutputLength };
  return promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress)(body, options);
}
