import type { IncomingMessage, ServerResponse } from "node:http";
import type { Encoding } from "./compress.ts";
import { entityTag, matchesTag } from "./etag.ts";

/** A page as the cache keeps it: compressed, with the headers that it is sent under. */
export interface KeptPage extends Origin {
  tag: string;
  /** All headers as Node takes them most quickly: names and values in turn, Content-Length last. */
  headers: string[];
  /** Those of a 304: only what the reader's copy does not say itself (RFC 9110, 15.4.5). */
  unchangedHeaders: string[];
  body: Buffer;
  /** True while it is only compressed quickly; it is compressed harder when somebody asks for it again. */
  recompressible: boolean;
}

/** What a page was made from. */
export interface Origin {
  lists: readonly string[] | null;
  /** The version of those lists. */
  version: string;
  /** For a page of a minute, when it was made (epoch milliseconds); null where only the data decides. */
  madeAt: number | null;
}

export interface Body {
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
  const description = describeBody(body);
  const tag = entityTag(...commonHeaders, ...description, body.bytes);
  const unchangedHeaders = ["Cache-Control", cacheControl, ...vary, "ETag", tag];
  const headers = [...commonHeaders, ...unchangedHeaders, ...description];
  // zlib hands out a part of a buffer three times as large, all of which would be kept.
  return { ...origin, tag, headers, unchangedHeaders, body: Buffer.from(body.bytes), recompressible };
}

/** The same page with its body compressed harder. The tag stays: both decode to the same, and no ranges are served that could mix them. */
export function withBody(page: KeptPage, body: Buffer): KeptPage {
  return { ...page, body, headers: [...page.headers.slice(0, -1), String(body.length)] };
}

/** The headers that say what a body is, Content-Length last. */
export function describeBody({ contentType, encoding, bytes }: Body): string[] {
  const encoded = encoding === "identity" ? [] : ["Content-Encoding", encoding];
  return ["Content-Type", contentType, ...encoded, "Content-Length", String(bytes.length)];
}

/** Whether a page of a minute has had its minute. */
export function isExpired({ madeAt }: Origin, now: () => number): boolean {
  return madeAt !== null && now() >= madeAt + minute;
}

/** Sends the page, or 304 to a reader whose copy is the same. */
export function sendKept(req: IncomingMessage, res: ServerResponse, page: KeptPage, now: () => number): void {
  const unchanged = matchesTag(req.headers["if-none-match"], page.tag);
  const headers = unchanged ? page.unchangedHeaders : page.headers;
  res.writeHead(unchanged ? 304 : 200, page.madeAt === null ? headers : [...headers, ...ageHeader(page.madeAt, now())]);
  res.end(unchanged || req.method === "HEAD" ? undefined : page.body);
}

/** The time that we have kept a page of a minute counts towards its minute in every cache after us. */
function ageHeader(madeAt: number, now: number): string[] {
  return ["Age", String(Math.max(0, Math.floor((now - madeAt) / 1000)))];
}

/** The bytes that a page takes, with its headers and its key. */
export function sizeOf({ body, headers, unchangedHeaders }: KeptPage, key: string): number {
  return key.length + body.length + [...headers, ...unchangedHeaders].join("").length;
}
