import type { IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { cacheControl, type Lasting } from "./cache-control.ts";
import { chooseEncoding, compress, compressSync, type Effort, type Encoding, maxSyncBytes, recompress } from "./compress.ts";
import { describeBody, isStillTrue, type KeptPage, keepPage, sendKept, sizeOf, vary, withBody } from "./kept-page.ts";
import { watchQuiet } from "./quiet.ts";

/**
 * Finished pages, compressed and kept under their address for as long as they say that they stay true. The cache answers only what it
 * has sent before: everything else is the app's to answer, and a page that says nothing of its freshness is not kept.
 */
export interface PageCache {
  /** Answers a request for an address that is kept, with the page or with 304; false when the app has to answer. */
  answer(req: IncomingMessage, res: ServerResponse): boolean;
  /** Sends a page: the kept one where there is one, else the one that `make` makes. Throws what `make` throws, before anything is sent. */
  send(req: IncomingMessage, res: ServerResponse, page: Page, make: () => string): void;
}

export type Freshness = Lasting | "never";

/** What a page says of itself. */
export interface Page {
  /** Its canonical address, path and query. Whatever changes what the page shows is part of it. */
  address: string;
  /** How long the page stays true. "never", the default, is made anew for each request and stored by nobody. */
  freshness?: Freshness;
  /** Asked once the page is made: the instant from which it is not true any more by the clock alone, or null. Readers then keep it for a minute. */
  trueUntil?: () => number | null;
  contentType: string;
  /** The lists of data that the page is made from; absent means all of them. */
  lists?: readonly string[];
  /** For what is made once and not kept, such as a form with its faults: its status, 200 where it does not say, and headers of its own. */
  status?: number;
  headers?: Readonly<Record<string, string>>;
}

export interface PageCacheSettings {
  /** The version of each list now. A page is kept while those of its lists stay the same. Fastest where it is one object until one changes. */
  versions(): KeptPage["versions"];
  /** The clock, in epoch milliseconds. */
  now(): number;
  /**
   * Whether an address holds the reader's own words, which keeps the page out of caches that readers share. Asked here rather than
   * declared by each page, so that none can forget it.
   */
  isPersonal(address: string): boolean;
  /** The headers that every answer carries. */
  headers: Readonly<Record<string, string>>;
  /** How long the process has waited for something to do, in milliseconds altogether; by default what Node says of the event loop. */
  idleTime?(): number;
  maxBytes?: number;
  maxPages?: number;
}

interface State {
  settings: PageCacheSettings;
  /** The settings' headers as Node takes them most quickly: names and values in turn. */
  commonHeaders: readonly string[];
  pages: LRUCache<string, KeptPage>;
  quiet: ReturnType<typeof watchQuiet>;
  /** Whether a page is just being compressed hard. */
  compressesHard: boolean;
}

/** One request, its answer, and the encoding agreed on. */
interface Exchange {
  req: IncomingMessage;
  res: ServerResponse;
  encoding: Encoding;
}

const encoder = new TextEncoder();
/** Where a page is encoded before it is compressed. A buffer for each would cost more time than the encoding, and memory until it is collected. */
const scratch = Buffer.allocUnsafeSlow(maxSyncBytes);

const defaultMaxBytes = 12 * 1024 * 1024;
const defaultMaxPages = 10_000;
/** A larger page (an export) is not kept: it would push out a hundred others. */
const maxPageBytes = 1024 * 1024;
/** Longer addresses are made up by programs, and nobody asks for them twice. */
const maxAddressLength = 2048;

/** An empty cache. */
export function openPageCache(settings: PageCacheSettings): PageCache {
  const { headers, maxBytes = defaultMaxBytes, maxPages = defaultMaxPages, idleTime } = settings;
  const state: State = {
    settings,
    commonHeaders: Object.entries(headers).flat(),
    pages: new LRUCache({ max: maxPages, maxSize: maxBytes, maxEntrySize: Math.min(maxBytes, maxPageBytes), sizeCalculation: sizeOf }),
    quiet: watchQuiet(idleTime),
    compressesHard: false,
  };
  return {
    answer: (req, res) => answer(state, req, res),
    send: (req, res, page, make) => send(state, { req, res, encoding: chooseEncoding(req.headers["accept-encoding"]) }, page, make),
  };
}

function answer(state: State, req: IncomingMessage, res: ServerResponse): boolean {
  if (!onlyReads(req) || req.url === undefined) return false;
  const key = keyOf(chooseEncoding(req.headers["accept-encoding"]), req.url);
  const page = findPage(state, key);
  if (!page) return false;
  sendKept(req, res, page, state.settings.now);
  if (page.recompressible) recompressPage(state, key, page);
  return true;
}

function send(state: State, exchange: Exchange, page: Page, make: () => string): void {
  const { req, res, encoding } = exchange;
  const { freshness = "never" } = page;
  const kept = findPage(state, keyOf(encoding, page.address));
  if (freshness === "never" || !onlyReads(req)) sendOnce(state, exchange, page, make);
  else if (kept) sendKept(req, res, kept, state.settings.now);
  else sendNew(state, exchange, page, freshness, make);
}

function sendOnce(state: State, { req, res, encoding }: Exchange, { contentType, status, headers }: Page, make: () => string): void {
  makeBody(state, res, encoding, make, (bytes) => {
    const own = Object.entries(headers ?? {}).flat();
    const described = describeBody({ contentType, encoding, bytes });
    res.writeHead(status ?? 200, [...state.commonHeaders, "Cache-Control", "no-store", ...vary, ...own, ...described]);
    res.end(req.method === "HEAD" ? undefined : bytes);
  });
}

/** Makes a page, keeps it, and sends it; 304 to a reader who has the very same already. */
function sendNew(state: State, { req, res, encoding }: Exchange, page: Page, freshness: Lasting, make: () => string): void {
  const { settings, commonHeaders, pages } = state;
  const { address, contentType, lists = null } = page;
  // Read before the page is made, so that a change in the meantime outdates it.
  const versions = settings.versions();
  const madeAt = freshness === "a minute" ? settings.now() : null;
  makeBody(state, res, encoding, make, (bytes, effort) => {
    const trueUntil = page.trueUntil?.() ?? null;
    const control = cacheControl(trueUntil === null ? freshness : "a minute", settings.isPersonal(address));
    const origin = { lists, versions, madeAt, trueUntil };
    const recompressible = encoding === "br" && effort === "quick";
    const made = keepPage(origin, { contentType, encoding, bytes }, commonHeaders, control, recompressible);
    if (address.length <= maxAddressLength) pages.set(keyOf(encoding, address), made);
    sendKept(req, res, made, settings.now);
  });
}

/**
 * Makes and compresses a page. A large one, and one that is compressed hard, is delivered later, and the connection is ended should that
 * fail. Only one at a time is compressed hard: the threads that do it are not to take the processor from those who wait.
 */
function makeBody(
  state: State,
  res: ServerResponse,
  encoding: Encoding,
  make: () => string,
  deliver: (bytes: Buffer, effort: Effort) => void,
): void {
  const text = make();
  const hasTime = state.quiet.isQuiet() && !state.compressesHard;
  const effort: Effort = hasTime && encoding === "br" && text.length <= maxSyncBytes ? "hard" : "quick";
  const { read, written } = encoder.encodeInto(text, scratch);
  if (effort === "quick" && read === text.length) deliver(compressSync(scratch.subarray(0, written), encoding), effort);
  else {
    state.compressesHard ||= effort === "hard";
    compress(Buffer.from(text), encoding, effort)
      .then((bytes) => deliver(bytes, effort))
      .catch((error: Error) => res.destroy(error))
      .finally(() => {
        state.quiet.restart();
        if (effort === "hard") state.compressesHard = false;
      });
  }
}

/** The page under this key, unless the data or the clock has outdated it. */
function findPage({ pages, settings }: State, key: string): KeptPage | null {
  const page = pages.get(key);
  if (page === undefined) return null;
  if (isStillTrue(page, settings.versions(), settings.now)) return page;
  pages.delete(key);
  return null;
}

function recompressPage({ pages }: State, key: string, page: KeptPage): void {
  page.recompressible = false;
  recompress(page.body).then(
    (body) => {
      if (pages.peek(key) === page) pages.set(key, withBody(page, body));
    },
    // What was compressed quickly goes on serving.
    () => undefined,
  );
}

function onlyReads({ method }: IncomingMessage): boolean {
  return method === "GET" || method === "HEAD";
}

function keyOf(encoding: Encoding, address: string): string {
  return `${encoding} ${address}`;
}
