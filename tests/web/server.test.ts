import { once } from "node:events";
import type { Socket } from "node:net";
import { setImmediate } from "node:timers/promises";
import type { Response } from "express";
import { afterEach, describe, expect, it } from "vitest";
import { openSmallServer, type SmallServer } from "../support/small-server.ts";
import { plainGet, type Talk, talk } from "../support/talk.ts";

let small: SmallServer;
afterEach(() => small.server.listening && small.close());

/** The server's side of each connection, in turn. */
async function connected(count: number): Promise<Socket[]> {
  const sockets: Socket[] = [];
  while (sockets.length < count) sockets.push(...((await once(small.server, "connection")) as [Socket]));
  return sockets;
}

/** Opens connections one after the other, so that their order is known. */
async function openInTurn(texts: readonly string[]): Promise<Talk[]> {
  const talks: Talk[] = [];
  for (const text of texts) {
    const accepted = connected(1);
    talks.push(talk(small.port, text));
    await accepted;
  }
  return talks;
}

/** Answers that wait until the test lets them go. */
function held() {
  const waiting: Response[] = [];
  const waiters: (() => void)[] = [];
  return {
    hold(_req: unknown, res: Response) {
      waiting.push(res);
      for (const waiter of waiters) waiter();
    },
    async until(count: number) {
      while (waiting.length < count) await new Promise<void>((resolve) => waiters.push(resolve));
    },
    release() {
      for (const res of waiting) res.end("at last");
    },
  };
}

describe("a client that does not finish", () => {
  const halfHeader = "GET / HTTP/1.1\r\nHo";
  const halfPost = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc";

  it.each([
    ["says nothing", ""],
    ["stops inside its headers", halfHeader],
    ["stops inside its body", halfPost],
  ])("and %s is told so and let go, though it never hangs up", async (_what, bytes) => {
    small = await openSmallServer({ headersTimeout: 50, requestTimeout: 50, timeoutInterval: 10 }, () => undefined);
    const accepted = connected(1);
    const { ended, socket } = talk(small.port, bytes, { allowHalfOpen: true });
    const [served] = await accepted;
    const closed = once(served!, "close");
    expect(await ended).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    await closed;
    socket.destroy();
  });

  it("stopping inside the body of what is answered is let go without a second answer", async () => {
    small = await openSmallServer({ headersTimeout: 50, requestTimeout: 50, timeoutInterval: 10 });
    const { ended, statuses } = talk(small.port, halfPost);
    await ended;
    expect(statuses()).toEqual([200]);
  });

  it("reading is let go when it reads nothing for as long as is allowed", async () => {
    const large = Buffer.alloc(32 * 1024 * 1024);
    small = await openSmallServer({ idleTimeout: 50 }, (_req, res) => void res.end(large));
    const accepted = connected(1);
    const { socket } = talk(small.port, plainGet("/large"));
    socket.pause();
    const [served] = await accepted;
    await once(served!, "close");
    socket.destroy();
  });
});

describe("more connections than are allowed", () => {
  it("cost the oldest that never asked anything its place, not one that did", async () => {
    small = await openSmallServer({ maxConnections: 3 });
    const [asking, silent, other] = await openInTurn([plainGet("/first"), "", "GET / HT"]);
    await asking!.until(/\/first/);
    expect((await small.ask("/")).status).toBe(200);
    await silent!.ended;
    asking!.socket.write(plainGet("/second"));
    await asking!.until(/\/second/);
    for (const { socket } of [asking!, other!]) socket.destroy();
  });

  it("cost one between two requests its place when all have asked", async () => {
    small = await openSmallServer({ maxConnections: 2 });
    const [older, newer] = await openInTurn([plainGet("/a"), plainGet("/b")]);
    await Promise.all([older!.until(/\/a$/), newer!.until(/\/b$/)]);
    expect((await small.ask("/")).status).toBe(200);
    await older!.ended;
    newer!.socket.destroy();
  });

  it("are not accepted while all others are being answered, who lose nothing by it", async () => {
    const answers = held();
    small = await openSmallServer({ maxConnections: 2 }, answers.hold);
    const talks = await openInTurn([plainGet("/a"), plainGet("/b")]);
    await answers.until(2);
    expect(await talk(small.port, plainGet("/c")).ended).toBe("");
    answers.release();
    for (const { until, socket } of talks) {
      await until(/at last/);
      socket.destroy();
    }
  });
});

describe("a client that sends many requests at once", () => {
  const many = (count: number) => Array.from({ length: count }, (_, number) => plainGet(`/many/${number}`)).join("");

  /** A server on which `other` asks for a page in the moment in which the first of many is made. */
  async function openBetween(path: string, limits = {}): Promise<Talk> {
    small = await openSmallServer(limits, (req, res) => {
      if (req.url === "/many/0") other.socket.write(plainGet(path));
      res.end(req.url);
    });
    const accepted = connected(1);
    const other = talk(small.port);
    await accepted;
    return other;
  }

  it("takes turns with others", async () => {
    const other = await openBetween("/other");
    const { until, statuses, socket } = talk(small.port, many(20));
    await until(/\/many\/19/);
    expect(statuses()).toEqual(Array(20).fill(200));
    expect(small.asked.indexOf("/other")).toBeLessThan(5);
    for (const one of [socket, other.socket]) one.destroy();
  });

  it("gets its answers in order, and 503 with the line closed where it is too many", async () => {
    small = await openSmallServer({ maxWaitingEach: 2 });
    const { ended, statuses } = talk(small.port, many(6));
    const heard = await ended;
    expect(statuses()).toEqual([200, 200, 200, 503]);
    expect([...heard.matchAll(/\/many\/\d/g)].join()).toBe("/many/0,/many/1,/many/2");
    expect(heard).toMatch(/\r\nretry-after: 5\r\n/i);
    expect(heard).toMatch(/\r\nconnection: close\r\n/i);
    expect(heard).toMatch(/\r\ncontent-security-policy: /i);
    expect(heard).toContain("Please try again in a few seconds.");
    expect(heard).toContain("988");
  });

  it("makes others wait, with 503 for those beyond the bound", async () => {
    const other = await openBetween("/other", { maxWaiting: 1 });
    const { socket } = talk(small.port, many(20));
    await other.until(/^HTTP\/1\.1 503 Service Unavailable\r\n/);
    expect(small.asked).not.toContain("/other");
    socket.destroy();
  });

  it("and opens many connections for that keeps nobody out who comes from elsewhere", async () => {
    const other = await openBetween("/other", { maxWaiting: 3 });
    const from = (path: string) => plainGet(path).replace("\r\n\r\n", "\r\nX-Forwarded-For: 192.0.2.1\r\n\r\n");
    const talks = await openInTurn(["", "", "", "", ""]);
    for (const [number, { socket }] of talks.entries()) socket.write(from(`/many/${number}`).repeat(5));
    await other.until(/^HTTP\/1\.1 200 OK\r\n[\s\S]*other/);
    for (const { socket } of [other, ...talks]) socket.destroy();
  });

  it("does not make those wait who ask for a kept page", async () => {
    const other = await openBetween("/kept", { maxWaiting: 1 });
    const { socket } = talk(small.port, many(20));
    await other.until(/^HTTP\/1\.1 200 OK\r\n[\s\S]*kept/);
    for (const one of [socket, other.socket]) one.destroy();
  });

  it("and hangs up has no pages made for it", async () => {
    small = await openSmallServer({}, (req) => req.socket.destroy());
    await talk(small.port, many(10)).ended;
    await small.ask("/last").catch(() => null);
    expect(small.asked).toEqual(["/many/0", "/last"]);
  });
});

describe("a server that closes", () => {
  it("does so whatever hangs on", async () => {
    const large = Buffer.alloc(32 * 1024 * 1024);
    small = await openSmallServer({ closeTimeout: 50 }, (req, res) => void (req.url === "/large" && res.end(large)));
    const talks = await openInTurn([
      "",
      "GET / HT",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n",
      plainGet("/large"),
      plainGet("/"),
    ]);
    talks[3]!.socket.pause();
    await small.server.closeGracefully();
    for (const { socket } of talks) socket.destroy();
  });

  it("does not wait for those who ask nothing", async () => {
    small = await openSmallServer({ closeTimeout: 600_000 });
    const [_silent, idle] = await openInTurn(["", plainGet("/")]);
    await idle!.until(/200 OK/);
    await small.server.closeGracefully();
  });

  it("answers what was on its way when it began, and refuses who comes after with 503", async () => {
    const answers = held();
    small = await openSmallServer({ closeTimeout: 600_000 }, answers.hold);
    const [half] = await openInTurn(["GET /half HTTP/1.1\r\n"]);
    const talks = ["/a", "/b", "/c"].map((path) => talk(small.port, plainGet(path)));
    await Promise.all(talks.map(({ socket }) => once(socket, "connect")));
    const closed = small.server.closeGracefully();
    await answers.until(3);
    for (let turns = 0; turns < 5; turns++) await setImmediate();
    const refused = await small.ask("/kept");
    expect(refused.status).toBe(503);
    expect(refused.headers).toMatchObject({ connection: "close", "retry-after": "5" });
    expect(refused.headers["content-security-policy"]).toBeDefined();
    half!.socket.write("Host: a\r\n\r\n");
    await answers.until(4);
    answers.release();
    expect(await half!.ended).toMatch(/\r\nconnection: close\r\n/i);
    for (const { ended } of [half!, ...talks]) expect(await ended).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*at last/);
    await closed;
  });
});
