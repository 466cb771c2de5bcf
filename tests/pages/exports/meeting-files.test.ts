// cspell:ignore dtstart vevent
import request from "supertest";
import { describe, expect, it } from "vitest";
import { importRecords } from "../../support/feeds.ts";
import { openTestApp, openTestSite, reopen } from "../../support/site.ts";

/** Monday, 23 November 2026, 7:30 in Denver. */
const monday = Date.parse("2026-11-23T14:30:00Z");

/** The site with meetings of these names and notes, each on Saturday at noon, in Denver or nowhere. */
function appWith(meetings: { name: string; notes?: string }[], zone: string | null = "America/Denver") {
  const site = openTestSite(undefined, () => monday);
  const feed = { id: "prairie", zone };
  const records = meetings.map((meeting, n) => ({ slug: `m${n}`, day: 6, time: "12:00", conference_phone: "+14065550100", ...meeting }));
  importRecords(site.data.db, feed, records);
  reopen(site);
  return openTestApp(site);
}

describe("meetings for machines", () => {
  it("promise a next time only where it is known in which weeks a group meets", async () => {
    const app = appWith([{ name: "Weekly" }, { name: "First Saturday" }, { name: "Every other Saturday" }, { name: "Monthly meeting" }]);
    const { items } = (await request(app).get("/meetings.json")).body;
    const next = Object.fromEntries(items.map((item: { name: string; next: string | null }) => [item.name, item.next]));
    expect(next).toEqual({
      Weekly: "2026-11-28T19:00:00.000Z",
      "First Saturday": "2026-12-05T19:00:00.000Z",
      "Every other Saturday": null,
      "Monthly meeting": null,
    });
  });

  it("are at most 500 in a calendar, which then says so in its name", async () => {
    const named = (count: number) => Array.from({ length: count }, (_, n) => ({ name: `Group ${n}` }));
    const calendarOf = async (count: number) => (await request(appWith(named(count))).get("/meetings.ics")).text;
    const [all, some] = [await calendarOf(500), await calendarOf(501)];
    expect(all.match(/BEGIN:VEVENT/g)).toHaveLength(500);
    expect(all).not.toMatch(/^NAME:.*500/m);
    expect(some.match(/BEGIN:VEVENT/g)).toHaveLength(500);
    expect(some).toMatch(/^NAME:.*: the next 500/m);
  });

  it("are in a calendar without a zone too", async () => {
    const { text } = await request(appWith([{ name: "Nowhere" }], null))
      .get("/meetings/prairie-m0.ics")
      .expect(200);
    expect(text).toContain("\r\nDTSTART:20261128T120000\r\n");
  });
});
