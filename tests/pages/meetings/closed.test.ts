import request from "supertest";
import { beforeEach, describe, expect, it } from "vitest";
import { endClosure, saveClosure } from "../../../src/meetings/closures.ts";
import { closeChurch, withChurch } from "../../support/closed-church.ts";
import { openSiteOver, openTestApp, reopen } from "../../support/site.ts";

/** Monday, 30 November 2026, five in the afternoon in Bigfork, Montana. */
const monday = Date.parse("2026-12-01T00:00Z");
const aWeek = 7 * 86_400_000;
let now = monday;

function openChurch() {
  const db = withChurch();
  const site = openSiteOver(db, () => now);
  const app = openTestApp(site);
  const get = async (path: string) => request(app).get(path);
  const items = async (path: string) => (await get(path)).body.items as Record<string, unknown>[];
  const names = async (path: string) => (await items(path)).map(({ name }) => name);
  return { db, site, get, items, names };
}

beforeEach(() => {
  now = monday;
});

describe("a place that is closed until a day", () => {
  it("is said in the rows, on the pages, in JSON and on paper", async () => {
    const { db, site, get, items } = openChurch();
    closeChurch(db, "2026-12-07");
    reopen(site);
    const said = "Closed until 7 Dec 2026: the church has no heating";
    const { text } = await get("/meetings?q=sunrise");
    expect(text).toContain(`<p class="in-doubt">${said}</p>`);
    expect(text).toMatch(/Mon\s7\spm/);
    expect((await get("/meetings?q=sunrise&print=1")).text).toContain(said);
    const [sunrise] = await items("/meetings.json?q=sunrise");
    expect(sunrise).toMatchObject({ join: "paused", next: null, closed: { until: "2026-12-07", words: "the church has no heating" } });
    const page = (await get(`/meetings/${sunrise!["id"]}`)).text;
    expect(page).toContain(`<p class="status">${said}</p>`);
    expect(page).toContain("Paused: not meeting now");
    expect(page).not.toContain("Next: ");
    expect(page).not.toContain("Rang the pastor");
  });

  it("is not tonight's, comes after what is open, and what needs no room goes on", async () => {
    const { db, site, names, items } = openChurch();
    expect(await names("/meetings.json?after=tonight")).toEqual(["Sunrise Group", "Both Ways", "Oak Street"]);
    closeChurch(db, "2026-12-07");
    reopen(site);
    expect(await names("/meetings.json?after=tonight")).toEqual(["Both Ways", "Oak Street"]);
    expect((await names("/meetings.json")).slice(0, 2)).toEqual(["Both Ways", "Oak Street"]);
    const [both] = await items("/meetings.json?q=both+ways");
    expect(both).toMatchObject({ join: "online-for-now", formats: ["video"], closed: { until: "2026-12-07" } });
    expect(both!["next"]).not.toBeNull();
  });

  it("sends nobody near to a locked door, and looks farther instead", async () => {
    const { db, site, get, names } = openChurch();
    closeChurch(db, "2026-12-07");
    reopen(site);
    expect((await get("/meetings.json?near=59911&within=25")).body.miles).toBe(100);
    expect((await names("/meetings.json?near=59911&within=25")).at(0)).toBe("Oak Street");
    expect(await names("/meetings.json?near=59911&within=25&after=now&day=today")).not.toContain("Sunrise Group");
  });

  it("comes back by itself on its day, at midnight on its own clock", async () => {
    const { db, site, get, names } = openChurch();
    closeChurch(db, "2026-12-07");
    reopen(site);
    now = Date.parse("2026-12-07T06:59Z");
    expect((await get("/meetings?q=sunrise")).text).toContain("Closed until");
    now = Date.parse("2026-12-07T07:00Z");
    expect((await get("/meetings?q=sunrise")).text).not.toContain("Closed until");
    now = monday + aWeek;
    expect(await names("/meetings.json?after=tonight")).toContain("Sunrise Group");
  });

  it("is in a calendar from its day on, and says why", async () => {
    const { db, site, get, items } = openChurch();
    closeChurch(db, "2026-12-07");
    reopen(site);
    const { text } = await get("/meetings.ics?q=sunrise");
    expect(text).toContain("DTSTART;TZID=America/Denver:20261207T190000");
    expect(text).toContain("DTSTART;TZID=America/Denver:20261209T190000");
    expect(text).not.toContain("20261202T");
    expect(text.replaceAll("\r\n ", "")).toContain("Closed until 7 Dec 2026: the church has no heating");
    const [sunrise] = await items("/meetings.json?q=sunrise");
    expect((await get(`/meetings/${sunrise!["id"]}.ics`)).text).toMatch(/DTSTART;TZID=America\/Denver:202612(07|09)T190000/);
    const [bothWays] = await items("/meetings.json?q=both+ways");
    const both = (await get(`/meetings/${bothWays!["id"]}.ics`)).text;
    expect(both).toContain("DTSTART;TZID=America/Denver:20261130T193000");
    expect(both).not.toContain("12 Main St");
  });

  it("can be one group alone, and opened before its day", async () => {
    const { db, site, names } = openChurch();
    const group = db.prepare("SELECT feed, group_key AS 'group' FROM meetings WHERE name = 'Sunrise Group'").get() as {
      feed: string;
      group: string;
    };
    const number = saveClosure(db, {
      ...{ ...group, place: null, label: "Sunrise", zone: "America/Denver", until: "2027-01-04" },
      ...{ words: "the group is away", why: null, at: "2026-11-30T15:00:00Z" },
    });
    reopen(site);
    expect(await names("/meetings.json?after=tonight")).toEqual(["Both Ways", "Oak Street"]);
    endClosure(db, number, "2026-12-01T00:00:00Z");
    reopen(site);
    expect(await names("/meetings.json?after=tonight")).toContain("Sunrise Group");
  });
});
