import { STATUS_CODES } from "node:http";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { ask, PrivateAddress, redirectOf, type ServerAnswer } from "../../fetch/ask.ts";
import { decodeText } from "./decode.ts";
import { describeWrongContent, errorInText } from "./not-a-feed.ts";

/** Fetches an external feed: politely, within limits, and never from inside the operator's own network. */

interface FetchOptions extends FetchLimits {
  /** Identifies the client: the product's name and the site's address. */
  userAgent: string;
  /** From the last response; null on the first visit. */
  etag: string | null;
  lastModified: string | null;
}

/** Limits of a visit; each has a default. */
export interface FetchLimits {
  /** True only in tests: allows 127.0.0.1, where their server is, and no other private address. */
  allowPrivate?: boolean;
  /** For the whole visit, including redirects. */
  timeoutMs?: number;
  /** Of the feed, both compressed and decompressed. */
  maxBytes?: number;
}

export type Fetched =
  | { kind: "fetched"; text: string; etag: string | null; lastModified: string | null }
  | { kind: "unchanged" }
  | { kind: "failed"; reason: string };

type Limits = FetchOptions & { timeoutMs: number; maxBytes: number; signal: AbortSignal };

const megabyte = 1024 * 1024;
const maxRedirects = 5;

/** Why a visit failed, in a sentence for the operator. */
class Failure extends Error {}

/** Fetches a feed unless it has not changed. Never throws: errors are described in a sentence. */
export async function fetchFeed(url: string, options: FetchOptions): Promise<Fetched> {
  const timeoutMs = options.timeoutMs ?? 20_000;
  const limits = { ...options, timeoutMs, maxBytes: options.maxBytes ?? 64 * megabyte, signal: AbortSignal.timeout(timeoutMs) };
  let at = url;
  try {
    for (let redirects = 0; redirects <= maxRedirects; redirects++) {
      const address = readAddress(at);
      at = address.href;
      const response = await askForFeed(address, limits);
      const target = redirectOf(response);
      if (target === null) return await receive(response, address, limits);
      response.destroy();
      at = followRedirect(at, target);
    }
    throw new Failure(`${hostOf(url)} redirects more than ${maxRedirects} times; it may lead in a circle.`);
  } catch (error) {
    return { kind: "failed", reason: sentence(error as NodeJS.ErrnoException, at, limits) };
  }
}

/** Returns where a redirect leads. Throws a Failure if that is from https to http. */
export function followRedirect(from: string, target: string): string {
  const to = URL.canParse(target, from) ? new URL(target, from).href : target;
  if (from.startsWith("https:") && to.startsWith("http:")) throw new Failure(downgradeReason(from, to));
  return to;
}

function readAddress(url: string): URL {
  if (!URL.canParse(url)) throw new Failure(`“${url.slice(0, 200)}” is not a web address; it must begin with https:// or http://.`);
  const address = new URL(url);
  if (!/^https?:$/.test(address.protocol)) throw new Failure(`A feed comes by https or http, not by “${address.protocol}”.`);
  return address;
}

function askForFeed(address: URL, { userAgent, etag, lastModified, signal, allowPrivate = false }: Limits): Promise<ServerAnswer> {
  const headers = {
    "User-Agent": userAgent,
    Accept: "application/json, text/csv;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate, br",
    ...(etag === null ? {} : { "If-None-Match": etag }),
    ...(lastModified === null ? {} : { "If-Modified-Since": lastModified }),
  };
  return ask(address, { method: "GET", headers, signal, allowPrivate });
}

async function receive(response: ServerAnswer, address: URL, limits: Limits): Promise<Fetched> {
  const status = response.statusCode!;
  if (status === 304 && (limits.etag ?? limits.lastModified) !== null) {
    response.destroy();
    return { kind: "unchanged" };
  }
  if (status !== 200) throw new Failure(await refusalOf(response, address, limits));
  const text = await readBody(response, limits);
  return { kind: "fetched", text, etag: response.headers.etag ?? null, lastModified: response.headers["last-modified"] ?? null };
}

/** Names the status, with the error that the response describes and a remedy, if there are any. */
async function refusalOf(response: ServerAnswer, address: URL, limits: Limits): Promise<string> {
  const status = response.statusCode!;
  const text = await readBody(response, { ...limits, maxBytes: Math.min(limits.maxBytes, megabyte) }).catch(() => "");
  const said = saidIn(text);
  const name = [status, STATUS_CODES[status]].filter(Boolean).join(" ");
  return [`${address.host} answers ${name}${said}.`, cures[status]].filter(Boolean).join(" ");
}

function saidIn(text: string): string {
  const page = describeWrongContent(text);
  if (page !== null) return ` with ${page}`;
  const error = errorInText(text);
  return error === null ? "" : `: “${error}”`;
}

const cures: Record<number, string> = {
  401: "It asks for a key or a password: ask whoever keeps it.",
  403: "It turns this site away: ask whoever keeps it to let it in.",
  404: "Check the feed's address.",
  410: "The feed is gone for good: remove it, or find its new address.",
  429: "It is asked too often: wait before the next visit.",
};

/** Reads and decompresses a response. Throws beyond the limit. */
async function readBody(response: ServerAnswer, { maxBytes, signal }: Limits): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = Number(response.headers["content-length"]) > maxBytes ? Number.POSITIVE_INFINITY : 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new Failure(tooLarge(maxBytes));
    chunks.push(chunk);
  }
  // A body without a length ends when the connection does, and so seems complete when the time is up.
  signal.throwIfAborted();
  const unpacked = await unpack(Buffer.concat(chunks), response.headers["content-encoding"] ?? "", maxBytes);
  return decodeText(unpacked, response.headers["content-type"]?.match(/charset="?([\w-]+)/i)?.[1] ?? null);
}

/** Decompresses up to a limit, because a small body may expand to any size. */
async function unpack(body: Buffer, encoding: string, maxOutputLength: number): Promise<Buffer> {
  const name = encoding.trim().toLowerCase();
  if (body.length === 0 || name === "" || name === "identity") return body;
  if (name === "gzip" || name === "x-gzip") return promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gunzip)(body, { maxOutputLength });
  if (name === "br") return promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress)(body, { maxOutputLength });
  if (name !== "deflate") throw new Failure(`The feed is packed as “${encoding}”; only gzip, deflate and br can be unpacked.`);
  // Some servers send deflate without the zlib header that RFC 9110 requires; the first byte shows which it is.
  const inflate = (body[0]! & 15) === 8 ? zlib.inflate : zlib.inflateRaw;
  return promisify<Buffer, zlib.ZlibOptions, Buffer>(inflate)(body, { maxOutputLength });
}

const tooLarge = (bytes: number) => `The feed is larger than ${Math.round((bytes / megabyte) * 100) / 100} MB, which is the limit.`;
const privateReason = (url: string) => `${hostOf(url)} leads into a private network, where no feed may be fetched from.`;
const downgradeReason = (from: string, to: string) =>
  `${hostOf(from)} leads from https to http (${hostOf(to)}), where anybody on the way can change the feed. Look for its address in https.`;
const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : "The feed's address");

function sentence(error: NodeJS.ErrnoException, url: string, { timeoutMs, maxBytes, signal }: Limits): string {
  if (error instanceof Failure) return error.message;
  if (signal.aborted)
    return `${hostOf(url)} did not send its feed within ${timeoutMs / 1000} seconds. One that is slow may be given more ("timeout" in data/feeds.json).`;
  if (error instanceof PrivateAddress) return privateReason(url);
  if (error.code === "ERR_BUFFER_TOO_LARGE") return tooLarge(maxBytes);
  if (/^Z_|^ERR_.*BROTLI|^ERR__ERROR_FORMAT/.test(error.code ?? "")) return `${hostOf(url)} sends packed data that is damaged.`;
  if (/CERT|SIGNATURE|^ERR_TLS/.test(error.code ?? "")) return `${hostOf(url)} has no valid certificate (${error.message}).`;
  return `${hostOf(url)} ${troubles[error.code ?? ""] ?? `could not be reached (${error.message})`}.`;
}

const troubles: Record<string, string> = {
  ENOTFOUND: "is not known: no such name on the internet. Check its spelling",
  EAI_AGAIN: "could not be looked up: the name servers do not answer",
  ECONNREFUSED: "refuses the connection",
  ECONNRESET: "broke the connection off",
  ETIMEDOUT: "does not answer",
  EHOSTUNREACH: "cannot be reached from this network",
  ENETUNREACH: "cannot be reached from this network",
};
