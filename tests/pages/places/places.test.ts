import request from "supertest";
import { describe, expect, it } from "vitest";
import { facetValues } from "../../../src/listing/vocabulary.ts";
import { programCardsWith } from "../../../src/programs/find.ts";
import { isHelpLine } from "../../../src/programs/lines.ts";
import { importRecords } from "../../support/feeds.ts";
import { openSiteWithMeetings } from "../../support/meetings.ts";
import { openTestApp, openTestSite, reopen } from "../../support/site.ts";
import { vocabulary } from "../../support/vocabulary.ts";

const app = openTestApp(openTestSite());
const get = (path: string) => request(app).get(path);

describe("GET /places", () => {
  it("leads to a page for each of the fifty states and DC", async () => {
    const { text } = await get("/places");
    const states = facetValues(vocabulary, "state").map(({ id }) => id);
    expect(states).toHaveLength(51);
    for (const id of states) {
      expect(text).toContain(`href="/places/${id}"`);
      expect((await get(`/places/${id}`)).status).toBe(200);
    }
  });
});

describe("GET /places/:state", () => {
  it("shows the state's own first, then what serves every state, and leads to the filters", async () => {
    const { text } = await get("/places/VT");
    const [own, nationwide] = text.split("<h2>In every state");
    expect(own).toContain('href="/programs/vt-pathways-support-line"');
    expect(nationwide).toContain('href="/programs?state=VT"');
  });

  it("says so where nothing of its own is known", async () => {
    const none = (await get("/places/KS")).text;
    expect(none).toContain("We don’t know of anything that is only in Kansas yet.");
    for (const id of ["988-lifeline", "samhsa-national-helpline", "211"]) expect(none).toContain(`href="/programs/${id}"`);
  });

  it("puts lines before places, and what is for anybody before what is for some", async () => {
    const { text } = await get("/places/MN");
    const at = (id: string) => text.indexOf(`href="/programs/${id}"`);
    expect(at("mn-peer-support-connection")).toBeGreaterThan(0);
    expect(at("mn-peer-support-connection")).toBeLessThan(at("minnesota-farm-rural-helpline"));
  });

  it("names who answers in every state where the state's own line is not sure to", async () => {
    const { text } = await get("/places/MT");
    expect(text).toContain("We don’t know of a local line in Montana that is sure to answer.");
    expect(text.indexOf("montana-warm-line")).toBeLessThan(text.indexOf('href="/programs/211"'));
    expect((await get("/places/NC")).text).not.toContain("sure to answer");
  });

  it("names in every state who is sure to answer: a line of its own for anybody, or those that answer everywhere", async () => {
    const site = openTestSite();
    const app = openTestApp(site);
    for (const { id } of facetValues(vocabulary, "state")) {
      const own = programCardsWith(site.data.programs, "state", id);
      const line = own.find((card) => card.status === "active" && card.scope.who === "anybody" && isHelpLine(card));
      const { text } = await request(app).get(`/places/${id}`);
      const [first] = text.split("<h2>In every state");
      const named = line ? [line.id] : ["988-lifeline", "samhsa-national-helpline", "211"];
      for (const program of named) expect(first, `${program} in ${id}`).toContain(`href="/programs/${program}"`);
    }
  });

  it("answers small letters too, under the one address", async () => {
    expect((await get("/places/mt")).text).toContain('<link rel="canonical" href="https://porchlight.example/places/MT">');
  });

  it("is 404 for what is no state", async () => expect((await get("/places/XX")).status).toBe(404));
});

describe("meetings by state", () => {
  const withMeetings = openTestApp(openSiteWithMeetings());

  it("stand on the map of squares, one for each state and DC, and in the list below it", async () => {
    const { text } = await request(withMeetings).get("/places");
    expect(text.match(/<rect class="(none|some|many)"/g)).toHaveLength(51);
    expect(text).toContain('aria-label="Montana: 1 in-person meeting a week"');
    expect(text).toContain('aria-label="Kansas: by phone and online only"');
    expect(text).toMatch(/Montana<\/a> <span class="muted">\d+ phone lines?, [^<]* 1 in\u2011person meeting a\u00a0week</);
    expect(text).toMatch(/Kansas<\/a> <span class="muted">Nothing of its own that we know of</);
  });

  it("are counted by county and town on the state's page, the counties by name", async () => {
    const { text } = await request(withMeetings).get("/places/MT");
    expect(text).toMatch(/<dt>Flathead County&#160;<span class="muted">2<[\s\S]*near=Bigfork%2C\+MT">Bigfork<\/a> <span class="muted">1</);
    expect(text).toMatch(/>Bigfork<[\s\S]*>Kalispell<[\s\S]*<dt>Lincoln County[\s\S]*>Libby</);
    expect(text).toContain('href="/meetings?state=MT">All 3 groups, 1 time a week</a>');
  });

  it("count a town once, however its name is written", async () => {
    const site = openSiteWithMeetings();
    const feed = { id: "mt", zone: "America/Denver" };
    const inTown = (city: string, at: number) => ({
      slug: `at-${at}`,
      name: "Lake Group",
      day: at,
      time: "19:00",
      city,
      state: "MT",
      address: "1 Road",
    });
    const meetings = ["Fort Benton", "Ft. Benton", "Fort Benton"].map(inTown);
    importRecords(site.data.db, feed, meetings);
    reopen(site);
    const { text } = await request(openTestApp(site)).get("/places/MT");
    expect(text).toMatch(/>Fort Benton<\/a> <span class="muted">1</);
    expect(text).not.toContain("Ft. Benton");
  });

  it("are searched for by the town's name where no ZIP code has it", async () => {
    const site = openSiteWithMeetings();
    const feed = { id: "mt", zone: "America/Denver" };
    const meetings = [{ slug: "flats", name: "Flats Group", day: 1, time: "19:00", city: "Nowhere Flats", state: "MT", address: "1 Road" }];
    importRecords(site.data.db, feed, meetings);
    reopen(site);
    const { text } = await request(openTestApp(site)).get("/places/MT");
    expect(text).toMatch(/Lincoln County[\s\S]*<dt>Elsewhere[\s\S]*href="\/meetings\?q=Nowhere\+Flats&amp;state=MT">Nowhere Flats</);
  });

  it("leave no empty map where there are none", async () => {
    expect((await request(openTestApp()).get("/places")).text).not.toContain('<svg class="tile-map"');
  });
});
