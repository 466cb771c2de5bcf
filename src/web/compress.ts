import { promisify } from "node:util";
import { type BrotliOptions, brotliCompress, brotliCompressSync, brotliDecompress, constants, gzip, gzipSync } from "node:zlib";
import Negotiator from "negotiator";

/** The content codings that answers are sent in. */
export type Encoding = "br" | "gzip" | "identity";

/** Those on offer, the smallest first: of codings that a client likes equally it gets the first. */
const encodings = ["br", "gzip", "identity"] as const;

/** What was chosen for the headers seen so far: there are few different ones, and negotiating takes longer than sending a kept page. */
const choices = new Map<string, Encoding>();
const maxChoices = 200;
const maxRememberedHeader = 200;

/** What negotiator can do since version 1 and its types do not say yet: settle a tie by our order, not by that of the header. */
interface NegotiatorOfEncodings {
  encoding(available: readonly string[], options: { preferred: readonly string[] }): string | undefined;
}

/** The coding that an Accept-Encoding header prefers. A client that refuses all of them gets the page unencoded rather than none. */
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
 * Hard saves a fifth of the bytes and takes a hundred times as long (25 ms for a page), in a thread of its own and in a quiet moment, so that
 * nobody else waits for it. Quick is for the moment when many wait: quality 4 would save 5% more for 70% more time, and 5 another 7% for 30%.
 */
export type Effort = "quick" | "hard";
const brotliQuality = { quick: 3, hard: 11 } as const;

/** The largest body that may be compressed while all other requests wait: a millisecond quickly. */
export const maxSyncBytes = 64 * 1024;

/** Compresses a body of at most maxSyncBytes at once, quickly. What is returned shares no memory with it. */
export function compressSync(body: Buffer, encoding: Encoding): Buffer {
  if (encoding === "identity") return Buffer.from(body);
  return encoding === "gzip" ? gzipSync(body) : brotliCompressSync(body, brotli(body, "quick"));
}

/** Compresses a body of any size in a thread of its own, while other requests are answered. */
export async function compress(body: Buffer, encoding: Encoding, effort: Effort): Promise<Buffer> {
  if (encoding === "identity") return body;
  return encoding === "gzip" ? gzipAside(body) : brotliAside(body, brotli(body, effort));
}

/** Brotli compressed quickly, compressed harder in a thread of its own. */
export async function recompress(body: Buffer): Promise<Buffer> {
  return compress(await decompressAside(body), "br", "hard");
}

const gzipAside = promisify(gzip);
const brotliAside = promisify<Buffer, BrotliOptions, Buffer>(brotliCompress);
const decompressAside = promisify(brotliDecompress);

/** The smallest and the largest window that brotli knows for text, in bits; a smaller one is made faster. */
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
