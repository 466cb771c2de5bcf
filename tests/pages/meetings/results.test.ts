// cspell:ignore byday rrule vevent
import request from "supertest";
import { describe, expect, it } from "vitest";
import { openSiteWithMeetings } from "../../support/meetings.ts";
import { openTestApp } from "../../support/site.ts";

const app = openTestApp(openSiteWithMeetings());
const get = async (path: string) => (await request(app).get(path).expect(200)).text;
const json = async (query: string) => (await request(app).get(`/meetings.json?${query}`).expect(200)).body;
const names = (items: { name: string }[]) => items.map(({ name }) => name);

describe("meetings", () => {
  it("come soonest first, what is on now before all, in a week that wraps", async () => {
    const { total, times, items } = await json("");
    expect(total).toBe(4);
    expect(times).toBe(3);
    expect(names(items)).toEqual([
      "Sunrise Group",
      "Late Night Phone Meeting",
      "Late Night Phone Meeting",
      "First Saturday Speaker & Supper",
      // It is paused.
      "Hall Meeting",
    ]);
    expect(items[0]).toMatchObject({
      day: "monday",
      time: "07:00",
      end: "08:00",
      zone: "America/Denver",
      formats: ["in-person"],
      city: "Bigfork",
      state: "MT",
      miles: null,
    });
    expect(await get("/meetings")).toMatch(/On now[\s\S]*Sunrise Group[\s\S]*After that[\s\S]*Late Night/);
  });

  it("come last once they are over, until next week", async () => {
    const later = openTestApp(openSiteWithMeetings(Date.parse("2026-11-23T15:30:00Z")));
    const { body } = await request(later).get("/meetings.json");
    // The first Saturday is farther off than a week.
    expect(names(body.items).slice(-3)).toEqual(["Sunrise Group", "First Saturday Speaker & Supper", "Hall Meeting"]);
  });

  it("are narrowed by day, time, way to join, program, frequency and type, with counts that lead where they say", async () => {
    const { facets } = await json("");
    for (const options of Object.values(facets) as { count: number; href: string }[][])
      for (const { count, href } of options.filter((option) => option.count > 0))
        expect((await json(href.split("?")[1]!)).total).toBe(count);
    expect(names((await json("format=phone")).items)).toEqual(["Late Night Phone Meeting", "Late Night Phone Meeting"]);
    expect(names((await json("frequency=monthly")).items)).toEqual(["First Saturday Speaker & Supper"]);
    expect(names((await json("type=women")).items)).toEqual(["Sunrise Group"]);
    expect(names((await json("day=tomorrow&tz=America/Denver")).items)).toEqual(["Late Night Phone Meeting"]);
    expect(names((await json("q=supper")).items)).toEqual(["First Saturday Speaker & Supper"]);
  });

  it("are found near a ZIP code by miles, and what needs no travel always stands below", async () => {
    const { items, miles, noTravel } = await json("near=59911");
    expect(names(items)).toEqual(["Sunrise Group"]);
    expect(items[0].miles).toBeLessThan(10);
    expect(miles).toBe(50);
    expect(names(noTravel)).toEqual(["Late Night Phone Meeting", "Late Night Phone Meeting", "First Saturday Speaker & Supper"]);
    expect(await get("/meetings?near=59911")).toContain("From where you are: by phone and online");
  });

  it("are looked for farther away by themselves, saying so", async () => {
    const { items, miles } = await json("near=59801&within=25");
    expect(names(items)).toEqual(["Sunrise Group"]);
    expect(miles).toBe(100);
    expect(await get("/meetings?near=59801&within=25")).toContain(
      "Nothing within 25 miles, so we looked as far as 100, in a straight line.",
    );
    expect(await get("/meetings?near=33101")).toContain("Nothing within 200 miles.");
  });

  it("offer today, tonight and tomorrow while no day was chosen, and keep all else", async () => {
    const text = await get("/meetings?near=59911&format=in-person");
    expect(text).toContain('href="/meetings?day=today&amp;time=evening&amp;time=night&amp;format=in-person&amp;near=59911">Tonight<');
    expect(await get("/meetings?day=monday")).not.toContain(">Tonight<");
  });

  it("show place and distance as a filter to take away, and ask for a place before all", async () => {
    const text = await get("/meetings?near=59911&type=women");
    expect(text).toMatch(/href="\/meetings\?type=women"><span class="visually-hidden">Remove filter: <\/span>Near Bigfork, MT 59911/);
    expect(text).toContain("Within 50 miles in a straight line.");
    expect(text.indexOf('name="near"')).toBeLessThan(text.indexOf('id="filters"'));
  });

  it("offer only the states where there are any", async () => {
    const text = await get("/meetings");
    expect(text).toContain('<option value="MT">');
    expect(text).not.toContain('<option value="NV">');
    expect(await get("/meetings?state=NV")).toContain('<option value="NV" selected>');
  });

  it("suggest a place where the given one is mistyped", async () => {
    expect(await get("/meetings?near=bigfrok,+MT")).toMatch(/We can’t find “bigfrok, MT”[\s\S]*near=Bigfork/);
  });

  it("say the reader's own time beside the meeting's", async () => {
    const text = await get("/meetings?tz=America/New_York");
    expect(text).toContain("9\u00a0am\u00a0your\u00a0time");
    expect(text).toContain('<option value="America/New_York" selected>Eastern<');
    expect(text).toContain('href="/meetings/flathead-sunrise?tz=America%2FNew_York"');
    expect(await get("/meetings/flathead-sunrise?tz=America/New_York")).toContain("On now (9\u00a0am\u00a0your\u00a0time)");
    expect(await get("/meetings?tz=America/New_York&format=phone")).toContain("Mountain (Wednesday, 1:30\u00a0am\u00a0your\u00a0time)");
    expect(await get("/meetings?tz=Europe/Berlin")).toContain('<option value="Europe/Berlin" selected>Europe/Berlin<');
    expect(await get("/meetings/flathead-sunrise?tz=Nowhere/Town")).not.toContain("your time");
  });

  it("are at one address whatever the spelling of a zone", async () => {
    for (const tz of ["Nowhere/Town", "america/DENVER", "us/mountain"]) {
      const text = await get(`/meetings?tz=${tz}`);
      expect(text).toContain(`href="/meetings.ics${tz.includes("Town") ? "" : "?tz=America%2FDenver"}"`);
      expect(text).not.toContain(tz);
    }
  });

  it("are at one address whatever the word for a day", async () => {
    expect(await get("/meetings?day=today&day=sunday")).toContain("/meetings?day=sunday&amp;day=monday");
  });

  it("have a calendar each, and 404 where there is none", async () => {
    const calendar = await request(app)
      .get("/meetings/flathead-late-night.ics")
      .expect(200)
      .expect("content-type", /text\/calendar/);
    expect(calendar.text).toContain("TZID=America/Denver");
    expect((await get("/meetings.ics?format=phone")).match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect((await get("/meetings.ics?format=phone&day=tuesday")).match(/RRULE:FREQ=WEEKLY.*/g)).toEqual(["RRULE:FREQ=WEEKLY;BYDAY=TU"]);
    await request(app).get("/meetings/nobody").expect(404);
    await request(app).get("/meetings/nobody.ics").expect(404);
  });

  it("are fresh within a minute, since the clock changes them", async () => {
    const { headers } = await request(app).get("/meetings");
    expect(headers["cache-control"]).toBe("public, max-age=60");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
  });

  it("answer any question at all", async () => {
    for (const query of [
      "near=%00",
      "near=99999",
      "within=-1&near=59911",
      "tz=Nowhere/Town",
      "day=someday",
      "day=constructor&day=__proto__",
      "q=%22(*",
      "page=999",
      "near=59911&sort=name&q=group",
    ]) {
      expect(await get(`/meetings?${query}`)).not.toContain("[object");
      await json(query);
    }
  });
});
