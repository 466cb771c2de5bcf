import request from "supertest";
import { describe, expect, it } from "vitest";
import { importRecords } from "../../support/feeds.ts";
import { openSiteWithMeetings } from "../../support/meetings.ts";
import { openTestApp, reopen } from "../../support/site.ts";

const app = openTestApp(openSiteWithMeetings());
const get = async (id: string) => (await request(app).get(`/meetings/flathead-${id}`).expect(200)).text;

describe("GET /meetings/:id", () => {
  it("says when, where and whose, and that an old entry wants a call first", async () => {
    const text = await get("sunrise");
    for (const said of [
      "Monday, 7 to 8 am Mountain",
      "On now",
      "First Church",
      "12 Main St",
      "Bigfork, MT 59911",
      "openstreetmap.org",
      'href="geo:48.06,-114.07"',
      "Last updated May 2024. Check before you drive.",
      "Open to all, Women",
      'href="/programs/alcoholics-anonymous"',
      "From Flathead Valley list.",
      "Last updated 31 May 2024.",
      "Last fetched 23 Nov 2026.",
      "We have not confirmed it.",
      "The time zone is ",
    ])
      expect(text, said).toContain(said);
  });

  it("puts days of one time together, with the next of them", async () => {
    const text = await get("late-night");
    expect(text).toContain("Tuesday and Thursday, 11:30 pm to 12:30 am Mountain");
    expect(text).toContain("Next: Tuesday, 24 Nov 2026");
    expect(text).toContain("Call 406-555-0100");
    expect(text).toContain("Code 4711");
  });

  it("sends nobody to the town of a meeting that is only online", async () => {
    const text = await get("first-saturday");
    expect(text).toMatch(/Based in<\/dt><dd>Kalispell, MT</);
    expect(text).not.toContain("openstreetmap.org");
    expect(text).toContain("Saturday, noon Mountain (first Saturday only)");
  });

  it("says that a meeting whose place is closed is not meeting", async () => {
    expect(await get("closed-hall")).toContain("Paused: not meeting now");
  });
});

/** One group with three times in two meetings, and another group's at the same place. */
const hall = { location: "Grange Hall", formatted_address: "9 Elm St, Ronan, MT 59864, USA", latitude: 47.53, longitude: -114.1 };
const grange = [
  { slug: "dawn", name: "Grange at Dawn", day: [1, 3], time: "06:30", group: "Grange", ...hall },
  { slug: "dusk", name: "Grange at Dusk", day: 1, time: "19:00", group: "Grange", ...hall },
  { slug: "business", name: "First Sunday Business", day: 0, time: "18:00", group: "Grange", ...hall },
  { slug: "noon", name: "Noon Book Study", day: 5, time: "12:00", group: "Readers", ...hall },
];

describe("a group with several meetings", () => {
  const site = openSiteWithMeetings();
  const feed = { id: "ronan", zone: "America/Denver" };
  importRecords(site.data.db, feed, grange);
  reopen(site);
  const ronan = openTestApp(site);

  it("says how often it meets each week, and on how many days there are meetings at its place", async () => {
    const { text } = await request(ronan).get("/meetings/ronan-dusk").expect(200);
    expect(text).toMatch(/Also by this group<\/h2>\s*<p>This group meets 3 times a week\.<\/p>[\s\S]*First Sunday Business/);
    expect(text).toMatch(/Also at this place<\/h2>\s*<p>Meetings here on 3 days a week\.<\/p>[\s\S]*Noon Book Study/);
    expect(text).not.toContain('href="/meetings/ronan-dusk"');
  });

  it("has one page with all its times, at the id of each of its meetings, and one address", async () => {
    const [dawn, dusk] = await Promise.all(["dawn", "dusk"].map(async (id) => (await request(ronan).get(`/meetings/ronan-${id}`)).text));
    expect(dusk).toBe(dawn);
    expect(dawn).toContain('<link rel="canonical" href="https://porchlight.example/meetings/ronan-dawn">');
    expect(dawn).toContain("<h1>Grange</h1>");
    expect(dawn).toMatch(/Monday and Wednesday, 6:30 am Mountain<[\s\S]*Monday, 7 pm Mountain</);
    expect(dawn).toMatch(
      /Meeting by meeting[\s\S]*<h3>Grange at Dawn<[\s\S]*Monday and Wednesday[\s\S]*<h3>Grange at Dusk<[\s\S]*Monday, 7 pm/,
    );
    const list = (await request(ronan).get("/meetings?near=59864")).text;
    expect(list).toContain('<h3><a href="/meetings/ronan-dawn">Grange</a></h3>');
    expect(list).not.toContain("/meetings/ronan-dusk");
  });

  it("has a calendar of all its times, and one of each", async () => {
    const { text } = await request(ronan).get("/meetings/ronan-dusk");
    expect(text).toContain('href="/meetings/ronan-dawn.ics">Add all times to calendar<');
    const hrefs = [...text.matchAll(/href="([^"]+\.ics\?time=[^"]+)">([^<]+)</g)].map(([, href, label]) => [
      label!.replace("\u00a0", " "),
      href,
    ]);
    expect(hrefs).toEqual([
      ["Mon 6:30 am", "/meetings/ronan-dawn.ics?time=mo"],
      ["Mon 7 pm", "/meetings/ronan-dusk.ics?time=mo"],
      ["Wed 6:30 am", "/meetings/ronan-dawn.ics?time=we"],
    ]);
    const idsIn = async (path: string) => (await request(ronan).get(path).expect(200)).text.match(/UID:[^@]*/g);
    const all = ["UID:ronan-dawn-mo", "UID:ronan-dawn-we", "UID:ronan-dusk-mo"];
    expect((await idsIn("/meetings/ronan-dusk.ics"))!.sort()).toEqual(all);
    expect((await idsIn("/meetings/ronan-dawn.ics"))!.sort()).toEqual(all);
    expect(await idsIn("/meetings/ronan-dawn.ics?time=we")).toEqual(["UID:ronan-dawn-we"]);
    await request(ronan).get("/meetings/ronan-dawn.ics?time=su").expect(404);
  });

  it("names what other fellowships do at the same place, however their lists write it", async () => {
    const ofNa = { id: "na", program: "narcotics-anonymous", zone: "America/Denver" };
    const clean = { slug: "clean", name: "Clean Start", day: 2, time: "18:00", location: "The Grange" };
    const there = { ...clean, formatted_address: "9 Elm Street, Ronan, MT 59864, USA" };
    importRecords(site.data.db, ofNa, [there]);
    reopen(site);
    const { text } = await request(ronan).get("/meetings/ronan-dusk").expect(200);
    expect(text).toMatch(/Also at this place[\s\S]*<a href="\/meetings\/na-clean">Clean Start \(Narcotics Anonymous\)<\/a>/);
  });

  it("stays silent where the one that is shown is all there is", async () => {
    expect(await get("late-night")).not.toMatch(/Also (by|at) this/);
  });
});
