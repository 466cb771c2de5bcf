import { createHmac, randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
import { LRUCache } from "lru-cache";
import { TooMany } from "./errors.ts";

/** Limits how often one source may do something. */
export interface SourceLimit {
  /** Throws TooMany when the source of a request is at its limit; counts nothing. */
  check(req: IncomingMessage): void;
  /** Adds one to the count, whether or not it exceeds the limit. */
  count(req: IncomingMessage): void;
  /** Throws TooMany when the source is at its limit; otherwise adds one to the count. */
  take(req: IncomingMessage): void;
}

interface SourceLimitSettings {
  /** Returns the time in epoch milliseconds. */
  now(): number;
  max: number;
  /** Milliseconds from the first event until the count is reset. */
  period: number;
}

interface Count {
  times: number;
  /** Epoch milliseconds. */
  until: number;
}

/** With more sources than this the least recently active are dropped, so memory stays bounded. */
const maxSources = 10_000;
const day = 86_400_000;

/** Counts events by source, in memory only: no address is stored, only a hash whose key is discarded every day. */
export function limitSources({ now, max, period }: SourceLimitSettings): SourceLimit {
  const hashSource = hashSourcesOf(now);
  // Created on first use: its ten thousand slots are allocated at once, and most limits are never used.
  let counts: LRUCache<string, Count> | null = null;
  const countOf = (source: string): Count => {
    const known = counts?.get(source);
    return known !== undefined && known.until > now() ? known : { times: 0, until: now() + period };
  };
  const check = (req: IncomingMessage) => {
    const { times, until } = countOf(hashSource(req));
    if (times >= max) throw new TooMany("too many from one source", Math.ceil((until - now()) / 1000));
  };
  const count = (req: IncomingMessage) => {
    const source = hashSource(req);
    const { times, until } = countOf(source);
    counts ??= new LRUCache({ max: maxSources });
    counts.set(source, { times: times + 1, until });
  };
  return {
    check,
    count,
    take(req) {
      check(req);
      count(req);
    },
  };
}

/** Returns a function that hashes a request's source with a random key, new every day: no address can be recovered, or followed across days. */
export function hashSourcesOf(now: () => number): (req: IncomingMessage) => string {
  let key = { day: Number.NaN, bytes: Buffer.alloc(0) };
  return (req) => {
    const today = Math.floor(now() / day);
    if (key.day !== today) key = { day: today, bytes: randomBytes(32) };
    return createHmac("sha256", key.bytes).update(sourceOfRequest(req)).digest("base64url");
  };
}

/** Returns the source of a request: the address of the client, or its network. */
export function sourceOfRequest(req: IncomingMessage): string {
  return networkOf(addressOf(req));
}

/**
 * Returns the address of the client. For requests from a proxy on this machine, that is the last one in X-Forwarded-For, which the proxy
 * itself has added; the header is ignored from anybody else.
 */
function addressOf({ socket, headers }: IncomingMessage): string {
  const peer = withoutMapping(socket.remoteAddress ?? "");
  if (!peer.startsWith("127.") && peer !== "::1") return peer;
  const forwarded = headers["x-forwarded-for"];
  const last = (Array.isArray(forwarded) ? forwarded.join() : forwarded)?.split(",").at(-1)?.trim();
  return last ? withoutMapping(last) : peer;
}

/** Converts an IPv4 address as IPv6 sockets show it: ::ffff:192.0.2.1. */
function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

/** Returns the network of an address: a household or office has the first 64 bits of an IPv6 address and may choose the others at will. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail = ""] = address.split("%")[0]!.split("::");
  const first = head.split(":").filter(Boolean);
  const last = tail.split(":").filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - first.length - last.length)).fill("0");
  return [...first, ...zeros, ...last]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16))
    .join(":");
}
