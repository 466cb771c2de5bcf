import type { IncomingMessage, ServerResponse } from "node:http";
import { type BrotliOptions, brotliCompress, brotliCompressSync, constants, gzipSync } from "node:zlib";

/**
 * Finished pages, compressed and kept whole under their address until the data changes. A page depends only on its address,
 * the data and the program's build, so one tag says whether a copy is still good, before any work is done.
 */
export interface KeptPages {
  /** Answers from what is kept (304 or the page); false when the page has to be made. */
  answer(req: IncomingMessage, res: ServerResponse): boolean;
  /** Sends a page just made, and keeps it. */
  send(req: IncomingMessage, res: ServerResponse, text: string, contentType: string): void;
}

type Encoding = "br" | "gzip" | "identity";

interface Page {
  contentType: string;
  encoding: Encoding;
  body: Buffer;
  /** The text still to be pressed harder, should the page be asked for again; null when it is as small as it gets. */
  loose: string | null;
  headers: string[];
}

const mostBytes = 32 * 1024 * 1024;
/** Five minutes without asking: going back and forth costs nothing on a weak line. */
const cacheControl = "private, max-age=300";

/** Keeps pages for the given version of the data, under the headers every answer carries. */
export function keepPages(version: () => string, headers: Readonly<Record<string, string>>): KeptPages {
  const common = Object.entries({ ...headers, "Cache-Control": cacheControl, Vary: "Accept-Encoding" }).flat();
  const pages = new Map<string, Page>();
  let bytes = 0;
  let keptVersion = version();

  const tag = (encoding: Encoding) => `"${keptVersion}-${encoding}"`;

  function forgetOld(): void {
    const now = version();
    if (now === keptVersion) return;
    pages.clear();
    bytes = 0;
    keptVersion = now;
  }

  function keep(key: string, page: Page): void {
    bytes += sizeOf(page) - (pages.has(key) ? sizeOf(pages.get(key)!) : 0);
    pages.set(key, page);
    for (const [oldest, old] of pages) {
      if (bytes <= mostBytes) break;
      pages.delete(oldest);
      bytes -= sizeOf(old);
    }
  }

  function pageOf(encoding: Encoding, contentType: string, body: Buffer, loose: string | null): Page {
    const encoded = encoding === "identity" ? [] : ["Content-Encoding", encoding];
    const headers = [...common, "Content-Type", contentType, ...encoded, "ETag", tag(encoding), "Content-Length", String(body.length)];
    return { contentType, encoding, body, loose, headers };
  }

  function pressHarder(key: string, page: Page): void {
    const text = page.loose!;
    page.loose = null;
    const madeFor = keptVersion;
    brotliCompress(text, brotli(qualityOften), (error, body) => {
      if (!error && madeFor === keptVersion && pages.get(key) === page) keep(key, pageOf("br", page.contentType, body, null));
    });
  }

  function write(req: IncomingMessage, res: ServerResponse, { headers, body }: Page): void {
    res.writeHead(200, headers);
    res.end(req.method === "HEAD" ? undefined : body);
  }

  return {
    answer(req, res) {
      if (req.method !== "GET" && req.method !== "HEAD") return false;
      forgetOld();
      const encoding = encodingFor(req);
      if (req.headers["if-none-match"] === tag(encoding)) {
        res.writeHead(304, [...common, "ETag", tag(encoding)]);
        res.end();
        return true;
      }
      const key = `${encoding} ${req.url}`;
      const page = pages.get(key);
      if (!page) return false;
      write(req, res, page);
      if (page.loose !== null) pressHarder(key, page);
      return true;
    },
    send(req, res, text, contentType) {
      const encoding = encodingFor(req);
      const often = !req.url?.includes("?");
      const body = compress(text, encoding, often ? qualityOften : qualityOnce);
      const page = pageOf(encoding, contentType, body, encoding === "br" && !often ? text : null);
      keep(`${encoding} ${req.url}`, page);
      write(req, res, page);
    },
  };
}

function sizeOf({ body, loose }: Page): number {
  return body.length + 2 * (loose?.length ?? 0) + 1000;
}

function encodingFor(req: IncomingMessage): Encoding {
  const accepted = req.headers["accept-encoding"];
  if (typeof accepted !== "string") return "identity";
  if (/\bbr\b(?!;q=0)/.test(accepted)) return "br";
  return /\bgzip\b(?!;q=0)/.test(accepted) ? "gzip" : "identity";
}

/**
 * Addresses with a question are endless, so each is pressed quickly, and hard only when somebody asks for it again.
 * The others are few and asked often: hard at once. Hard saves an eighth and takes thirty times as long.
 */
const qualityOnce = 5;
const qualityOften = 11;

function compress(text: string, encoding: Encoding, quality: number): Buffer {
  if (encoding === "identity") return Buffer.from(text);
  if (encoding === "gzip") return gzipSync(text, { level: 6 });
  return brotliCompressSync(text, brotli(quality));
}

function brotli(quality: number): BrotliOptions {
  return { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } };
}
