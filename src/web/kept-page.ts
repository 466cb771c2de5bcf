import type { IncomingMessage, ServerResponse } from "node:http";
import type { Encoding } from "./compress.ts";
import { entityTag, matchesTag } from "./etag.ts";

/** A page as the cache keeps it: compressed, with the headers that it is sent under. */
export interface KeptPage extends Origin {
  tag: string;
  /** All headers as Node takes them most quickly: names and values in turn, Content-Length last. */
  headers: string[];
  cacheControl: string;
  body: Buffer;
  /** True while it is only compressed quickly; it is compressed harder when somebody asks for it again. */
  recompressible: boolean;
}

/** The version of each list of data, by its name. */
type Versions = Readonly<Record<string, string>>;

/** What a page was made from. */
interface Origin {
  /** Null: all of them. */
  lists: readonly string[] | null;
  versions: Versions;
  /** For a page of a minute, when it was made (epoch milliseconds); null where only the data decides. */
  madeAt: number | null;
  /** The instant from which it is not true any more by the clock alone; null where there is none. */
  trueUntil: number | null;
}

interface Body {
  contentType: string;
  encoding: Encoding;
  bytes: Buffer;
}

const minute = 60_000;
export const vary = ["Vary", "Accept-Encoding"] as const;

/** A page ready to be kept and sent. `commonHeaders` are those that every answer carries; together with the body they make its tag. */
export function keepPage(
  origin: Origin,
  body: Body,
  commonHeaders: readonly string[],
  cacheControl: string,
  recompressible: boolean,
): KeptPage {
  const tag = entityTag(body.bytes, commonHeaders);
  const headers = commonHeaders.concat(cachingHeaders(cacheControl, tag), describeBody(body));
  const { lists, versions, madeAt, trueUntil } = origin;
  // Not `...origin`: V8 then gives each page a hidden class of its own, a quarter of a kilobyte.
  return { lists, versions, madeAt, trueUntil, tag, cacheControl, headers, body: inOwnMemory(body.bytes), recompressible };
}

/** The same page with its body compressed harder. The tag stays: both decode to the same, and no ranges are served that could mix them. */
export function withBody(page: KeptPage, body: Buffer): KeptPage {
  const { lists, versions, madeAt, trueUntil, tag, cacheControl } = page;
  const headers = page.headers.slice(0, -1).concat(String(body.length));
  return { lists, versions, madeAt, trueUntil, tag, cacheControl, headers, body: inOwnMemory(body), recompressible: false };
}

/**
 * A copy that shares its memory with nothing. zlib and Buffer.from hand out parts of buffers up to ten times as large (64 KB since
 * Node 24), all of which would be kept with the page.
 */
function inOwnMemory(bytes: Buffer): Buffer {
  const copy = Buffer.alloc(bytes.length);
  bytes.copy(copy);
  return copy;
}

/** The headers that say what a body is, Content-Length last. */
export function describeBody({ contentType, encoding, bytes }: Body): string[] {
  const encoded = encoding === "identity" ? [] : ["Content-Encoding", encoding];
  return ["Content-Type", contentType, ...encoded, "Content-Length", String(bytes.length)];
}

/** Whether a page is still true: its lists are at these versions, and its time is not over. */
export function isStillTrue(page: Origin, versions: Versions, now: () => number): boolean {
  const isOfNow =
    page.versions === versions || (page.lists ?? Object.keys(versions)).every((list) => page.versions[list] === versions[list]);
  return isOfNow && !isExpired(page, now);
}

/** Whether a page of a minute has had its minute, or what it says of its moment has ended. */
function isExpired({ madeAt, trueUntil }: Origin, now: () => number): boolean {
  if (madeAt === null && trueUntil === null) return false;
  const end = Math.min(madeAt === null ? Number.POSITIVE_INFINITY : madeAt + minute, trueUntil ?? Number.POSITIVE_INFINITY);
  return now() >= end;
}

/** What a 304 says too: all that the reader's copy does not say itself (RFC 9110, 15.4.5). */
function cachingHeaders(cacheControl: string, tag: string): string[] {
  return ["Cache-Control", cacheControl, ...vary, "ETag", tag];
}

/** Sends the page, or 304 to a reader whose copy is the same. */
export function sendKept(req: IncomingMessage, res: ServerResponse, page: KeptPage, now: () => number): void {
  const unchanged = matchesTag(req.headers["if-none-match"], page.tag);
  const headers = unchanged ? cachingHeaders(page.cacheControl, page.tag) : page.headers;
  res.writeHead(unchanged ? 304 : 200, page.madeAt === null ? headers : [...headers, ...ageHeader(page.madeAt, now())]);
  res.end(unchanged || req.method === "HEAD" ? undefined : page.body);
}

/** The time that we have kept a page of a minute counts towards its minute in every cache after us. */
function ageHeader(madeAt: number, now: number): string[] {
  return ["Age", String(Math.max(0, Math.floor((now - madeAt) / 1000)))];
}

/** About what the objects of a page take beside their contents, in bytes. */
const overhead = 500;

/** The bytes that a page takes, with its headers and its key. */
export function sizeOf({ body, headers }: KeptPage, key: string): number {
  return overhead + key.length + body.length + headers.join("").length;
}
