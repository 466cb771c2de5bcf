import request from "supertest";
import { beforeAll, describe, expect, it } from "vitest";
import { importRecords } from "../../support/feeds.ts";
import { openTestApp, openTestSite, reopen } from "../../support/site.ts";

/** Saturday, 28 November 2026, 19:30 in Glasgow, Montana: everything below would be under way. */
const saturday = Date.parse("2026-11-29T02:30:00Z");

const hall = {
  day: 6,
  time: "19:00",
  end_time: "21:00",
  location: "Grange Hall",
  formatted_address: "5 Front St, Glasgow, MT 59230, USA",
  latitude: 48.197,
  longitude: -106.635,
};
const meetings = [
  { ...hall, slug: "open", name: "Lamp Lighters", types: ["O"] },
  { ...hall, slug: "code", name: "Quiet Hour", types: ["TC", "O"], time: "18:45" },
  { ...hall, slug: "option", name: "Early Birds", attendance_option: "inactive", time: "18:30" },
  { ...hall, slug: "said", name: "Night Owls (CANCELLED)", time: "18:30" },
];
const paused = ["code", "option", "said", "place", "disbanded"];
/** Added in a list of their own: what a group says elsewhere than in its name. */
const saidElsewhere = [
  {
    ...hall,
    slug: "place",
    name: "Slow Hands",
    location_notes: "Temporarily closed until further notice.",
    formatted_address: "9 Oak St, Glasgow, MT 59230, USA",
  },
  {
    ...hall,
    slug: "disbanded",
    name: "Plain Talk",
    group_notes: "This group has disbanded.",
    formatted_address: "8 Oak St, Glasgow, MT 59230, USA",
  },
];

describe("a paused meeting, in the hour at which it would meet", () => {
  const site = openTestSite(undefined, () => saturday);
  const app = openTestApp(site);
  const get = async (path: string) => (await request(app).get(path)).text;

  beforeAll(() => {
    importRecords(site.data.db, { id: "prairie", zone: "America/Denver" }, [...meetings, ...saidElsewhere]);
    reopen(site);
  });

  it("is never on now in a list, and comes after what is", async () => {
    const text = await get("/meetings");
    const [onNow, later] = text.slice(text.indexOf("<h2>On now")).split("<h2>After that");
    expect(onNow).toContain("Lamp Lighters");
    expect(onNow).not.toMatch(/Quiet Hour|Early Birds|Night Owls/);
    for (const name of ["Quiet Hour", "Early Birds", "Night Owls"]) expect(later).toContain(name);
    expect(later!.match(/<b>Paused: not meeting now<\/b>/g)).toHaveLength(5);
    expect(later).toContain("Usually Saturday, 6:45 to 9 pm Mountain");
  });

  it.each(paused)("has no next time, calendar or map on its page: %s", async (id) => {
    const text = await get(`/meetings/prairie-${id}`);
    expect(text).toContain("Paused: not meeting now");
    expect(text).toContain("Usually Saturday");
    expect(text).not.toMatch(/On now|Next: |\.ics"|openstreetmap|geo:/);
  });

  it("is paused in the list of what else meets at its place", async () => {
    const text = await get("/meetings/prairie-open");
    expect(text).toContain("On now");
    expect(text.match(/<br><span class="muted">Paused: not meeting now<\/span>/g)).toHaveLength(3);
  });

  it("counts for no day and no time of day, and comes after all that meets", async () => {
    const { total, facets } = JSON.parse(await get("/meetings.json?day=saturday&time=evening"));
    expect(total).toBe(1);
    const counts = [...facets.day, ...facets.time].map(({ count }: { count: number }) => count);
    expect(Math.max(...counts)).toBe(1);
    const { items } = JSON.parse(await get("/meetings.json")) as { items: { id: string }[] };
    expect(items[0]!.id).toBe("prairie-open");
    expect(items).toHaveLength(6);
  });

  it("has no next time in JSON", async () => {
    const { items } = JSON.parse(await get("/meetings.json")) as { items: { id: string; join: string; next: string | null }[] };
    const nexts = Object.fromEntries(items.map(({ id, join, next }) => [id, `${join} ${next}`]));
    expect(nexts["prairie-open"]).toBe("in-person 2026-11-29T02:00:00.000Z");
    for (const id of paused) expect(nexts[`prairie-${id}`]).toBe("paused null");
  });

  it("is left out of the calendar of a search, and its own says that it is off", async () => {
    expect((await get("/meetings.ics")).match(/^SUMMARY:.*/gm)).toEqual(["SUMMARY:Lamp Lighters"]);
    const own = await get("/meetings/prairie-code.ics");
    expect(own).toContain("SUMMARY:Paused: Quiet Hour");
    expect(own).toContain("STATUS:CANCELLED");
    expect(own).not.toMatch(/^LOCATION/m);
  });
});
