import type { IncomingMessage, ServerResponse } from "node:http";
import type { Encoding } from "./compress.ts";
import { entityTag, matchesTag } from "./etag.ts";

/** A cached page: compressed, with its response headers. */
export interface KeptPage extends Origin {
  tag: string;
  /** All headers in Node's fastest form, a flat list of names and values, with Content-Length last. */
  headers: string[];
  cacheControl: string;
  body: Buffer;
  /** True while it is only compressed quickly; it is recompressed when requested again. */
  recompressible: boolean;
}

/** Version of each list of data, by name. */
type Versions = Readonly<Record<string, string>>;

/** What a page was made from. */
interface Origin {
  /** Null means all of them. */
  lists: readonly string[] | null;
  versions: Versions;
  /** When a page that is valid for a minute was made (epoch milliseconds); null where only the data matters. */
  madeAt: number | null;
  /** When it is valid by the clock alone (epoch milliseconds); null where that does not matter. */
  period: { from: number; until: number } | null;
}

interface Body {
  contentType: string;
  encoding: Encoding;
  bytes: Buffer;
}

export const vary = ["Vary", "Accept-Encoding"] as const;

/** Builds a page, ready to be cached and sent. `commonHeaders` are those of every response; the tag is made from them and the body. */
export function keepPage(
  origin: Origin,
  body: Body,
  commonHeaders: readonly string[],
  cacheControl: string,
  recompressible: boolean,
): KeptPage {
  const tag = entityTag(body.bytes, commonHeaders);
  const headers = commonHeaders.concat(cachingHeaders(cacheControl, tag), describeBody(body));
  const { lists, versions, madeAt, period } = origin;
  // Not `...origin`: V8 then gives each page a separate hidden class of a quarter of a kilobyte.
  return { lists, versions, madeAt, period, tag, cacheControl, headers, body: inOwnMemory(body.bytes), recompressible };
}

/** Returns the page with a body compressed harder. The tag stays: both decode to the same, and no ranges are served that could mix them. */
export function withBody(page: KeptPage, body: Buffer): KeptPage {
  const { lists, versions, madeAt, period, tag, cacheControl } = page;
  const headers = page.headers.slice(0, -1).concat(String(body.length));
  return { lists, versions, madeAt, period, tag, cacheControl, headers, body: inOwnMemory(body), recompressible: false };
}

/**
 * Returns a copy in separate memory. zlib and Buffer.from return slices of buffers up to ten times as large (64 KB since Node 24), all of
 * which would be retained with the page.
 */
function inOwnMemory(bytes: Buffer): Buffer {
  const copy = Buffer.alloc(bytes.length);
  bytes.copy(copy);
  return copy;
}

/** Returns the headers that describe a body, Content-Length last. */
export function describeBody({ contentType, encoding, bytes }: Body): string[] {
  const encoded = encoding === "identity" ? [] : ["Content-Encoding", encoding];
  return ["Content-Type", contentType, ...encoded, "Content-Length", String(bytes.length)];
}

/** Whether a page is still valid: its lists have these versions, and the clock allows it. */
export function isStillTrue(page: Origin, versions: Versions, now: () => number): boolean {
  const isOfNow =
    page.versions === versions || (page.lists ?? Object.keys(versions)).every((list) => page.versions[list] === versions[list]);
  return isOfNow && !isExpired(page, now);
}

/** Whether the period is over, or has not begun because the clock was set back. */
function isExpired({ period }: Origin, now: () => number): boolean {
  if (period === null) return false;
  const at = now();
  return at < period.from || at >= period.until;
}

/** Returns the headers that a 304 needs to repeat (RFC 9110, 15.4.5). */
function cachingHeaders(cacheControl: string, tag: string): string[] {
  return ["Cache-Control", cacheControl, ...vary, "ETag", tag];
}

/** Sends the page, or 304 to a reader who has the same copy. */
export function sendKept(req: IncomingMessage, res: ServerResponse, page: KeptPage, now: () => number): void {
  const unchanged = matchesTag(req.headers["if-none-match"], page.tag);
  const headers = unchanged ? cachingHeaders(page.cacheControl, page.tag) : page.headers;
  res.writeHead(unchanged ? 304 : 200, page.madeAt === null ? headers : [...headers, ...ageHeader(page.madeAt, now())]);
  res.end(unchanged || req.method === "HEAD" ? undefined : page.body);
}

/** The time in this cache counts towards the minute for which every later cache may keep the page. */
function ageHeader(madeAt: number, now: number): string[] {
  return ["Age", String(Math.max(0, Math.floor((now - madeAt) / 1000)))];
}

/** Approximate size of a page's objects without their contents, in bytes. */
const overhead = 500;

/** Returns the bytes that a page takes, with its headers and its key. */
export function sizeOf({ body, headers }: KeptPage, key: string): number {
  return overhead + key.length + body.length + headers.join("").length;
}
