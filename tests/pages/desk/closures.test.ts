import request from "supertest";
import { describe, expect, it } from "vitest";
import { since } from "../../../src/changes/since.ts";
import { withChurch } from "../../support/closed-church.ts";
import { signIn } from "../../support/desk.ts";
import { importRecords } from "../../support/feeds.ts";
import { openSiteOver, openTestApp, reopen } from "../../support/site.ts";

/** Monday, 30 November 2026, nine in the morning in Chicago. */
const site = openSiteOver(withChurch(), () => Date.parse("2026-11-30T15:00Z"));
const app = openTestApp(site);
const dana = signIn(app, site);
const { db } = site.data;
const optionsIn = (html: string) => [...html.matchAll(/name="which" value="([^"]*)"/g)].map(([, value]) => value!);
const church = async () =>
  optionsIn((await dana.get("/desk/closures?q=first+church+bigfork")).text).find((value) => value.startsWith("place "))!;

describe("closing a place at the desk", () => {
  it("finds a place by its street, house or town, and the groups of that name", async () => {
    const { text } = await dana.get("/desk/closures?q=main+st+bigfork");
    expect(text).toContain("First Church, 12 Main St, Bigfork, MT");
    expect(text).toContain("3 meetings");
    expect((await dana.get("/desk/closures?q=sunrise")).text).toContain("Only the group Sunrise (Flathead Valley list)");
    expect((await dana.get("/desk/closures?q=nowhere+at+all")).text).toContain("No meetings match “nowhere at all”.");
  });

  it("closes an online meeting that no group is named for, by what its list calls it, and nothing else", async () => {
    const online = { day: 2, time: "19:00", conference_url: "https://zoom.us/j/850112699", timezone: "America/Denver" };
    importRecords(db, { id: "online", name: "Online list" }, [
      { slug: "lantern", name: "Lantern  Online", ...online },
      { slug: "lantern-2", name: "Lantern  Online", ...online, day: 5 },
      { slug: "other", name: "Other Online", ...online, day: 5 },
      { slug: "hall", name: "Lantern Hall", day: 2, time: "19:00", formatted_address: "5 Oak St, Libby, MT 59923, USA" },
    ]);
    reopen(site);
    const { text: page } = await dana.get("/desk/meetings/online-lantern");
    const [, way] = page.match(/href="(\/desk\/closures[^"]+)"/)!;
    const { text: form } = await dana.get(way!.replaceAll("&amp;", "&"));
    expect(form).toContain("Only the group Lantern Online (Online list)");
    expect(form).toContain("2 meetings");
    const found = optionsIn((await dana.get("/desk/closures?q=lantern")).text);
    expect(found).toEqual(["place 5 oak st libby MT", "group online Lantern Online"]);
    const sent = { q: "lantern", which: found[1]!, until: "2026-12-07", words: "the host is away" };
    expect((await dana.post("/desk/closures", sent)).status).toBe(303);
    expect((await request(app).get("/meetings/online-lantern-2")).text).toContain("Closed until 7 Dec 2026: the host is away");
    for (const open of ["other", "hall"]) expect((await request(app).get(`/meetings/online-${open}`)).text).not.toContain("Closed until");
    db.prepare("DELETE FROM closures").run();
  });

  it("says what is missing beside each field, and keeps what was typed", async () => {
    const which = await church();
    for (const until of ["", "2026-11-30", "2028-01-01", "soon"]) {
      const { status, text } = await dana.post("/desk/closures", { q: "first church", which, until, words: "the roof leaks" });
      expect(status, until).toBe(422);
      expect(text).toContain("Give a day after today, within a year.");
      expect(text).toContain('value="the roof leaks"');
    }
    const nothing = await dana.post("/desk/closures", { q: "first church", which: "place made up", until: "2026-12-07" });
    expect(nothing.text).toContain("Choose what is closed.");
    expect(nothing.text).toContain("Say in a few words why it is closed.");
    expect(db.prepare("SELECT count(*) FROM closures").pluck().get()).toBe(0);
  });

  it("is said to readers at once, with its change in the ledger, and opened again with another", async () => {
    const form = {
      q: "first church",
      which: await church(),
      until: "2026-12-07",
      words: "the church has no heating.",
      why: "Rang the pastor",
    };
    const { status, headers } = await dana.post("/desk/closures", form);
    expect([status, headers["location"]]).toEqual([303, "/desk/closures?closed=1"]);
    expect((await request(app).get("/meetings?q=sunrise")).text).toContain("Closed until 7 Dec 2026: the church has no heating<");
    const [closed] = since(db, 0, 10_000).slice(-1);
    expect(closed).toMatchObject({
      kind: "closed",
      list: "meetings",
      by: { account: dana.editor.id },
      why: "Rang the pastor",
      isPublic: true,
    });
    const { text } = await dana.get("/desk/closures");
    expect(text).toContain("Until 7 Dec 2026: the church has no heating");
    const [, number] = text.match(/name="number" value="(\d+)"/)!;
    expect((await dana.post("/desk/closures/open", { number: number! })).status).toBe(303);
    expect((await request(app).get("/meetings?q=sunrise")).text).not.toContain("Closed until");
    expect(since(db, 0, 10_000).slice(-1)).toMatchObject([{ kind: "reopened" }]);
    expect((await dana.post("/desk/closures/open", { number: number! })).status).toBe(404);
  });
});
