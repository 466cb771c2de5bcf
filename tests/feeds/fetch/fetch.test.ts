import { readFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer, type Server as SecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import tls from "node:tls";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { backOffTime } from "../../../src/feeds/fetch/back-off.ts";
import { type Fetched, fetchFeed, followRedirect } from "../../../src/feeds/fetch/fetch.ts";

const polite = { userAgent: "Porchlight (https://porchlight.example.org)", etag: null, lastModified: null };
const local = { ...polite, allowPrivate: true };
const meetings = '[{"name":"Kitchen table","day":2}]';

let server: Server | null = null;
let secureServer: SecureServer | null = null;

/** Serves on this machine until the test ends; gives the address. */
async function serve(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** A key and a certificate for 127.0.0.1 that are for these tests alone. */
const localhost = readFileSync(join(import.meta.dirname, "../../support/localhost.pem"), "utf8");

/** Node 22.18 cannot be told in a running program whom to trust. */
const mayTrust = typeof tls.setDefaultCACertificates === "function";
const trusted = mayTrust ? tls.getCACertificates("default") : [];

/** The same with https. */
async function serveSecurely(answer: RequestListener): Promise<string> {
  secureServer = createSecureServer({ key: localhost, cert: localhost }, answer);
  await new Promise<void>((resolve) => secureServer!.listen(0, "127.0.0.1", resolve));
  return `https://127.0.0.1:${(secureServer.address() as AddressInfo).port}/`;
}

afterEach(() => {
  for (const open of [server, secureServer]) {
    open?.closeAllConnections();
    open?.close();
  }
  server = null;
  secureServer = null;
  // Other test files share this process.
  if (mayTrust) tls.setDefaultCACertificates(trusted);
});

const reason = (fetched: Fetched) => (fetched.kind === "failed" ? fetched.reason : `it was ${fetched.kind}`);

describe("fetching a feed", () => {
  it("says who asks, and hands over the text with what the next visit needs", async () => {
    let agent: string | undefined;
    const url = await serve((request, response) => {
      agent = request.headers["user-agent"];
      response.setHeader("ETag", '"7"').setHeader("Last-Modified", "Tue, 01 Oct 2024 08:00:00 GMT").end(meetings);
    });
    const fetched = await fetchFeed(url, local);
    expect(fetched).toEqual({ kind: "fetched", text: meetings, etag: '"7"', lastModified: "Tue, 01 Oct 2024 08:00:00 GMT" });
    expect(agent).toBe(polite.userAgent);
  });

  it("takes nothing when the feed is as it was", async () => {
    const url = await serve((request, response) => {
      const same = request.headers["if-none-match"] === '"7"' && request.headers["if-modified-since"] === "Tue, 01 Oct 2024 08:00:00 GMT";
      response.writeHead(same ? 304 : 200).end();
    });
    const known = { ...local, etag: '"7"', lastModified: "Tue, 01 Oct 2024 08:00:00 GMT" };
    expect(await fetchFeed(url, known)).toEqual({ kind: "unchanged" });
  });

  it("does not believe 'unchanged' on a first visit", async () => {
    const url = await serve((_, response) => response.writeHead(304).end());
    expect(reason(await fetchFeed(url, local))).toMatch(/answers 304 Not Modified\.$/);
  });

  it.each([
    ["gzip", gzipSync(meetings)],
    ["x-gzip", gzipSync(meetings)],
    ["br", brotliCompressSync(meetings)],
    ["deflate", deflateSync(meetings)],
    ["deflate", deflateRawSync(meetings)],
    ["identity", Buffer.from(meetings)],
  ])("unpacks %s", async (encoding, body) => {
    const url = await serve((_, response) => response.setHeader("Content-Encoding", encoding).end(body));
    expect(await fetchFeed(url, local)).toMatchObject({ kind: "fetched", text: meetings });
  });

  it.each([
    ["gzip", gzipSync(meetings).subarray(0, 20), "sends packed data that is damaged"],
    ["gzip", Buffer.from(meetings), "sends packed data that is damaged"],
    ["br", Buffer.from(meetings), "sends packed data that is damaged"],
    ["zstd", Buffer.from(meetings), "is packed as “zstd”"],
  ])("names %s that cannot be unpacked", async (encoding, body, words) => {
    const url = await serve((_, response) => response.setHeader("Content-Encoding", encoding).end(body));
    expect(reason(await fetchFeed(url, local))).toContain(words);
  });

  it("reads old western letters where the text is not UTF-8", async () => {
    const url = await serve((_, response) => response.end(Buffer.from("Café", "latin1")));
    expect(await fetchFeed(url, local)).toMatchObject({ text: "Café" });
  });
});

describe("the limits of a visit", () => {
  const small = { ...local, maxBytes: 10_000 };

  it("stops at a feed that is too large, announced or not", async () => {
    const announced = await serve((_, response) => response.setHeader("Content-Length", 20_000).end("x".repeat(20_000)));
    expect(reason(await fetchFeed(announced, small))).toBe("The feed is larger than 0.01 MB, which is the limit.");
    server!.close();
    const streamed = await serve((_, response) => {
      response.write("x".repeat(9_000));
      response.end("x".repeat(9_000));
    });
    expect(reason(await fetchFeed(streamed, small))).toContain("larger than");
  });

  it.each([
    ["gzip", gzipSync(Buffer.alloc(5_000_000))],
    ["deflate", deflateSync(Buffer.alloc(5_000_000))],
    ["br", brotliCompressSync(Buffer.alloc(5_000_000))],
  ])("stops a small parcel of %s that would grow past the limit", async (encoding, bomb) => {
    expect(bomb.length).toBeLessThan(small.maxBytes);
    const url = await serve((_, response) => response.setHeader("Content-Encoding", encoding).end(bomb));
    expect(reason(await fetchFeed(url, small))).toContain("larger than");
  });

  it.each([
    ["never answers", () => {}],
    ["never ends", (_: unknown, response: Parameters<RequestListener>[1]) => void response.write("[")],
  ])("leaves a server that %s", async (_, answer) => {
    const url = await serve(answer);
    expect(reason(await fetchFeed(url, { ...local, timeoutMs: 80 }))).toMatch(
      /^127\.0\.0\.1:\d+ did not send its feed within 0\.08 seconds\. One that is slow may be given more/,
    );
  });

  it("names an answer that is broken off", async () => {
    const url = await serve((_, response) => {
      response.setHeader("Content-Length", 1000).write("[{");
      setImmediate(() => response.destroy());
    });
    expect(reason(await fetchFeed(url, local))).toMatch(/broke the connection off\.$/);
  });
});

describe("redirects", () => {
  /** Sends /0 to /1 to /2 … and serves the feed at /last. */
  const chain = (last: number) =>
    serve((request, response) => {
      const here = Number(request.url!.slice(1));
      if (here === last) response.end(meetings);
      else response.writeHead(302, { Location: `/${here + 1}` }).end();
    });

  it("follows five and no more", async () => {
    expect(await fetchFeed(`${await chain(5)}0`, local)).toMatchObject({ kind: "fetched", text: meetings });
    server!.close();
    expect(reason(await fetchFeed(`${await chain(6)}0`, local))).toContain("redirects more than 5 times");
  });

  it("leaves a circle", async () => {
    let visits = 0;
    const url = await serve((_, response) => {
      visits++;
      response.writeHead(301, { Location: "/" }).end();
    });
    expect(reason(await fetchFeed(url, local))).toContain("it may lead in a circle");
    expect(visits).toBe(6);
  });

  it.each([
    ["file:///etc/passwd", "not by “file:”"],
    ["gopher://example.org/", "not by “gopher:”"],
    ["http://[broken", "is not a web address"],
  ])("never goes to %s", async (target, words) => {
    const url = await serve((_, response) => response.writeHead(307, { Location: target }).end());
    expect(reason(await fetchFeed(url, local))).toContain(words);
  });

  it("never go from https to http, where anybody on the way can change the feed", () => {
    expect(() => followRedirect("https://a.example/feed", "HTTP://b.example/feed")).toThrow(
      "a.example leads from https to http (b.example), where anybody on the way can change the feed.",
    );
    expect(followRedirect("https://a.example/feed", "/other")).toBe("https://a.example/other");
    expect(followRedirect("https://a.example/feed", "//b.example/")).toBe("https://b.example/");
    expect(followRedirect("http://a.example/feed", "https://b.example/")).toBe("https://b.example/");
  });

  it.runIf(mayTrust)("are refused from a server with https to one without, which is asked nothing", async () => {
    let visits = 0;
    const open = await serve((_, response) => {
      visits++;
      response.end(meetings);
    });
    const secure = await serveSecurely((_, response) => response.writeHead(302, { Location: open }).end());
    tls.setDefaultCACertificates([localhost]);
    expect(reason(await fetchFeed(secure, local))).toContain("leads from https to http");
    expect(visits).toBe(0);
  });

  it("names a redirect that leads nowhere", async () => {
    const url = await serve((_, response) => response.writeHead(302).end());
    expect(reason(await fetchFeed(url, local))).toMatch(/answers 302 Found\.$/);
  });
});

describe("a certificate", () => {
  it.runIf(mayTrust)("is asked for by https, and one that nobody vouches for is refused before anything is asked", async () => {
    let visits = 0;
    const url = await serveSecurely((_, response) => {
      visits++;
      response.end(meetings);
    });
    expect(reason(await fetchFeed(url, local))).toMatch(/^127\.0\.0\.1:\d+ has no valid certificate \(.*self-signed/);
    expect(visits).toBe(0);
    tls.setDefaultCACertificates([localhost]);
    expect(await fetchFeed(url, local)).toMatchObject({ kind: "fetched", text: meetings });
  });
});

describe("the operator's own network", () => {
  it.each([
    "127.0.0.1",
    "localhost",
    "2130706433",
    "0x7f.1",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.9",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "168.63.129.16",
    "192.0.0.192",
    "224.0.0.1",
    "255.255.255.255",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:8.8.8.8]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[fe80::1]",
    "[fd00:ec2::254]",
    "[ff02::1]",
  ])("is not entered at %s, by http or https", async (host) => {
    for (const scheme of ["http", "https"]) {
      expect(reason(await fetchFeed(`${scheme}://${host}:9/`, { ...polite, timeoutMs: 2000 }))).toContain("leads into a private network");
    }
  });

  it.each(["127.0.0.2", "2130706434", "0x7f000002", "169.254.169.254", "10.0.0.1", "[::1]", "[::ffff:7f00:1]", "[fe80::1]"])(
    "is not entered by a redirect to %s",
    async (host) => {
      const url = await serve((_, response) => response.writeHead(302, { Location: `http://${host}:${new URL(url).port}/` }).end());
      expect(reason(await fetchFeed(url, { ...local, timeoutMs: 2000 }))).toContain("leads into a private network");
    },
  );

  it("is not asked anything: a server on this machine hears nothing", async () => {
    let visits = 0;
    const url = await serve((_, response) => {
      visits++;
      response.end(meetings);
    });
    await fetchFeed(url, polite);
    await fetchFeed(url.replace("127.0.0.1", "localhost"), polite);
    expect(visits).toBe(0);
  });
});

describe("a visit that fails", () => {
  it.each([
    [404, "", "answers 404 Not Found. Check the feed's address."],
    [401, '{"error":"A key is needed"}', "answers 401 Unauthorized: “A key is needed”. It asks for a key"],
    [503, "<html><title>Just a moment...</title></html>", "answers 503 Service Unavailable with a bot challenge (Cloudflare)."],
    [500, "<html><title>Critical error</title></html>", "answers 500 Internal Server Error with a web page (“Critical error”)."],
    [204, "", "answers 204 No Content."],
    [599, "", "answers 599."],
  ])("names status %i and what the answer says", async (status, body, words) => {
    const url = await serve((_, response) => response.writeHead(status).end(body));
    expect(reason(await fetchFeed(url, local))).toContain(words);
  });

  it("names a server that is not there", async () => {
    const url = await serve(() => {});
    await new Promise((resolve) => server!.close(resolve));
    expect(reason(await fetchFeed(url, local))).toMatch(/^127\.0\.0\.1:\d+ refuses the connection\.$/);
  });

  it.each(["", "meetings", "ftp://example.org/a.json", "javascript:alert(1)", "http://", "//example.org"])(
    "never throws on %j",
    async (url) => {
      expect(await fetchFeed(url, polite)).toMatchObject({ kind: "failed" });
    },
  );

  it("never throws on a header that cannot be sent", async () => {
    expect(await fetchFeed("http://127.0.0.1:9/", { ...local, etag: "a\nb" })).toMatchObject({ kind: "failed" });
  });
});

describe("backing off", () => {
  const minutes = (failures: number, jitter: number) => backOffTime(failures, jitter) / 60_000;

  it("doubles from five minutes to a day, and stays there", () => {
    expect([0, 1, 2, 3, 9, 10, 5000].map((failures) => minutes(failures, 1))).toEqual([0, 5, 10, 20, 1280, 1440, 1440]);
  });

  it("spreads over the upper half", () => {
    expect([0, 0.5, 1].map((jitter) => minutes(2, jitter))).toEqual([5, 7.5, 10]);
    expect(minutes(2, 7)).toBe(10);
  });
});
