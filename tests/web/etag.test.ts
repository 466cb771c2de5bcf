import { afterEach, describe, expect, it } from "vitest";
import { type CachedSite, openCachedSite } from "../support/cached-site.ts";

let site: CachedSite;
afterEach(() => site.close());

describe("conditions", () => {
  const tagged = async () => (await site.ask("/page/a")).headers["etag"]!;

  it.each<[string, (tag: string) => string, number]>([
    ["its tag", (tag) => tag, 304],
    ["any", () => "*", 304],
    ["any, with blanks", () => " * ", 304],
    ["a weak tag", (tag) => `W/${tag}`, 304],
    ["a list", (tag) => `"one", ${tag}`, 304],
    ["a list of weak ones, without blanks", (tag) => `W/"one",W/${tag},"two"`, 304],
    ["a tag with a comma in it", (tag) => `"a,b", ${tag}`, 304],
    ["another tag", () => '"other"', 200],
    ["a part of it", (tag) => `${tag.slice(0, -2)}"`, 200],
    ["it without quotes", (tag) => tag.slice(1, -1), 200],
    ["an asterisk as a tag", () => '"*"', 200],
    ["nothing", () => "", 200],
  ])("If-None-Match with %s", async (_, header, status) => {
    site = await openCachedSite();
    const tag = await tagged();
    const answer = await site.ask("/page/a", { "If-None-Match": header(tag) });
    expect(answer.status).toBe(status);
    expect(answer.headers["etag"]).toBe(tag);
    expect(answer.headers["cache-control"]).toBe("public, max-age=300");
    expect(answer.headers["vary"]).toBe("Accept-Encoding");
    expect(answer.body.length > 0).toBe(status === 200);
    expect((await site.ask("/page/a", { "If-None-Match": header(tag) }, "HEAD")).status).toBe(status);
  });

  it("hold for a page that has just been made", async () => {
    site = await openCachedSite();
    const tag = await tagged();
    await site.close();
    site = await openCachedSite();
    expect((await site.ask("/page/a", { "If-None-Match": tag })).status).toBe(304);
  });

  it("hold across a change of the data that leaves the page as it was, and only then", async () => {
    site = await openCachedSite();
    const tag = await tagged();
    site.versions["programs"] += "+";
    expect((await site.ask("/page/a", { "If-None-Match": tag })).status).toBe(304);
    site.versions["programs"] += "+";
    site.content = () => "Something else";
    const changed = await site.ask("/page/a", { "If-None-Match": tag });
    expect(changed.status).toBe(200);
    expect(changed.headers["etag"]).not.toBe(tag);
  });

  it("do not hold in another encoding", async () => {
    site = await openCachedSite();
    const tag = await tagged();
    expect((await site.ask("/page/a", { "If-None-Match": tag, "Accept-Encoding": "br" })).status).toBe(200);
  });

  it.each(["/no-such", "/page/b"])("do not make %s answer 304 for the tag of another page", async (path) => {
    site = await openCachedSite();
    const tag = await tagged();
    const { status } = await site.ask(path, { "If-None-Match": tag });
    expect(status).toBe(path === "/no-such" ? 404 : 200);
  });

  it("do not make an address answer 304 that is not there, for any tag", async () => {
    site = await openCachedSite();
    await tagged();
    expect((await site.ask("/no-such", { "If-None-Match": "*" })).status).toBe(404);
  });
});
