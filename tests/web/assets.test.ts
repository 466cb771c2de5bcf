import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadAssets } from "../../src/web/assets.ts";
import { type Listening, listen } from "../support/listen.ts";
import { openTestApp } from "../support/site.ts";

const assets = loadAssets();
let site: Listening;
beforeAll(async () => {
  site = await listen(openTestApp());
});
afterAll(() => site.close());

describe("the script of the pages", () => {
  it("makes text of what it fetches, never HTML", async () => {
    const script = (await site.ask(assets.url("suggest.js"))).body.toString();
    expect(script).toContain("new Option");
    expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function\(|DOMParser|createContextualFragment/);
  });
});

describe("a built file", () => {
  it.each([
    ["site.css", "text/css; charset=utf-8", "public, max-age=31536000, immutable"],
    ["icons.svg", "image/svg+xml", "public, max-age=31536000, immutable"],
    ["suggest.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
    ["favicon.svg", "image/svg+xml", "public, max-age=86400"],
    ["site.webmanifest", "application/manifest+json", "public, max-age=86400"],
  ])("%s says what it is, how long it lasts, and is guarded", async (name, contentType, cacheControl) => {
    const { status, headers } = await site.ask(assets.url(name));
    expect(status).toBe(200);
    expect(headers["content-type"]).toContain(contentType);
    expect(headers["cache-control"]).toBe(cacheControl);
    expect(headers["vary"]).toBe("Accept-Encoding");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
  });

  it.each([
    ["br", "br"],
    ["gzip, deflate, br", "br"],
    ["br;q=0, gzip", "gzip"],
    ["br; q=0", undefined],
    ["identity", undefined],
  ])("is the same in whatever %s accepts", async (accepted, encoding) => {
    const address = assets.url("site.css");
    const plain = (await site.ask(address)).body;
    const { headers, body } = await site.ask(address, { "Accept-Encoding": accepted });
    expect(headers["content-encoding"]).toBe(encoding);
    expect(headers["content-length"]).toBe(String(body.length));
    const text = encoding === "br" ? brotliDecompressSync(body) : encoding === "gzip" ? gunzipSync(body) : body;
    expect(text.equals(plain)).toBe(true);
  });

  it("answers HEAD with the same headers", async () => {
    const address = assets.url("site.css");
    const got = await site.ask(address);
    const head = await site.ask(address, {}, "HEAD");
    expect(head.body.length).toBe(0);
    expect(head.headers["content-length"]).toBe(String(got.body.length));
    expect(head.headers["etag"]).toBe(got.headers["etag"]);
  });

  it("answers 304 to its tag, in the encoding that the tag is of", async () => {
    const address = assets.url("favicon.svg");
    const { etag } = (await site.ask(address, { "Accept-Encoding": "br" })).headers;
    const same = await site.ask(address, { "Accept-Encoding": "br", "If-None-Match": `"other", W/${etag}` });
    expect(same.status).toBe(304);
    expect(same.body.length).toBe(0);
    expect(same.headers["cache-control"]).toBe("public, max-age=86400");
    expect((await site.ask(address, { "If-None-Match": etag! })).status).toBe(200);
  });

  it("is only at its own address", async () => {
    const address = assets.url("site.css");
    for (const other of [
      `${address}.br`,
      address.toUpperCase(),
      `${address}/`,
      address.replace("/assets", ""),
      "/manifest.json",
      "/assets/",
    ])
      expect((await site.ask(other)).status, other).toBe(404);
  });

  it("that does not exist cannot be pointed to", () => {
    expect(() => assets.url("constructor")).toThrow("public/ has no file named constructor");
  });
});
