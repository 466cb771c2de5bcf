import { promisify } from "node:util";
import zlib, { constants } from "node:zlib";
import { ask, redirectOf, type ServerAnswer } from "../fetch/ask.ts";
import type { HostTurns } from "./host-turns.ts";

/** How strangers' servers are asked. */
export interface Manners {
  /** Says who asks: the product's name and the site's address. */
  userAgent: string;
  turns: HostTurns;
  /** For one request with all its redirects. */
  timeoutMs: number;
  /** Of a page, both as sent and unpacked: the rest is not read. */
  maxBytes: number;
  /** True only in tests: lets 127.0.0.1 pass, where their server is. */
  allowPrivate: boolean;
}

/** The answer at the end of all redirects. */
export interface Arrival {
  status: number;
  headers: ServerAnswer["headers"];
  /** As much of the page as is looked at; "" after HEAD. */
  page: string;
  /** Every address on the way, the first and the last too. */
  way: URL[];
  /** How many of the redirects, from the first on, were said to be for good. */
  forGood: number;
}

/** A way that leads nowhere; the message is short: "circle", "timeout". */
export class LeadsNowhere extends Error {}

const maxRedirects = 10;

/** Asks for a link and goes wherever it leads. Rejects with LeadsNowhere, PrivateAddress or what Node says. */
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

/** The beginning of a page, as text. What cannot be read or unpacked is "": a look at the page is not worth a verdict of its own. */
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

/** Some pack although they were asked not to. The end may be missing. */
async function unpackStart(body: Buffer, encoding: string, maxOutputLength: number): Promise<Buffer> {
  if (/gzip|deflate/i.test(encoding)) {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength };
    return promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.unzip)(body, options);
  }
  if (!/br/i.test(encoding)) return body;
  const options = { finishFlush: constants.BROTLI_OPERATION_FLUSH, maxOutputLength };
  return promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress)(body, options);
}
