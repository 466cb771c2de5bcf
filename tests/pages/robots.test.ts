import fc from "fast-check";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { editions, makeEdition } from "../../src/site/edition.ts";
import { en } from "../../src/words/en.ts";
import { pages } from "../support/addresses.ts";
import { openSiteWithMeetings } from "../support/meetings.ts";
import { openTestApp, openTestSite } from "../support/site.ts";

const site = openSiteWithMeetings();
const app = openTestApp(site);
const get = async (path: string) => (await request(app).get(path)).text;
const headOf = (html: string) => html.split("<body>")[0]!;
const isIndexable = (html: string) => !html.includes('<meta name="robots" content="noindex">');

describe("what search engines may collect", () => {
  it.each([
    "/programs",
    "/programs?page=2",
    "/programs?category=secular",
    "/programs?state=MT",
    "/programs?frequency=weekly-or-more",
    "/library",
    "/library?kind=review",
    "/meetings",
    "/meetings?format=phone",
    "/meetings?program=alcoholics-anonymous",
    "/programs/alcoholics-anonymous",
    "/meetings/flathead-sunrise",
  ])("%s is among it", async (path) => {
    expect(isIndexable(await get(path))).toBe(true);
  });

  it.each([
    ["two values of a facet", "/programs?format=phone&format=video"],
    ["two facets", "/programs?state=MT&format=phone"],
    ["a value that nobody knows", "/programs?help=buy+cheap+x+at+y.example"],
    ["one of them beside a known one", "/library?kind=review&kind=buy+cheap+x"],
    ["words", "/library?q=cheap"],
    ["words taken exactly", "/programs?q=secular&exact=1"],
    ["another order", "/programs?sort=name"],
    ["a page past the end", "/programs?page=99"],
    ["a page past the end of one value", "/library?kind=review&page=40"],
    ["nothing found", "/meetings?language=arabic"],
    ["a later page of what the clock reorders", "/meetings?page=2"],
    ["a place", "/meetings?near=59911"],
    ["a place on a program's page", "/programs/alcoholics-anonymous?near=buy+cheap+x"],
    ["a clock", "/meetings/flathead-sunrise?tz=America/New_York"],
    ["what is not there", "/programs/buy-cheap-x"],
  ])("%s is not among it", async (_, path) => {
    expect(isIndexable(await get(path))).toBe(false);
  });

  it("holds the list of meetings also while there are none, and nothing else of it", async () => {
    const empty = openTestApp(openTestSite());
    expect(isIndexable((await request(empty).get("/meetings")).text)).toBe(true);
    expect(isIndexable((await request(empty).get("/meetings?format=phone")).text)).toBe(false);
  });

  it("never has a stranger's words in the head of a page", async () => {
    const names = ["q", "near", "within", "tz", "sort", "page", "exact", "day", "kind", "state", "format", "program", "category", "help"];
    const given = fc.tuple(fc.constantFrom(...names), fc.constantFrom("cheapest", "buy cheapest at y.example", "phone", "MT", "2"));
    const path = fc.constantFrom(
      "/",
      "/programs",
      "/library",
      "/meetings",
      "/programs/alcoholics-anonymous",
      "/places/MT",
      "/places/cheapest",
    );
    await fc.assert(
      fc.asyncProperty(path, fc.array(given, { maxLength: 4 }), async (path, pairs) => {
        expect(headOf(await get(`${path}?${new URLSearchParams(pairs)}`))).not.toContain("cheapest");
      }),
      { numRuns: 150 },
    );
  });
});

describe("a crawler that obeys robots.txt", () => {
  it("meets each page once, whatever the combinations", async () => {
    const mayAsk = readRobots(await get("/robots.txt"));
    const found = new Set(["/"]);
    const shown = new Map<string, string>();
    for (const path of found) {
      const { text, type, status } = await request(app).get(path);
      expect(status, path).toBe(200);
      if (type !== "text/html") continue;
      shown.set(path, text);
      for (const [, href] of text.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
        const link = href!.replaceAll("&amp;", "&");
        if (mayAsk(link)) found.add(link);
      }
    }
    const map = await get("/sitemap.xml");
    const listed = [...map.matchAll(/<loc>https:\/\/porchlight\.example([^<]*)<\/loc>/g)].map(([, path]) => path!);
    const meetings = ["flathead-sunrise", "flathead-late-night", "flathead-first-saturday", "flathead-closed-hall"];
    expect(found).toEqual(new Set([...found, ...meetings.map((id) => `/meetings/${id}`)]));
    expect(listed.filter((path) => !mayAsk(path) || !isIndexable(shown.get(path) ?? ""))).toEqual([]);
    const others = [...found].filter((path) => !listed.includes(path) && !path.startsWith("/meetings/"));
    expect(others.filter((path) => !/^\/[a-z-]+\?[a-z]+=[^&]*$/.test(path))).toEqual([]);
    expect(others.length).toBeLessThan(200);
  });

  it("asks for no files that are for machines, and no page of somebody's own question", async () => {
    const mayAsk = readRobots(await get("/robots.txt"));
    const kept = ["/programs?q=x", "/meetings?near=59911", "/meetings?day=monday&time=evening", "/programs?format=phone&page=2"];
    const files = ["/meetings.ics", "/meetings/flathead-sunrise.ics", "/programs.json?format=phone", "/meetings?page=7"];
    for (const path of [...kept, ...files]) expect(mayAsk(path), path).toBe(false);
    for (const path of ["/", "/places/MT", "/programs?format=phone", "/programs?page=2"]) expect(mayAsk(path), path).toBe(true);
  });
});

/** What robots.txt allows, by the rules of RFC 9309: "*" is anything, "$" the end, everything else the beginning of a path. */
function readRobots(text: string): (path: string) => boolean {
  const rules = [...text.matchAll(/^Disallow: (.+)$/gm)].map(([, rule]) =>
    rule!.replace(/[.+?^{}()|[\]\\]/g, "\\$&").replaceAll("*", ".*"),
  );
  return (path) => !rules.some((rule) => new RegExp(`^${rule}`).test(path));
}

describe("a form", () => {
  it("forgets what was ticked and typed when the reader comes back", async () => {
    const texts = await Promise.all(pages.map(get));
    const forms = texts.flatMap((text) => [...text.matchAll(/<form[^>]*>/g)].map(([form]) => form));
    expect(forms.length).toBeGreaterThan(10);
    expect(forms.filter((form) => !form.includes('autocomplete="off"'))).toEqual([]);
  });
});

describe("editions beside each other", () => {
  const [english] = editions;
  const both = openTestApp(openSiteWithMeetings(), [english, makeEdition({ ...en, language: "es" }, "/es")]);
  const own = "https://porchlight.example";

  it.each([
    ["/", `${own}/`, `${own}/es`],
    ["/es", `${own}/`, `${own}/es`],
    ["/programs?category=secular", `${own}/programs?category=secular`, `${own}/es/programs?category=secular`],
    ["/es/places/MT", `${own}/places/MT`, `${own}/es/places/MT`],
  ])("%s names its translations", async (path, inEnglish, inSpanish) => {
    const head = headOf((await request(both).get(path)).text);
    expect(head).toContain(`<link rel="alternate" hreflang="en" href="${inEnglish}">`);
    expect(head).toContain(`<link rel="alternate" hreflang="es" href="${inSpanish}">`);
    expect(headOf(await get(path.replace(/^\/es(?=\/|$)/, "") || "/"))).not.toContain("hreflang");
  });

  it("name none on pages that no search engine should collect", async () => {
    expect((await request(both).get("/programs?q=secular")).text).not.toContain("hreflang");
  });

  it("are all in the site map and in robots.txt", async () => {
    const { text } = await request(both).get("/sitemap.xml");
    expect(text).toContain(`<loc>${own}/programs/smart-recovery</loc>`);
    expect(text).toContain(`<loc>${own}/es/programs/smart-recovery</loc>`);
    expect((await request(both).get("/robots.txt")).text).toContain("Disallow: /es/meetings?page=");
  });
});
