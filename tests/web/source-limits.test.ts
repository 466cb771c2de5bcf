import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { TooMany } from "../../src/web/errors.ts";
import { hashSourcesOf, limitSources } from "../../src/web/source-limits.ts";

const minute = 60_000;

/** A request from this address. */
function from(address: string, forwarded?: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: address });
  const req = new IncomingMessage(socket);
  if (forwarded !== undefined) req.headers["x-forwarded-for"] = forwarded;
  return req;
}

function openLimit(max = 2) {
  const clock = { now: Date.parse("2026-11-24T15:00:00Z") };
  return { clock, limit: limitSources({ now: () => clock.now, max, period: 10 * minute }) };
}

describe("a limit on sources", () => {
  it("lets each have its share, says in how many seconds there is another, and then gives it", () => {
    const { clock, limit } = openLimit();
    const req = from("203.0.113.7");
    limit.take(req);
    clock.now += minute;
    limit.take(req);
    expect(() => limit.take(req)).toThrow(expect.objectContaining({ status: 429, retryAfter: 540 }));
    expect(() => limit.take(from("203.0.113.8"))).not.toThrow();
    clock.now += 9 * minute;
    expect(() => limit.take(req)).not.toThrow();
  });

  it("can look without counting, and count without looking", () => {
    const { limit } = openLimit(1);
    const req = from("203.0.113.7");
    limit.check(req);
    limit.check(req);
    limit.count(req);
    expect(() => limit.check(req)).toThrow(TooMany);
  });

  it.each([
    ["the same address as IPv4 and as IPv6 sockets show it", "203.0.113.7", "::ffff:203.0.113.7"],
    ["two addresses of one IPv6 network", "2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff"],
    ["an IPv6 address in two spellings", "2001:db8::7", "2001:0db8:0:0:0:0:0:7"],
  ])("takes for one source %s", (_what, one, other) => {
    const hash = hashSourcesOf(() => 0);
    expect(hash(from(one))).toBe(hash(from(other)));
  });

  it("takes two networks for two sources", () => {
    const hash = hashSourcesOf(() => 0);
    expect(hash(from("2001:db8:1:2::1"))).not.toBe(hash(from("2001:db8:1:3::1")));
    expect(hash(from("203.0.113.7"))).not.toBe(hash(from("203.0.113.8")));
  });

  it("believes a proxy of this machine, and of it the last address alone; nobody else", () => {
    const hash = hashSourcesOf(() => 0);
    const client = hash(from("203.0.113.7"));
    expect(hash(from("127.0.0.1", "203.0.113.7"))).toBe(client);
    expect(hash(from("::1", "198.51.100.1, 203.0.113.7"))).toBe(client);
    expect(hash(from("::ffff:127.0.0.1", "198.51.100.1,::ffff:203.0.113.7"))).toBe(client);
    expect(hash(from("203.0.113.7", "198.51.100.1"))).toBe(client);
  });

  it("has a key that is new every day, and no address in what it keeps", () => {
    let now = Date.parse("2026-11-24T23:59:59Z");
    const hash = hashSourcesOf(() => now);
    const today = hash(from("203.0.113.7"));
    expect(today).toMatch(/^[\w-]{43}$/);
    now += 1000;
    expect(hash(from("203.0.113.7"))).not.toBe(today);
    expect(hashSourcesOf(() => now)(from("203.0.113.7"))).not.toBe(hash(from("203.0.113.7")));
  });

  it("forgets the oldest of a flood rather than grow", () => {
    const { limit } = openLimit(1);
    limit.count(from("203.0.113.7"));
    for (let at = 0; at < 10_000; at += 1) limit.count(from(`198.51.${at >> 8}.${at & 255}`));
    expect(() => limit.check(from("203.0.113.7"))).not.toThrow();
  });
});
