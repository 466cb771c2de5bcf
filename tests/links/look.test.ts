import type { ServerResponse } from "node:http";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { lookAt } from "../../src/links/look.ts";
import { isParkedHost, readSigns } from "../../src/links/signs.ts";
import { hasty, type OddServer, openOddServer } from "../support/odd-server.ts";

const signs = readSigns();
const servers: OddServer[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) await server.close();
});

async function open(...args: Parameters<typeof openOddServer>): Promise<OddServer> {
  const server = await openOddServer(...args);
  servers.push(server);
  return server;
}

const look = (url: string, manners = hasty) => lookAt(url, signs, manners);

function page(res: ServerResponse, html: string, status = 200): void {
  res.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(html);
}

const welcome = "<title>Peer line</title><h1>Call us</h1>";

describe("a look at a link", () => {
  it("asks with HEAD, and for the page only where it is one", async () => {
    const { url, asked } = await open((req, res) => {
      if (req.url === "/guide.pdf") res.writeHead(200, { "content-type": "application/pdf" }).end();
      else page(res, welcome);
    });
    expect(await look(`${url}/guide.pdf`)).toEqual({ verdict: "ok", movedTo: null, detail: "200" });
    expect(await look(`${url}/`)).toMatchObject({ verdict: "ok" });
    expect(asked).toEqual(["HEAD /guide.pdf", "HEAD /", "GET /"]);
  });

  it.each([405, 501, 403, 404, 500])("asks for the page itself where HEAD says %i", async (status) => {
    const { url } = await open((req, res) => (req.method === "HEAD" ? res.writeHead(status).end() : page(res, welcome)));
    expect(await look(url)).toMatchObject({ verdict: "ok", detail: "200" });
  });

  it("asks for the page itself where HEAD is broken off", async () => {
    const { url } = await open((req, res) => (req.method === "HEAD" ? void req.socket.destroy() : page(res, welcome)));
    expect(await look(url)).toMatchObject({ verdict: "ok" });
  });

  it.each([
    [404, "gone"],
    [410, "gone"],
    [400, "blocks-robots"],
    [401, "blocks-robots"],
    [403, "blocks-robots"],
    [406, "blocks-robots"],
    [429, "blocks-robots"],
    [451, "blocks-robots"],
    [999, "blocks-robots"],
    [500, "no-answer"],
    [503, "no-answer"],
    [304, "no-answer"],
  ] as const)("takes %i for %s", async (status, verdict) => {
    const { url } = await open((_, res) => void res.writeHead(status).end());
    expect(await look(url)).toEqual({ verdict, movedTo: null, detail: String(status) });
  });

  it("knows a guard that asks whether one is human, whatever its status", async () => {
    for (const status of [200, 403, 404, 503]) {
      const { url } = await open((_, res) => page(res, "<title>Just a moment...</title>", status));
      expect(await look(url)).toMatchObject({ verdict: "blocks-robots" });
    }
  });

  it("knows a page that is gone although its server says 200", async () => {
    const { url } = await open((_, res) => page(res, "<title> 404 &#8211; Page not found | Peers</title><p>Sorry"));
    expect(await look(url)).toMatchObject({ verdict: "gone", detail: "200" });
  });
});

describe("redirects", () => {
  it.each([
    [[301], "moved"],
    [[308, 301], "moved"],
    [[302], "ok"],
    [[307], "ok"],
    [[302, 301], "ok"],
  ] as const)("of %o are %s", async (statuses, verdict) => {
    const { url } = await open((req, res) => {
      const at = Number(req.url!.slice(1));
      const status = statuses[at];
      if (status === undefined) page(res, welcome);
      else res.writeHead(status, { location: `/${at + 1}` }).end();
    });
    const movedTo = verdict === "moved" ? `${url}/${statuses.length}` : null;
    expect(await look(`${url}/0`)).toMatchObject({ verdict, movedTo });
  });

  it("for good and then for now have moved to where the first lead", async () => {
    const next: Record<string, [number, string]> = { "/old": [301, "/new"], "/new": [302, "/new/today"] };
    const { url } = await open((req, res) => {
      const [status, location] = next[req.url!] ?? [200, ""];
      if (status === 200) page(res, welcome);
      else res.writeHead(status, { location }).end();
    });
    expect(await look(`${url}/old`)).toMatchObject({ verdict: "moved", movedTo: `${url}/new` });
  });

  it("that only put a slash at the end are none", async () => {
    const { url } = await open((req, res) => {
      if (req.url === "/line") res.writeHead(301, { location: "/line/" }).end();
      else page(res, welcome);
    });
    expect(await look(`${url}/line`)).toEqual({ verdict: "ok", movedTo: null, detail: "200" });
  });

  it.each([
    ["in a circle", "/", "circle"],
    ["to no address", "http://[", "redirect"],
    ["to a script", "javascript:alert(1)", "redirect"],
    ["to a file", "file:///etc/passwd", "redirect"],
    ["into a private network", "http://10.0.0.7/", "private"],
    ["to this machine by another name", "http://[::1]/", "private"],
    ["to the keys of a cloud's machine", "http://169.254.169.254/latest/meta-data/", "private"],
  ])("%s lead nowhere", async (_, location, detail) => {
    const { url } = await open((_req, res) => void res.writeHead(301, { location }).end());
    expect(await look(url)).toEqual({ verdict: "no-answer", movedTo: null, detail });
  });

  it("to what is gone are gone, not moved", async () => {
    const { url } = await open((req, res) => {
      if (req.url === "/old") res.writeHead(301, { location: "/new" }).end();
      else page(res, "", 404);
    });
    expect(await look(`${url}/old`)).toMatchObject({ verdict: "gone", movedTo: null });
  });
});

describe("a domain that is for sale", () => {
  it.each([
    `<script src="//${signs.parkedMarks[0]}/x.js"></script>`,
    "<title>peers.example</title><h1>This&nbsp;domain is  for sale!</h1><a>Make an offer</a>",
    "<p>peers.example is parked free, courtesy of a registrar.</p>",
  ])("is known by its page: %s", async (html) => {
    const { url } = await open((_, res) => page(res, html));
    expect(await look(url)).toMatchObject({ verdict: "parked" });
  });

  it("is no page that has much else to say", async () => {
    const { url } = await open((_, res) => page(res, `<p>${"We meet on Mondays. ".repeat(200)}</p><footer>Buy this domain</footer>`));
    expect(await look(url)).toMatchObject({ verdict: "ok" });
  });

  it("is known by the host that its address leads to, and by no other that only ends like it", () => {
    const [host] = signs.parkedHosts;
    const isParked = (name: string) => isParkedHost(new URL(`https://${name}/domain`), signs);
    expect([host!, `www.${host}`, `not${host}`, `${host}.example`].map(isParked)).toEqual([true, true, false, false]);
  });

  it.each([gzipSync, brotliCompressSync])("is known although its page is packed", async (pack) => {
    const { url } = await open((_, res) => {
      const encoding = pack === gzipSync ? "gzip" : "br";
      res.writeHead(200, { "content-type": "text/html", "content-encoding": encoding }).end(pack("<h1>Buy this domain</h1>"));
    });
    expect(await look(url)).toMatchObject({ verdict: "parked" });
  });
});

describe("a server that is broken or hostile", () => {
  it("is said to be: nobody listens, no such name, no certificate, a private address", async () => {
    const { url, close } = await openOddServer(() => undefined);
    await close();
    expect(await look(url)).toMatchObject({ verdict: "no-answer", detail: "ECONNREFUSED" });
    const secure = await open((_, res) => page(res, welcome), { secure: true });
    for (const reject of ["1", "0"]) {
      vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", reject);
      expect(await look(secure.url)).toMatchObject({ verdict: "certificate", detail: "DEPTH_ZERO_SELF_SIGNED_CERT" });
    }
    expect(secure.asked).toEqual([]);
    expect(await look("http://192.168.1.1/")).toMatchObject({ verdict: "no-answer", detail: "private" });
    expect(await look(secure.url, { ...hasty, allowPrivate: false })).toMatchObject({ verdict: "no-answer", detail: "private" });
  });

  it("that never answers, or never ends what it begins, takes no longer than the limit", async () => {
    const silent = await open(() => undefined);
    expect(await look(silent.url, { ...hasty, timeoutMs: 100 })).toMatchObject({ verdict: "no-answer", detail: "timeout" });
    const slow = await open((_, res) => {
      res.writeHead(200, { "content-type": "text/html" });
      res.write(welcome);
    });
    expect(await look(slow.url, { ...hasty, timeoutMs: 100 })).toMatchObject({ verdict: "ok" });
  });

  it("that sends without end, or a bomb, is read no further than the limit", async () => {
    let sent = 0;
    const endless = await open((req, res) => {
      res.writeHead(200, { "content-type": "text/html" });
      if (req.method === "HEAD") return void res.end();
      const more = () => {
        sent += 65_536;
        if (res.write("x".repeat(65_536)) && !res.destroyed) setImmediate(more);
        else res.once("drain", more);
      };
      more();
    });
    expect(await look(endless.url)).toMatchObject({ verdict: "ok" });
    expect(sent).toBeLessThan(64 * 1024 * 1024);
    const bomb = await open((_, res) => {
      res.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(50_000_000)));
    });
    expect(await look(bomb.url)).toMatchObject({ verdict: "ok" });
  });

  it("that speaks no HTTP, or sends too many headers, does not answer", async () => {
    const babble = await open((req) => void req.socket.end("SSH-2.0-OpenSSH_9.9\r\n"));
    expect(await look(babble.url)).toMatchObject({ verdict: "no-answer" });
    const boastful = await open((_, res) => void res.writeHead(200, { boast: "x".repeat(100_000) }).end());
    expect(await look(boastful.url)).toMatchObject({ verdict: "no-answer", detail: "HPE_HEADER_OVERFLOW" });
  });
});
