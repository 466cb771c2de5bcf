import request from "supertest";
import { describe, expect, it } from "vitest";
import { fillPlaces } from "../../../src/places/fill.ts";
import { importRecords } from "../../support/feeds.ts";
import { htmlFaults } from "../../support/html.ts";
import { openSiteWithMeetings } from "../../support/meetings.ts";
import { openSiteOver, openTestApp, reopen, withCatalog } from "../../support/site.ts";

const db = withCatalog();
fillPlaces(db);
const without = openTestApp(openSiteOver(db, Date.now));
const withFeed = openTestApp(openSiteWithMeetings());
const get = async (path: string, app = without) => (await request(app).get(path).expect(200)).text;

/** What is under the heading of the lists, up to the end of its section. */
const listsOf = (text: string) => text.match(/<h2>Who lists meetings in [\s\S]*?<\/section>/)?.[0] ?? "";

describe("/meetings without feeds", () => {
  it("asks for a ZIP code or a state, and names groups that one can join from anywhere", async () => {
    const text = await get("/meetings");
    expect(text).toMatch(/<form[^>]* action="\/meetings"[\s\S]*?name="near"[\s\S]*?<select id="state"/);
    expect(text.match(/<li class="row">/g)?.length).toBe(5);
    expect(text).toContain("/programs?format=in-person");
    expect(listsOf(text)).toBe("");
    // Not beside the column of filters, which it has none of.
    expect(text).toContain('<div class="reading-page">\n<h1>Meetings</h1>');
  });

  it.each(["near=68801", "near=Grand+Island,+NE", "state=NE", "near=Nebraska", "q=aa+nebraska"])(
    "lists those of the state asked for: %s",
    async (query) => {
      const lists = listsOf(await get(`/meetings?${query}`));
      expect(lists).toContain("Who lists meetings in Nebraska");
      expect(lists).toContain('<a href="http://www.area41.org" rel="noopener noreferrer external">Nebraska, Area 41</a>');
      expect(lists).toContain("area41.org · 1,175 meetings when last counted, 28 Sept 2026");
      expect(lists).toMatch(/Omaha Central Office[\s\S]*?648 meetings in NE and IA when/);
    },
  );

  it("leads to the sites of the fellowships, never to their data", async () => {
    for (const state of ["CA", "MT", "NC", "AZ"]) {
      const links = [...listsOf(await get(`/meetings?state=${state}`)).matchAll(/href="(http[^"]+)"/g)].map(([, href]) => href!);
      expect(links.length).toBeGreaterThan(0);
      for (const link of links) expect(link).not.toMatch(/json|wp-|main_server/);
    }
  });

  it("lets a ZIP code overrule the state that was chosen before", async () => {
    const text = await get("/meetings?near=59911&state=NE");
    expect(listsOf(text)).toContain("Who lists meetings in Montana");
    expect(text).not.toContain(" selected");
  });

  it.each(["", "?near=68801", "?state=CA", "?near=bigfrok,+MT", "?q=overdose"])("is valid HTML: /meetings%s", async (query) => {
    expect(await htmlFaults(await get(`/meetings${query}`))).toEqual([]);
  });

  it("helps with a place that nobody knows", async () => {
    const text = await get("/meetings?near=bigfrok,+MT");
    expect(text).toContain("Bigfork, MT");
    expect(text).toContain('value="bigfrok, MT"');
  });
});

describe("the lists of a state", () => {
  it("put its own before those of neighbors, and the largest first", async () => {
    const lists = listsOf(await get("/meetings?state=AR"));
    expect(lists.indexOf("Arkansas Central Office")).toBeLessThan(lists.indexOf("Oklahoma, Area 57"));
    expect(lists.indexOf("Arkansas Central Office")).toBeLessThan(lists.indexOf("Ft. Smith Area Intergroup"));
  });

  it("are on its page, and near a ZIP code below the meetings that feeds bring", async () => {
    for (const path of ["/places/MT", "/meetings?near=59911", "/meetings?state=MT"])
      expect(listsOf(await get(path, withFeed)), path).toContain("namontana.org");
    const near = await get("/meetings?near=59911", withFeed);
    expect(near.indexOf("Who lists meetings")).toBeGreaterThan(near.lastIndexOf('<li class="row">'));
  });

  it("are at most two of a program below results, with the way to all of them", async () => {
    const lists = listsOf(await get("/meetings?state=NC", withFeed));
    expect(lists.match(/<li>/g)?.length).toBeLessThanOrEqual(8);
    expect(lists).toContain('<a href="/places/NC#lists">All 10 lists in North Carolina</a>');
    const all = await get("/places/NC", withFeed);
    expect(listsOf(all).match(/<li>/g)?.length).toBe(10);
    expect(all).toContain('<section id="lists">');
  });

  it("leave out what a feed already brings, by its own id or gathered by an aggregator", async () => {
    const site = openSiteOver(withCatalog(), Date.now);
    expect(listsOf(await get("/places/NE"))).toContain("pszfna.org");
    const records = [{ name: "Tuesday Group", slug: "tuesday", day: 2, time: "19:00", city: "Ord", state: "NE" }];
    const app = openTestApp(site);
    importRecords(site.data.db, { id: "na-agg-ne", program: "narcotics-anonymous" }, records);
    reopen(site);
    const lists = listsOf(await get("/places/NE", app));
    expect(lists).toContain("area41.org");
    expect(lists).not.toContain("pszfna.org");
  });
});
