import request from "supertest";
import { describe, expect, it } from "vitest";
import { since } from "../../../src/changes/since.ts";
import { withChurch } from "../../support/closed-church.ts";
import { signIn } from "../../support/desk.ts";
import { openSiteOver, openTestApp } from "../../support/site.ts";

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
