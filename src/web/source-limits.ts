import { createHmac, randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
import { LRUCache } from "lru-cache";
import { TooMany } from "./errors.ts";

/** How often one source may do something. */
export interface SourceLimit {
  /** Throws TooMany when the source of a request has had its share; counts nothing. */
  check(req: IncomingMessage): void;
  /** Counts one more, whether or not it is too many. */
  count(req: IncomingMessage): void;
  /** Counts one more, and throws TooMany when it is over the limit. */
  take(req: IncomingMessage): void;
}

interface SourceLimitSettings {
  /** The clock, in epoch milliseconds. */
  now(): number;
  max: number;
  /** Milliseconds from the first of them until they are forgotten. */
  period: number;
}

interface Count {
  times: number;
  /** Epoch milliseconds. */
  until: number;
}

/** A flood from more sources than this makes the oldest forgotten, so memory stays bounded. */
const maxSources = 10_000;
const day = 86_400_000;

/** Counts what one source does, in memory alone: no address is kept, only a hash of it whose key is thrown away every day. */
export function limitSources({ now, max, period }: SourceLimitSettings): SourceLimit {
  const hashSource = hashSourcesOf(now);
  // Ten thousand places are made at once: most limits are never asked.
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

/** A hash of where a request comes from. Its key is random and changes with every day, so nobody can find the address, or follow one from day to day. */
export function hashSourcesOf(now: () => number): (req: IncomingMessage) => string {
  let key = { day: Number.NaN, bytes: Buffer.alloc(0) };
  return (req) => {
    const today = Math.floor(now() / day);
    if (key.day !== today) key = { day: today, bytes: randomBytes(32) };
    return createHmac("sha256", key.bytes)
      .update(networkOf(addressOf(req)))
      .digest("base64url");
  };
}

/**
 * The address of the client. Where a proxy of this machine asks, it is the last one in X-Forwarded-For, which that proxy has added itself;
 * nobody else is believed.
 */
function addressOf({ socket, headers }: IncomingMessage): string {
  const peer = withoutMapping(socket.remoteAddress ?? "");
  if (!peer.startsWith("127.") && peer !== "::1") return peer;
  const forwarded = headers["x-forwarded-for"];
  const last = (Array.isArray(forwarded) ? forwarded.join() : forwarded)?.split(",").at(-1)?.trim();
  return last ? withoutMapping(last) : peer;
}

/** IPv4 as IPv6 sockets show it: ::ffff:192.0.2.1. */
function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

/** One household or office has the first 64 bits of an IPv6 address, and may choose the others at will. */
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
