import { describe, expect, it } from "vitest";
import { readRobots } from "../../src/links/robots.ts";

const allows = (text: string, path: string) => readRobots(text, "porchlight").allows(path);

describe("robots.txt", () => {
  it.each([
    ["", "/any", true],
    ["User-agent: *\nDisallow:", "/any", true],
    ["User-agent: *\nDisallow: /", "/any", false],
    ["User-agent: other\nDisallow: /", "/any", true],
    ["User-agent: *\nDisallow: /\n\nUser-agent: Porchlight\nDisallow: /desk", "/any", true],
    ["User-agent: *\nUser-agent: other\nDisallow: /private", "/private/page", false],
    ["User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true],
    ["User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", false],
    ["User-agent: *\nDisallow: /page\nAllow: /page", "/page", true],
    ["User-agent: *\nDisallow: /*.pdf$", "/guides/one.pdf", false],
    ["User-agent: *\nDisallow: /*.pdf$", "/guides/one.pdf?page=2", true],
    ["User-agent: *\nDisallow: /*?print=", "/page?print=1", false],
    ["User-agent: *\nDisallow: /$", "/", false],
    ["User-agent: *\nDisallow: /$", "/page", true],
    ["user-AGENT : * # all\r\ndisallow : /x # not this\r\n", "/x", false],
    ["Disallow: /", "/any", true],
  ])("%j, %s: %s", (text, path, allowed) => {
    expect(allows(text, path)).toBe(allowed);
  });

  it("may ask for a pause", () => {
    expect(readRobots("User-agent: *\nCrawl-delay: 10\nDisallow: /x", "porchlight").pause).toBe(10_000);
    expect(readRobots("User-agent: *\nCrawl-delay: soon", "porchlight").pause).toBe(0);
  });

  it("made to be slow is read to its end", () => {
    const text = `User-agent: *\nDisallow: /${"*a".repeat(5000)}b$`;
    expect(allows(text, `/${"a".repeat(20_000)}`)).toBe(true);
  });
});
