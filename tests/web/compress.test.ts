import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { compress, compressSync, recompress } from "../../src/web/compress.ts";
import { type CachedSite, openCachedSite, usualContent } from "../support/cached-site.ts";

let site: CachedSite;
afterEach(() => site.close());

describe("encodings", () => {
  it.each<[string | null, string | undefined]>([
    [null, undefined],
    ["", undefined],
    ["identity", undefined],
    ["br", "br"],
    ["BR", "br"],
    ["gzip, deflate, br", "br"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["deflate", undefined],
    ["*", "br"],
    ["gzip;q=0, *", "br"],
    ["br;q=0, *", "gzip"],
    ["*;q=0", undefined],
    ["br;q=0", undefined],
    ["br; q=0", undefined],
    ["br; q=0.000, gzip", "gzip"],
    ["br; q=0.5", "br"],
    ["br; q=0.5, identity; q=0", "br"],
    ["br;q=0.5, gzip;q=1.0", "gzip"],
    ["br;q=0.5, gzip;q=0.5", "br"],
    ["gzip;q=0.1, identity;q=0.9", undefined],
    ["identity;q=0, gzip", "gzip"],
    ["identity;q=0", undefined],
    ["brotli", undefined],
    ["x-br", undefined],
    [";;,,=;q=", undefined],
  ])("Accept-Encoding %j is answered in %s", async (accepted, encoding) => {
    site = await openCachedSite();
    const headers: Record<string, string> = accepted === null ? {} : { "Accept-Encoding": accepted };
    for (const _ of ["made", "kept"]) {
      const answer = await site.ask("/page/a", headers);
      expect(answer.headers["content-encoding"]).toBe(encoding);
      expect(answer.headers["vary"]).toBe("Accept-Encoding");
      expect(Number(answer.headers["content-length"])).toBe(answer.body.length);
      expect(decoded(answer.body, encoding)).toBe(usualContent("/page/a"));
    }
  });

  it("stay right after more different headers than are remembered", async () => {
    site = await openCachedSite();
    for (let number = 0; number < 450; number++)
      expect((await site.ask("/page/a", { "Accept-Encoding": `x-${number}, br` })).headers["content-encoding"]).toBe("br");
    expect((await site.ask("/page/a", { "Accept-Encoding": "x-1, gzip" })).headers["content-encoding"]).toBe("gzip");
  });

  it.each(["br", "gzip"])("a page of megabytes is compressed in %s while others are answered", async (encoding) => {
    site = await openCachedSite();
    const large = Array.from({ length: 200_000 }, (_, number) => `row ${number}`).join("\n");
    const headers = { "Accept-Encoding": encoding };
    await site.ask("/page/before", headers);
    await site.ask("/page/small", headers);
    site.content = () => large;
    const answer = await site.ask("/page/large", headers);
    expect(site.sentAtOnce.slice(1)).toEqual([true, false]);
    expect(answer.headers["content-encoding"]).toBe(encoding);
    expect(decoded(answer.body, encoding)).toBe(large);
    expect((await site.ask("/page/large", { ...headers, "If-None-Match": answer.headers["etag"]! })).status).toBe(304);
  });
});

describe("how hard a page is compressed", () => {
  const text = Array.from({ length: 2000 }, (_, number) => `<li>meeting ${number * 7919}</li>`).join("");
  const quick = compressSync(Buffer.from(text), "br").length;
  const brotli = { "Accept-Encoding": "br" };

  it("depends on how long the server was idle since its start or the last page, not on how long ago that was", async () => {
    const hard = (await compress(Buffer.from(text), "br", "hard")).length;
    site = await openCachedSite();
    site.content = () => text;
    const made = [];
    for (const [address, idleTime] of [
      ["/page/first", 9],
      ["/page/quiet", 19],
      ["/page/busy", 28],
      ["/page/quiet-again", 38],
    ] as const) {
      site.idleTime = idleTime;
      site.now += 3600_000;
      made.push((await site.ask(address, brotli)).body.length);
    }
    expect(made).toEqual([quick, hard, quick, hard]);
  });

  it("counts no wait for the last page to be compressed as idle", async () => {
    site = await openCachedSite();
    site.content = () => {
      setImmediate(() => (site.idleTime += 25));
      return text;
    };
    site.idleTime = 10;
    const first = (await site.ask("/page/first", brotli)).body.length;
    expect(first).toBeLessThan(quick);
    expect((await site.ask("/page/second", brotli)).body.length).toBe(quick);
  });

  it("is quick while another page is being compressed hard", async () => {
    site = await openCachedSite();
    site.content = () => text;
    const both = ["/page/one", "/page/other"].map((address) => {
      site.idleTime += 20;
      return site.ask(address, brotli);
    });
    const [one, other] = (await Promise.all(both)).map(({ body }) => body.length);
    expect(Math.max(one!, other!)).toBe(quick);
    expect(Math.min(one!, other!)).toBeLessThan(quick);
  });
});

describe("compressing again", () => {
  it("makes brotli smaller and says the same", async () => {
    const text = Array.from({ length: 2000 }, (_, number) => `<li>meeting ${number * 7919}</li>`).join("");
    const quick = compressSync(Buffer.from(text), "br");
    const hard = await recompress(quick);
    expect(hard.length).toBeLessThan(quick.length);
    expect(brotliDecompressSync(hard).toString()).toBe(text);
  });
});

function decoded(body: Buffer, encoding: string | undefined): string {
  if (encoding === "br") return brotliDecompressSync(body).toString();
  return encoding === "gzip" ? gunzipSync(body).toString() : body.toString();
}
