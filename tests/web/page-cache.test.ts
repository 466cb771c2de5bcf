import { afterEach, describe, expect, it } from "vitest";
import type { Freshness } from "../../src/web/page-cache.ts";
import { type CachedSite, lasting, openCachedSite, usualContent } from "../support/cached-site.ts";

let site: CachedSite;
afterEach(() => site.close());

describe("what is kept", () => {
  it("is made once, whatever the spelling of the address", async () => {
    site = await openCachedSite();
    const first = await site.ask("/page/a");
    const other = await site.ask("/PAGE/A");
    const again = await site.ask("/page/a");
    expect(site.made).toEqual(["/page/a"]);
    for (const { status, headers, body } of [first, other, again]) {
      expect(status).toBe(200);
      expect(headers["etag"]).toBe(first.headers["etag"]);
      expect(headers["x-guarded"]).toBe("yes");
      expect(body.toString()).toBe(usualContent("/page/a"));
    }
  });

  it("is kept under the canonical address when the first to ask spelled it otherwise", async () => {
    site = await openCachedSite();
    await site.ask("/Page/A");
    await site.ask("/page/a");
    expect(site.made).toEqual(["/page/a"]);
  });

  it("is made once for each encoding", async () => {
    site = await openCachedSite();
    for (const encoding of ["br", "br", "gzip", "gzip", "identity", "identity"]) await site.ask("/page/a", { "Accept-Encoding": encoding });
    expect(site.made.length).toBe(3);
  });

  it("makes room by dropping what was asked for least recently", async () => {
    // Room for two.
    site = await openCachedSite({ maxBytes: 4000 });
    site.content = () => "";
    const filler = "x".repeat(1000);
    const [a, b, c] = [`/page/a${filler}`, `/page/b${filler}`, `/page/c${filler}`];
    for (const path of [a, b, a, c]) await site.ask(path);
    expect(site.made).toEqual([a, b, c]);
    await site.ask(a);
    expect(site.made.length).toBe(3);
    await site.ask(b);
    expect(site.made.at(-1)).toBe(b);
  });

  it("has an end in bytes, headers and addresses included", async () => {
    site = await openCachedSite({ maxBytes: 5000 });
    site.content = () => "";
    const filler = "x".repeat(1000);
    const paths = ["1", "2", "3", "4", "5"].map((number) => `/page/${number}${filler}`);
    for (const path of paths) await site.ask(path);
    await site.ask(paths[4]!);
    expect(site.made.length).toBe(5);
    await site.ask(paths[0]!);
    expect(site.made.length).toBe(6);
  });

  it("does not include a page larger than the cache, which costs no other its place", async () => {
    site = await openCachedSite({ maxBytes: 10_000 });
    await site.ask("/page/small");
    site.content = () => "x".repeat(20_000);
    await site.ask("/page/large");
    await site.ask("/page/large");
    await site.ask("/page/small");
    expect(site.made).toEqual(["/page/small", "/page/large", "/page/large"]);
  });

  it("does not include what is at an address of more than two kilobytes, which is answered all the same", async () => {
    site = await openCachedSite();
    const longest = `/page/${"x".repeat(2048 - 6)}`;
    for (const path of [longest, longest, `${longest}x`, `${longest}x`]) expect((await site.ask(path)).status).toBe(200);
    expect(site.made.length).toBe(3);
    const { etag } = (await site.ask(`${longest}x`)).headers;
    expect((await site.ask(`${longest}x`, { "If-None-Match": etag! })).status).toBe(304);
  });

  it("does not include a page that failed to be made", async () => {
    site = await openCachedSite();
    site.content = () => {
      throw new Error("No such luck");
    };
    expect((await site.ask("/page/a")).status).toBe(500);
    site.content = usualContent;
    const { status, body } = await site.ask("/page/a");
    expect(status).toBe(200);
    expect(body.toString()).toBe(usualContent("/page/a"));
  });
});

describe("freshness", () => {
  it.each<[Freshness, string, string]>([
    ["until the data changes", "/page/a", "public, max-age=300"],
    ["until the data changes", "/page/a?q=pills", "private, max-age=300"],
    ["a minute", "/page/a", "public, max-age=60"],
    ["a minute", "/page/a?q=pills", "private, max-age=60"],
    ["never", "/page/a", "no-store"],
    ["never", "/page/a?q=pills", "no-store"],
  ])("%s at %s is said as %s", async (freshness, path, cacheControl) => {
    site = await openCachedSite();
    site.say = { freshness };
    for (const _ of ["made", "kept"]) {
      const { headers } = await site.ask(path);
      expect(headers["cache-control"]).toBe(cacheControl);
      expect(headers["vary"]).toBe("Accept-Encoding");
    }
  });

  it("is never when a page does not say: it is made each time and answers no condition", async () => {
    site = await openCachedSite();
    site.say = {};
    const { headers } = await site.ask("/page/a");
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["etag"]).toBeUndefined();
    expect((await site.ask("/page/a", { "If-None-Match": "*" })).status).toBe(200);
    expect(site.made.length).toBe(2);
  });

  it("of a minute ends by the clock, and the time that it was kept counts", async () => {
    site = await openCachedSite();
    site.say = { freshness: "a minute" };
    await site.ask("/page/a");
    site.now += 59_999;
    const kept = await site.ask("/page/a");
    expect(site.made.length).toBe(1);
    expect(kept.headers["age"]).toBe("59");
    site.now += 1;
    const anew = await site.ask("/page/a");
    expect(site.made.length).toBe(2);
    expect(anew.headers["age"]).toBe("0");
  });

  it("ends when what the page says of its moment does; until then readers keep it for a minute", async () => {
    site = await openCachedSite();
    const shuts = site.now + 3_600_000;
    site.say = { ...lasting, trueUntil: () => shuts };
    expect((await site.ask("/page/a")).headers["cache-control"]).toBe("public, max-age=60");
    site.now = shuts - 1;
    const kept = await site.ask("/page/a");
    expect(site.made.length).toBe(1);
    expect(kept.headers["age"]).toBeUndefined();
    site.now = shuts;
    site.say = { ...lasting, trueUntil: () => null };
    expect((await site.ask("/page/a")).headers["cache-control"]).toBe("public, max-age=300");
    expect(site.made.length).toBe(2);
  });

  it("of a minute ends earlier where what the page says does", async () => {
    site = await openCachedSite();
    const shuts = site.now + 30_000;
    site.say = { freshness: "a minute", trueUntil: () => shuts };
    await site.ask("/page/a");
    site.now = shuts;
    await site.ask("/page/a");
    expect(site.made.length).toBe(2);
  });

  it.each<[string, CachedSite["say"]]>([
    ["a minute", { freshness: "a minute" }],
    ["what the page says of its moment", { ...lasting, trueUntil: () => Number.MAX_SAFE_INTEGER }],
  ])("of %s ends when the clock is set back", async (_what, say) => {
    site = await openCachedSite();
    site.say = say;
    await site.ask("/page/a");
    site.now -= 86_400_000;
    await site.ask("/page/a");
    expect(site.made.length).toBe(2);
  });

  it("until the data changes does not end by the clock", async () => {
    site = await openCachedSite();
    await site.ask("/page/a");
    site.now += 365 * 86_400_000;
    const { headers } = await site.ask("/page/a");
    expect(site.made.length).toBe(1);
    expect(headers["age"]).toBeUndefined();
  });

  it("ends when one of its lists changes, and not when another does", async () => {
    site = await openCachedSite();
    site.say = { ...lasting, lists: ["programs"] };
    await site.ask("/page/a");
    site.versions["meetings"] += "+";
    await site.ask("/page/a");
    expect(site.made.length).toBe(1);
    site.versions["programs"] += "+";
    await site.ask("/page/a");
    expect(site.made.length).toBe(2);
  });

  it("ends when any list changes for a page that names none", async () => {
    site = await openCachedSite();
    await site.ask("/page/a");
    site.versions["meetings"] += "+";
    await site.ask("/page/a");
    expect(site.made.length).toBe(2);
  });

  it("is that of the data before the page was made, when the data changes meanwhile", async () => {
    site = await openCachedSite();
    site.content = (address) => {
      const page = `${usualContent(address)} at ${site.versions["programs"]}`;
      site.versions["programs"] = "2";
      return page;
    };
    await site.ask("/page/a");
    expect((await site.ask("/page/a")).body.toString()).toContain("at 2");
  });
});

describe("methods", () => {
  it("HEAD has the headers of GET and no body, made or kept", async () => {
    site = await openCachedSite();
    const first = await site.ask("/page/a", {}, "HEAD");
    const kept = await site.ask("/page/a", {}, "HEAD");
    const { headers, body } = await site.ask("/page/a");
    for (const head of [first, kept]) {
      expect(head.body.length).toBe(0);
      expect(head.headers["content-length"]).toBe(String(body.length));
      expect(head.headers["etag"]).toBe(headers["etag"]);
    }
  });

  it("an answer to POST is neither kept nor taken from what is kept", async () => {
    site = await openCachedSite();
    await site.ask("/page/a");
    const { headers } = await site.ask("/page/a", {}, "POST");
    expect(headers["cache-control"]).toBe("no-store");
    expect(site.made).toEqual(["/page/a", "/page/a"]);
    await site.ask("/page/b", {}, "POST");
    await site.ask("/page/b");
    expect(site.made.length).toBe(4);
  });
});
