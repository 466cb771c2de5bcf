import request from "supertest";
import { describe, expect, it } from "vitest";
import { removeFeedMeetings } from "../../../src/meetings/save.ts";
import { importRecords } from "../../support/feeds.ts";
import { openSiteWithMeetings } from "../../support/meetings.ts";
import { openTestApp, reopen } from "../../support/site.ts";

const hall = { location: "Grange Hall", latitude: 47.53, longitude: -114.1 };
const region = [
  {
    slug: "dawn",
    name: "Clean Start",
    day: 1,
    time: "06:30",
    types: ["O"],
    ...hall,
    formatted_address: "9 Elm St, Ronan, MT 59864, USA",
  },
];
const aggregator = [
  {
    slug: "77",
    name: "The Clean Start Group of NA",
    day: 1,
    time: "06:30",
    notes: "Use the back door.",
    updated: "2026-10-12 08:00:00",
    ...hall,
    formatted_address: "9 Elm Street, Ronan, MT 59864, USA",
  },
  { slug: "78", name: "Clean Finish", day: 1, time: "06:30", ...hall, formatted_address: "9 Elm Street, Ronan, MT 59864, USA" },
];

describe("a meeting that two lists have", () => {
  const site = openSiteWithMeetings();
  const feed = { program: "narcotics-anonymous", zone: "America/Denver" };
  importRecords(site.data.db, { ...feed, id: "montana", name: "Montana Region" }, region);
  importRecords(site.data.db, { ...feed, id: "all", name: "The Aggregator" }, aggregator);
  reopen(site);
  const app = openTestApp(site);
  const get = async (path: string) => (await request(app).get(path).expect(200)).text;
  const asked = "/meetings?program=narcotics-anonymous&near=59864";

  it("is one row, the fuller record, beside another group at that hour and place", async () => {
    const text = await get(asked);
    expect([...text.matchAll(/<h3[^>]*><a href="\/meetings\/[^>]*>([^<]*)</g)].map(([, name]) => name)).toEqual([
      "Clean Finish",
      "The Clean Start Group of NA",
    ]);
    expect(text).toContain('2 groups in person<span class="wide-only">, 2 times a week</span>');
  });

  it("says on which day its list was fetched in Central time, where it is evening before it is midnight in UTC", async () => {
    site.data.db.prepare("UPDATE feeds SET fetched = '2026-11-24T02:30:00.000Z' WHERE id = 'montana'").run();
    reopen(site);
    expect(await get("/meetings/montana-dawn")).toContain("Also listed by Montana Region. Last fetched 23 Nov 2026.");
  });

  it("is one page at the id of both, which names both lists with their days", async () => {
    const text = await get("/meetings/all-77");
    expect(await get("/meetings/montana-dawn")).toBe(text);
    expect(text).toContain("From The Aggregator. Last updated 12 Oct 2026. Last fetched 23 Nov 2026.");
    expect(text).toContain("Also listed by Montana Region. Last fetched 23 Nov 2026.");
    expect(text).toContain("Use the back door.");
    expect(await get("/meetings/all-78")).not.toContain("Also listed by");
  });

  it("names the other lists in JSON", async () => {
    const { items } = (await request(app).get("/meetings.json?program=narcotics-anonymous&day=monday")).body;
    const said = items.map(({ id, feed, alsoListedBy }: Record<string, unknown>) => [id, feed, alsoListedBy]);
    expect(said.sort()).toEqual([
      ["all-77", "all", ["montana"]],
      ["all-78", "all", []],
    ]);
  });

  it("is the other list's once one of them is taken away", async () => {
    removeFeedMeetings(site.data.db, "all", "2026-11-24T12:00:00.000Z");
    reopen(site);
    const text = await get("/meetings/montana-dawn");
    expect(text).toContain("From Montana Region.");
    expect(text).toContain("Monday, 6:30 am Mountain");
    expect(text).not.toContain("Also listed by");
    await request(app).get("/meetings/all-77").expect(404);
  });
});
