import request from "supertest";
import { beforeAll, describe, expect, it } from "vitest";
import { importRecords } from "../../support/feeds.ts";
import { openSiteOver, openTestApp, withPlaces } from "../../support/site.ts";

/** Saturday, 28 November 2026, 6 pm in Vernon, Texas. */
const saturday = Date.parse("2026-11-29T00:00:00Z");

const vernon = {
  location: "Grace Hall",
  formatted_address: "100 Main St, Vernon, TX 76384, USA",
  latitude: 34.15,
  longitude: -99.27,
  group: "Grace",
};
const abilene = { location: "Cedar House", formatted_address: "9 Oak St, Abilene, TX 79601, USA", latitude: 32.45, longitude: -99.73 };
const byPhone = { conference_phone: "+19405550100", timezone: "America/Chicago", end_time: "23:59" };
const online = { conference_url: "https://video.example.org/j/1", timezone: "America/Chicago" };

const nearby = [
  { slug: "noon", name: "Grace Group", day: [1, 2], time: "12:00", ...vernon },
  { slug: "five", name: "Grace Group", day: 6, time: "17:30", end_time: "19:00", ...vernon },
  { slug: "eight", name: "Grace Group", day: 6, time: "20:00", ...vernon },
];
const far = [{ slug: "far", name: "Cedar Group", day: 6, time: "19:00", ...abilene }];
const fromHome = [
  { slug: "begun", name: "Begun Long Ago", day: 6, time: "17:00", ...byPhone },
  { slug: "phone", name: "Line at Seven", day: 6, time: "19:00", ...byPhone },
  { slug: "online", name: "Screen at Half Past Six", day: 6, time: "18:30", ...online },
  { slug: "monday", name: "Monday Screen", day: 1, time: "18:30", ...online },
];

async function openAt(meetings: object[], now = saturday) {
  const db = withPlaces();
  importRecords(db, { id: "texas", zone: "America/Chicago" }, meetings);
  const app = openTestApp(openSiteOver(db, () => now));
  return async (path: string) => (await request(app).get(path).expect(200)).text;
}

/** The names of the rows, and the headings among them, in their order. */
function outline(text: string): string[] {
  const [meetings = ""] = text.split('<section id="lists">');
  return [...meetings.matchAll(/<h2>([^<]+)|<h3[^>]*><a [^>]*>([^<]+)/g)].map(([, heading, name]) => heading ?? name!);
}

describe("a group with several times at one place", () => {
  let get: (path: string) => Promise<string>;
  beforeAll(async () => {
    get = await openAt([...nearby, ...fromHome]);
  });

  it("is one row with all its times, those one can still be in time for in bold", async () => {
    const text = await get("/meetings?near=76384");
    expect(outline(text).filter((name) => name === "Grace Group")).toHaveLength(1);
    expect(text).toContain('1 group in person<span class="wide-only">, 4 times a week</span>');
    const times = text.match(/<p class="times">.*/)![0].replaceAll("\u00a0", " ");
    expect(times).toContain("<span>Sat 5:30 pm, <b>8 pm</b></span> <span>Mon noon</span> <span>Tue noon</span>  Central");
  });

  it("is the way there and its street, before what needs no travel", async () => {
    const text = await get("/meetings?near=76384");
    expect(outline(text).slice(0, 2)).toEqual(["Grace Group", "From where you are: by phone and online"]);
    expect(text).toContain("Grace Hall, 100 Main St, Vernon, TX");
    expect(text).toContain('href="https://www.openstreetmap.org/directions?route=%3B34.15%2C-99.27"');
  });

  it("is offered tonight at what is still to come, with counts that hold on every page", async () => {
    const text = await get("/meetings?near=76384&day=today&time=evening&time=night");
    expect(text).toContain("1 group in person<");
    expect(text).toContain("Still to come");
    const all = await get("/meetings?day=today");
    expect(all).not.toContain("Begun Long Ago");
    expect(all).toMatch(/id="results"[^>]*>3 groups/);
    expect(await get("/meetings?day=saturday")).toContain("Begun Long Ago");
  });
});

describe("where every room is far", () => {
  it("comes first what one can join tonight, by phone and then online, then how far the nearest room is", async () => {
    const get = await openAt([...far, ...fromHome]);
    const text = (await get("/meetings?near=76384")).replaceAll("\u00a0", " ");
    expect(outline(text)).toEqual([
      "Tonight, from where you are",
      "Line at Seven",
      "Screen at Half Past Six",
      expect.stringMatching(/^In person: the nearest is 1\d\d miles$/),
      "Cedar Group",
    ]);
  });

  it("is not offered tonight what starts before one could be there", async () => {
    const get = await openAt([...far, ...fromHome]);
    expect(await get("/meetings?near=76384&day=today")).not.toContain("Cedar Group");
    expect(await get("/meetings?near=76384&day=saturday")).toContain("Cedar Group");
  });

  it("comes first what needs no travel on other days too, where there is nothing tonight", async () => {
    const get = await openAt([...far, fromHome[3]!]);
    expect(outline(await get("/meetings?near=76384"))[0]).toBe("From where you are: by phone and online");
  });
});

it("offers phone and online first where no room nearby can be reached before the night is over", async () => {
  const late = { slug: "late", name: "Line at Eleven", day: 6, time: "23:00", ...byPhone };
  const get = await openAt([...nearby, ...fromHome, late], Date.parse("2026-11-29T04:00:00Z"));
  expect(outline(await get("/meetings?near=76384"))).toEqual([
    "Tonight, from where you are",
    "Line at Eleven",
    "In person, on other days",
    "Grace Group",
  ]);
});

describe("tonight", () => {
  const night = [
    { slug: "one-am", name: "Saturday Before Dawn", day: 6, time: "01:00", ...byPhone },
    { slug: "gone", name: "Gone at Half Past Five", day: 6, time: "17:30", ...online },
    { slug: "later", name: "Line at Ten", day: 6, time: "22:00", ...byPhone },
    { slug: "half", name: "Line after Midnight", day: 0, time: "00:30", ...byPhone },
    { slug: "four", name: "Line at Four", day: 0, time: "04:45", ...byPhone },
    { slug: "five", name: "Sunday at Five", day: 0, time: "05:00", ...byPhone },
    { slug: "next", name: "Sunday Evening", day: 0, time: "19:00", ...byPhone },
  ];
  const tonight = "/meetings?day=today&time=evening&time=night&tz=America/Chicago";

  it("is what is still to come until five in the morning, on either side of midnight", async () => {
    const get = await openAt(night, Date.parse("2026-11-29T02:21:00Z"));
    expect(outline(await get(tonight))).toEqual(["Line at Ten", "Line after Midnight", "Line at Four"]);
    expect(await get(tonight)).toContain("Still to come tonight");
  });

  it("is by the clock of the state that was chosen, where the reader's is not known", async () => {
    const hilo = { location: "Bay Hall", formatted_address: "1 Bay St, Hilo, HI 96720, USA", latitude: 19.72, longitude: -155.08 };
    const saturdayEight = Date.parse("2026-11-29T06:00:00Z");
    const get = await openAt([{ slug: "nine", name: "Hilo at Nine", day: 6, time: "21:00", ...hilo }], saturdayEight);
    for (const asked of ["day=today", "day=today&time=evening&time=night"])
      expect(outline(await get(`/meetings?state=HI&${asked}`))).toEqual(["Hilo at Nine"]);
  });

  it("is the same on paper", async () => {
    const get = await openAt(night, Date.parse("2026-11-29T02:21:00Z"));
    const printed = await get(`${tonight}&print=1`);
    const names = [...printed.matchAll(/<li class="entry">\n<h2>([^<]+)/g)].map(([, name]) => name);
    expect(names).toEqual(["Line at Ten", "Line after Midnight", "Line at Four"]);
  });

  it("is the rest of the night after midnight, and the evening to come in the morning", async () => {
    const early = await openAt(night, Date.parse("2026-11-29T07:00:00Z"));
    expect(outline(await early(tonight))).toEqual(["Line at Four"]);
    const morning = await openAt(night, Date.parse("2026-11-28T15:00:00Z"));
    expect(outline(await morning(tonight))).toEqual(["Gone at Half Past Five", "Line at Ten", "Line after Midnight", "Line at Four"]);
  });
});

describe("a meeting that is on, or begins soon", () => {
  const five = [{ slug: "begun", name: "Begun", day: 6, time: "18:00", ...byPhone }];
  it.each([
    ["2026-11-28T23:48:00Z", "starts in 12 minutes"],
    ["2026-11-29T00:25:00Z", "began 25 minutes ago"],
    ["2026-11-29T03:10:00Z", "began 3 hours ago"],
  ])("says how soon, or since when: at %s %s", async (now, said) => {
    const get = await openAt(five, Date.parse(now));
    expect((await get("/meetings")).replaceAll("\u00a0", " ")).toContain(said);
    expect((await get("/meetings/texas-begun")).replaceAll("\u00a0", " ")).toContain(said);
  });

  it("says nothing more while it has just begun", async () => {
    const get = await openAt(five, Date.parse("2026-11-29T00:08:00Z"));
    expect(await get("/meetings")).not.toMatch(/began|starts in/);
  });
});
