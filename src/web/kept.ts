import type { IncomingMessage, ServerResponse } from "node:http";
import { type BrotliOptions, brotliCompress, brotliCompressSync, brotliDecompressSync, constants, gzipSync } from "node:zlib";

/**
 * Finished pages, compressed and kept whole under their address until the data changes. A page depends only on its address,
 * the data and the program's build, so one tag says whether a copy is still good, before any work is done.
 */
export interface KeptPages {
  /** Answers from what is kept (304 or the page); false when the page has to be made. */
  answer(req: IncomingMessage, res: ServerResponse): boolean;
  /** Sends a page just made, and keeps it. */
  send(req: IncomingMessage, res: ServerResponse, text: string, contentType: string): void;
  /** Sends what the clock changes, under the same headers, and keeps nothing. */
  sendOnce(req: IncomingMessage, res: ServerResponse, text: string, contentType: string): void;
}

type Encoding = "br" | "gzip" | "identity";

interface Page {
  contentType: string;
  encoding: Encoding;
  body: Buffer;
  /** True while it can still be pressed harder, should the page be asked for again. */
  loose: boolean;
  headers: string[];
}

const mostBytes = 32 * 1024 * 1024;
/** Five minutes without asking: going back and forth costs nothing on a weak line. */
const cacheControl = "private, max-age=300";
/** Long enough for going back, short enough for "on now" to be true. */
const shortlived = "private, max-age=60";

/** Keeps pages for the given version of the data, under the headers every answer carries. */
export function keepPages(version: () => string, headers: Readonly<Record<string, string>>): KeptPages {
  const common = Object.entries(headers).flat();
  const pages = new Map<string, Page>();
  let bytes = 0;
  let keptVersion = version();
  let unchanged = unchangedFor(keptVersion);

  let lastMade = Number.NEGATIVE_INFINITY;

  function isQuiet(): boolean {
    const now = performance.now();
    const since = now - lastMade;
    lastMade = now;
    return since > quiet;
  }

  function forgetOld(): void {
    const now = version();
    if (now === keptVersion) return;
    pages.clear();
    bytes = 0;
    keptVersion = now;
    unchanged = unchangedFor(keptVersion);
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

  function pageOf(encoding: Encoding, contentType: string, body: Buffer, loose: boolean): Page {
    const headers = [...common, ...unchanged.headers[encoding], ...describing(encoding, contentType, body)];
    // What zlib hands out stands in a buffer three times as large, all of which would be kept.
    return { contentType, encoding, body: Buffer.from(body), loose, headers };
  }

  function pressHarder(key: string, page: Page): void {
    page.loose = false;
    const madeFor = keptVersion;
    brotliCompress(brotliDecompressSync(page.body), brotli(qualityHard), (error, body) => {
      if (!error && madeFor === keptVersion && pages.get(key) === page) keep(key, pageOf("br", page.contentType, body, false));
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
      const same = unchanged.byTag.get(req.headers["if-none-match"] ?? "");
      if (same) {
        res.writeHead(304, same);
        res.end();
        return true;
      }
      const key = `${encodingFor(req)} ${req.url}`;
      const page = pages.get(key);
      if (!page) return false;
      write(req, res, page);
      if (page.loose) pressHarder(key, page);
      return true;
    },
    send(req, res, text, contentType) {
      const encoding = encodingFor(req);
      const hard = isQuiet();
      const body = compress(text, encoding, hard ? qualityHard : qualityQuick);
      const page = pageOf(encoding, contentType, body, encoding === "br" && !hard);
      keep(`${encoding} ${req.url}`, page);
      write(req, res, page);
    },
    sendOnce(req, res, text, contentType) {
      const encoding = encodingFor(req);
      const body = compress(text, encoding, isQuiet() ? qualityHard : qualityQuick);
      const caching = ["Cache-Control", shortlived, "Vary", "Accept-Encoding"];
      res.writeHead(200, [...common, ...caching, ...describing(encoding, contentType, body)]);
      res.end(req.method === "HEAD" ? undefined : body);
    },
  };
}

function describing(encoding: Encoding, contentType: string, body: Buffer): string[] {
  const encoded = encoding === "identity" ? [] : ["Content-Encoding", encoding];
  return ["Content-Type", contentType, ...encoded, "Content-Length", String(body.length)];
}

function sizeOf({ body }: Page): number {
  return body.length + 1000;
}

/** What says that a copy is still good: only what the copy does not say itself (RFC 9110, 15.4.5). */
interface Unchanged {
  headers: Record<Encoding, string[]>;
  /** The same by the tag, which tells the encoding too. */
  byTag: ReadonlyMap<string, string[]>;
}

function unchangedFor(version: string): Unchanged {
  const tagged = (encoding: Encoding) => {
    return ["Cache-Control", cacheControl, "Vary", "Accept-Encoding", "ETag", `"${version}-${encoding}"`];
  };
  const headers = { br: tagged("br"), gzip: tagged("gzip"), identity: tagged("identity") };
  return { headers, byTag: new Map(Object.values(headers).map((list) => [list.at(-1)!, list])) };
}

function encodingFor(req: IncomingMessage): Encoding {
  const accepted = req.headers["accept-encoding"];
  if (typeof accepted !== "string") return "identity";
  if (/\bbr\b(?!;q=0)/.test(accepted)) return "br";
  return /\bgzip\b(?!;q=0)/.test(accepted) ? "gzip" : "identity";
}

/**
 * Hard saves an eighth and takes 25 times as long (8 ms), which nobody waits for in a quiet moment. When pages are asked for faster
 * than that, each is pressed quickly, and hard when it is asked for again. Quality 11 would save a fortieth more for 25 ms.
 */
const qualityQuick = 5;
const qualityHard = 10;
/** Milliseconds without a new page that make a quiet moment. */
const quiet = 20;
/** A page fits into 64 KB, and a smaller window is made faster. */
const windowBits = 16;

function compress(text: string, encoding: Encoding, quality: number): Buffer {
  if (encoding === "identity") return Buffer.from(text);
  if (encoding === "gzip") return gzipSync(text, { level: 6 });
  return brotliCompressSync(text, brotli(quality));
}

function brotli(quality: number): BrotliOptions {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_LGWIN]: windowBits,
    },
  };
}
