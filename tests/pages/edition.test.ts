// cspell:ignore PRODID alchoholics fone
import { rmSync } from "node:fs";
import request from "supertest";
import { afterAll, describe, expect, it } from "vitest";
import { fillPlaces } from "../../src/places/fill.ts";
import { editions, makeEdition } from "../../src/site/edition.ts";
import { pages as addresses } from "../support/addresses.ts";
import { bracketed, outsideBrackets, quotedCatalog, quoteShown } from "../support/bracketed.ts";
import { importRecords } from "../support/feeds.ts";
import { keepKnownReports } from "../support/known-reports.ts";
import { openTestApp, openTestSite, reopen } from "../support/site.ts";
import { someMeetings } from "../support/some-meetings.ts";

const folder = quotedCatalog();
afterAll(() => rmSync(folder, { recursive: true }));
const monday = Date.parse("2026-11-23T14:30:00Z");
const site = openTestSite(folder, () => monday);
fillPlaces(site.data.db);
const feed = someMeetings.map((meeting) => {
  const texts = { location: "location" in meeting ? meeting.location : null, group: "group" in meeting ? meeting.group : null };
  const notes = "conference_phone" in meeting ? { conference_phone_notes: "«Code 4711»" } : {};
  const quoted = { name: quoteShown(meeting.name, true), location: quoteShown(texts.location, true), group: quoteShown(texts.group, true) };
  return { ...meeting, ...quoted, ...notes, notes: "«Use the side door.»" };
});
keepKnownReports(site.data.db);
importRecords(site.data.db, { name: "«Flathead Valley list»" }, feed);
reopen(site, folder);

const [english] = editions;
const xx = makeEdition(bracketed, "/xx");
const spanish = makeEdition({ ...bracketed, language: "es" }, "/es");
const app = openTestApp(site, [english, xx, spanish]);
const withoutMeetings = openTestSite(folder);
const emptyApp = openTestApp(withoutMeetings, [english, xx]);

const inXx = (address: string) => (address === "/" ? "/xx" : `/xx${address}`);
const pages = [
  ...addresses,
  "/programs?q=suicide",
  "/programs?q=alchoholics+fone",
  "/programs?q=drinking&exact=1",
  "/programs?category=secular&format=phone&format=video&sort=name",
  "/programs?q=springfield+aa",
  "/meetings?q=suicide",
  "/meetings?q=zzzzz",
  "/meetings?near=59911&tz=America/Chicago",
  "/meetings/flathead-sunrise?tz=America/New_York",
  "/library?q=zzzz",
  "/programs/%E0%A4%A",
].map(inXx);

/** What the data puts on a page without quotes: towns, counties, streets, states, hosts, mail addresses, what typos were taken for. */
const ofTheData = [
  /\b(Bigfork|Kalispell|Libby|Springfield|Flathead|Lincoln)\b/g,
  /\b(Main|Oak) St\b/g,
  /\b[A-Z]{2}\b/g,
  /[\w.+-]+@[\w.-]+/g,
  // A page for paper writes whole addresses out.
  /(https?:\/\/)?\b[a-z0-9-]+(\.[a-z0-9-]+)+\b([:/]\S*)?/g,
  /\b(alcoholics|none)\b/g,
  // Three words by which a report is looked up.
  /\b(amber-mesa-heron|maple-river-lamp)\b/g,
];

/** The same: what fellowships call their lists. */
const namesOfLists = new Set(site.data.knownFeeds.map(({ name }) => name));

/** The words that an address brings itself. */
function ownWords(address: string): string[] {
  return [...new URL(address, "http://x").searchParams.values()]
    .flatMap((value) => value.split(/[^\p{L}]+/u))
    .filter((word) => word !== "");
}

function decoded(html: string): string {
  const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#160": " " };
  return html.replace(/&([a-z]+|#\d+);/g, (entity, name: string) => signs[name] ?? entity);
}

/** All that a person reads on a page or hears: text nodes, and the attributes that name things. */
function saidOn(html: string): string[] {
  const visible = html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "");
  const texts = [...visible.matchAll(/>([^<]+)</g)].map(([, text]) => text!);
  const attributes = [...visible.matchAll(/ (?:title|aria-label|placeholder|alt|label)="([^"]*)"/g)].map(([, text]) => text!);
  const description = [...visible.matchAll(/<meta name="description" content="([^"]*)"/g)].map(([, text]) => text!);
  return [...texts, ...attributes, ...description].map(decoded);
}

/** What of it no edition and no data has said. */
function unsaid(html: string, address: string): string[] {
  const own = ownWords(address);
  const withoutData = (text: string) => ofTheData.reduce((left, data) => left.replace(data, ""), text);
  return saidOn(html)
    .filter((text) => !namesOfLists.has(text))
    .map((text) => withoutData(outsideBrackets(text)).match(/\p{L}+/gu) ?? [])
    .filter((left) => left.some((word) => !own.includes(word)))
    .map((left) => left.join(" "));
}

const forMachines = [english.urls.health, english.urls.robots, english.urls.sitemap, ...site.assets.addresses];

/** The addresses of this site that a page leads to, its translations apart. */
function ownLinks(html: string): string[] {
  const links = [...html.replace(/<link rel="alternate"[^>]*>/g, "").matchAll(/ (?:href|src|action|data-names)="([^"]*)"/g)].map(
    ([, href]) => decoded(href!),
  );
  const { siteUrl } = site.settings;
  return links
    .map((link) => (link.startsWith(siteUrl) ? link.slice(siteUrl.length) || "/" : link))
    .filter((link) => link.startsWith("/") && !forMachines.includes(link.replace(/#.*/, "")));
}

/** What is for machines has no language and no base (urls.ts). */
const strays = (links: readonly string[]) => links.filter((link) => !/^\/xx(?:[/?#]|$)/.test(link) && link !== english.urls.accuracyData);

describe("a second edition", () => {
  it.each(pages)("says %s in its own words alone and leads nowhere else", async (address) => {
    const { status, text } = await request(app).get(address);
    expect(status).toBe(address.endsWith("no-such-page") ? 404 : address.includes("%E0") ? 400 : 200);
    expect(text).toContain("⟦");
    expect(unsaid(text, address)).toEqual([]);
    expect(strays(ownLinks(text))).toEqual([]);
  });

  it.each(["/xx", "/xx/meetings", "/xx/places", "/xx/about", "/xx/programs/smart-recovery"])(
    "says %s so while there are no meetings",
    async (address) => {
      const { text } = await request(emptyApp).get(address);
      expect(unsaid(text, address)).toEqual([]);
      expect(strays(ownLinks(text))).toEqual([]);
    },
  );

  it("names itself in the calendar, and its own pages there and in JSON", async () => {
    const { siteUrl } = site.settings;
    for (const address of [
      "/xx/meetings.ics",
      "/xx/meetings/flathead-sunrise.ics",
      "/xx/programs.json",
      "/xx/library.json",
      "/xx/meetings.json",
    ]) {
      const { text, body } = await request(app).get(address);
      const content = (text ?? JSON.stringify(body)).replaceAll("\r\n ", "");
      expect(content).toContain(`${siteUrl}/xx/`);
      expect(content.replaceAll(`${siteUrl}/xx/`, "")).not.toContain(siteUrl);
    }
    expect((await request(app).get("/xx/meetings.ics")).text).toContain("NAME:⟦Meetings⟧");
  });
});

describe("the language of an edition", () => {
  it("is named on its pages and in its calendars", async () => {
    expect((await request(app).get("/es/programs")).text).toContain('<html lang="es">');
    expect((await request(app).get("/es/no-such-page")).text).toContain('<html lang="es">');
    expect((await request(app).get("/es/meetings.ics")).text).toContain("PRODID:-//Porchlight//Meetings//ES");
    expect((await request(app).get("/programs")).text).toContain('<html lang="en">');
  });
});

describe("an error page", () => {
  it.each([
    ["/xx/no-such-page", "⟦We could not find that page⟧"],
    ["/xx/programs/nope", "⟦We could not find that page⟧"],
    ["/xx/programs/%E0%A4%A", "⟦We could not read that address⟧"],
    ["/no-such-page", ">We could not find that page"],
    ["/xxx/no-such-page", ">We could not find that page"],
  ])("of %s is in the language of its address", async (address, title) => {
    expect((await request(app).get(address)).text).toContain(title);
  });

  it("of a wrong method is so too", async () => {
    const { status, text } = await request(app).post("/xx/programs");
    expect(status).toBe(405);
    expect(text).toContain("⟦This page is only for reading⟧");
  });
});
