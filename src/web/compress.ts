import { promisify } from "node:util";
import { type BrotliOptions, brotliCompress, brotliCompressSync, brotliDecompress, constants, gzip, gzipSync } from "node:zlib";
import Negotiator from "negotiator";

/** The content codings of responses. */
export type Encoding = "br" | "gzip" | "identity";

/** Supported codings, the smallest output first, which breaks ties between codings that a client likes equally. */
const encodings = ["br", "gzip", "identity"] as const;

/** Cache of choices by header: few different headers occur, and negotiating takes longer than sending a cached page. */
const choices = new Map<string, Encoding>();
const maxChoices = 200;
const maxRememberedHeader = 200;

/** A feature of negotiator that its types lack: breaking ties by our order instead of the header's. */
interface NegotiatorOfEncodings {
  encoding(available: readonly string[], options: { preferred: readonly string[] }): string | undefined;
}

/** Returns the preferred coding of an Accept-Encoding header. A client that refuses all of them gets the page unencoded rather than none. */
export function chooseEncoding(accepted: string | string[] | undefined): Encoding {
  if (typeof accepted !== "string") return "identity";
  return choices.get(accepted) ?? negotiate(accepted);
}

function negotiate(accepted: string): Encoding {
  const negotiator: NegotiatorOfEncodings = new Negotiator({ headers: { "accept-encoding": accepted } });
  const preferred = negotiator.encoding(encodings, { preferred: encodings });
  const choice = encodings.find((encoding) => encoding === preferred) ?? "identity";
  if (choices.size >= maxChoices) choices.clear();
  if (accepted.length <= maxRememberedHeader) choices.set(accepted, choice);
  return choice;
}

/**
 * "hard" saves a fifth of the bytes and takes a hundred times as long (25 ms for a page), so it runs in a separate thread and in a quiet
 * moment, when nobody else waits for it. "quick" is for busy times: quality 1 would take 40% less time for 7% more bytes, 3 a fifth more for
 * 2% fewer, and 4 twice as long for 7% fewer.
 */
export type Effort = "quick" | "hard";
const brotliQuality = { quick: 2, hard: 11 } as const;

/** The largest body that may be compressed synchronously, while all other requests wait: a millisecond with "quick". */
export const maxSyncBytes = 64 * 1024;

/** Compresses a body of at most maxSyncBytes synchronously and quickly. The result shares no memory with it. */
export function compressSync(body: Buffer, encoding: Encoding): Buffer {
  if (encoding === "identity") return Buffer.from(body);
  return encoding === "gzip" ? gzipSync(body) : brotliCompressSync(body, brotli(body, "quick"));
}

/** Compresses a body of any size in a separate thread, while other requests are handled. */
export async function compress(body: Buffer, encoding: Encoding, effort: Effort): Promise<Buffer> {
  if (encoding === "identity") return body;
  return encoding === "gzip" ? gzipAside(body) : brotliAside(body, brotli(body, effort));
}

/** Recompresses a quickly compressed brotli body with more effort, in a separate thread. */
export async function recompress(body: Buffer): Promise<Buffer> {
  return compress(await decompressAside(body), "br", "hard");
}

const gzipAside = promisify(gzip);
const brotliAside = promisify<Buffer, BrotliOptions, Buffer>(brotliCompress);
const decompressAside = promisify(brotliDecompress);

/** Minimum and maximum brotli window used, in bits; a smaller one is faster to create. */
const minWindow = 16;
const maxWindow = 22;

function brotli({ length }: Buffer, effort: Effort): BrotliOptions {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: brotliQuality[effort],
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_LGWIN]: Math.min(Math.max(Math.ceil(Math.log2(length)), minWindow), maxWindow),
    },
  };
}
