import { createHash } from "node:crypto";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { callsOfMonth } from "../../../src/calls/calls.ts";
import { editListing, removeListing } from "../../../src/catalog/edit-listing.ts";
import { findProgram } from "../../../src/programs/find.ts";
import { signIn } from "../../support/desk.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";
import { vocabulary } from "../../support/vocabulary.ts";

let now = Date.parse("2026-11-02T15:00Z");
const site = openTestSite(undefined, () => now);
const app = openTestApp(site);
const dana = signIn(app, site);
const publicPage = async () => {
  // Readers may have the page of a minute ago.
  now += 61_000;
  return (await request(app).get("/about/accuracy")).text;
};
const json = async () => {
  now += 61_000;
  return (await request(app).get("/about/accuracy.json")).body.months;
};
const idsIn = (html: string) =>
  [...html.matchAll(/name="version\.([^"]+)" value="(\d+)"/g)].map(([, id, version]) => ({ id: id!, version: version! }));
const call = (rows: { id: string; version: string }[], result: string, note = "") =>
  Object.fromEntries(
    rows.flatMap(({ id, version }) => [
      [`version.${id}`, version],
      [`result.${id}`, result],
      [`note.${id}`, note],
    ]),
  );

describe("measured truth", () => {
  it("says that nothing has been counted while nothing has", async () => {
    expect(await publicPage()).toContain("No month has been counted yet.");
    expect(await json()).toEqual([]);
  });

  it("draws thirty once, in a way that anybody can repeat from what is published", async () => {
    expect((await dana.get("/desk/accuracy")).text).toContain("Draw 30 programs for Nov 2026");
    await dana.post("/desk/accuracy");
    const { text } = await dana.get("/desk/accuracy");
    expect(idsIn(text)).toHaveLength(30);
    const [november] = await json();
    const hash = (said: string) => createHash("sha256").update(said).digest("hex");
    expect(november.seed).toBe(hash(["2026-11", november.identity, ...november.pool].join("\n")));
    const lots = (november.pool as string[]).map((id) => `${hash(`${november.seed} ${id}`)} ${id}`).sort();
    expect(november.drawn).toEqual(lots.slice(0, 30).map((lot) => lot.split(" ")[1]));
    expect(november.pool).toEqual(november.pool.toSorted());
    expect(november.results).toBeUndefined();
    expect(await publicPage()).toContain("Nov 2026: drawn, 0 of 30 called so far.");
  });

  it("counts a month when all have been called, and says how", async () => {
    const rows = idsIn((await dana.get("/desk/accuracy")).text);
    await dana.post("/desk/accuracy", call(rows.slice(0, 28), "right"));
    expect(await publicPage()).toContain("No month has been counted yet.");
    await dana.post("/desk/accuracy", call(rows.slice(28), "changed", "New hours"));
    const text = await publicPage();
    expect(text).toContain("Nov 2026: 28 of 30 exact, 30 of 30 usable (95%: 79–98%)");
    expect(text).toContain("Wilson score interval");
    expect(text).not.toContain("New hours");
    const [november] = await json();
    expect(november).toMatchObject({ exact: 28, usable: 30, percent: { from: 79, to: 98 } });
    expect(Object.keys(november.results)).toHaveLength(30);
    expect((await dana.get("/desk/accuracy")).text).toContain("All have been called.");
  });

  it("keeps what was found first: nobody calls again what was called to an end, and what is put right later counts as it was", async () => {
    const own = openTestSite(undefined, () => Date.parse("2026-11-02T15:00Z"));
    const lee = signIn(openTestApp(own), own, "editor", "Lee");
    await lee.post("/desk/accuracy");
    const [first, second] = idsIn((await lee.get("/desk/accuracy")).text) as [
      { id: string; version: string },
      { id: string; version: string },
    ];
    await lee.post("/desk/accuracy", call([first], "changed", "New hours"));
    const again = await lee.post("/desk/accuracy", call([first], "right"));
    expect(again.status).toBe(422);
    expect(again.text).toContain("The count keeps what was found first.");
    await lee.post("/desk/accuracy", call([second], "no answer"));
    await lee.post("/desk/accuracy", call([second], "right"));
    const calls = callsOfMonth(own.data.db, "2026-11");
    expect([calls.get(first.id)?.result, calls.get(second.id)?.result]).toEqual(["changed", "right"]);
  });

  it("takes what was drawn and can be called no more for wrong, so that the month comes to its end", async () => {
    const own = openTestSite(undefined, () => Date.parse("2026-11-02T15:00Z"));
    const { db } = own.data;
    const lee = signIn(openTestApp(own), own, "editor", "Lee");
    await lee.post("/desk/accuracy");
    const [gone, mute, ...others] = idsIn((await lee.get("/desk/accuracy")).text) as { id: string; version: string }[];
    await lee.post("/desk/accuracy", call(others, "right"));
    const said = { by: { role: "editor", account: "lee" }, at: "2026-11-02T15:00:00Z", why: "Gone", list: "programs" } as const;
    removeListing(db, vocabulary, { ...said, subject: gone!.id, kind: "unlisted", expected: Number(gone!.version) });
    const listing = findProgram(db, mute!.id)!;
    const [contact] = listing.contacts;
    const site = { ...contact!, kind: "site", value: "https://example.org/", vanity: undefined };
    const { vanity: _, ...linked } = site;
    editListing(db, vocabulary, {
      ...{ ...said, kind: "changed", isPublic: true, expected: Number(mute!.version) },
      listing: { ...listing, contacts: [linked] },
    });
    expect((await lee.get("/desk/accuracy")).text).toContain("All have been called.");
    expect(callsOfMonth(db, "2026-11").get(gone!.id)?.result).toBe("wrong");
    expect(callsOfMonth(db, "2026-11").get(mute!.id)?.result).toBe("wrong");
  });

  it("takes calls of the month whose form was open when the next one began", async () => {
    let clock = Date.parse("2026-12-01T05:50Z");
    const own = openTestSite(undefined, () => clock);
    const lee = signIn(openTestApp(own), own, "editor", "Lee");
    await lee.post("/desk/accuracy");
    const { text } = await lee.get("/desk/accuracy");
    clock += 15 * 60_000;
    await lee.post("/desk/accuracy", { ...call(idsIn(text).slice(0, 1), "right"), month: text.match(/name="month" value="([^"]+)"/)![1]! });
    expect(callsOfMonth(own.data.db, "2026-11").size).toBe(1);
    expect((await lee.get("/desk/accuracy")).text).toContain("Draw 30 programs for Dec 2026");
  });

  it("keeps its count while the next month is drawn", async () => {
    now = Date.parse("2026-12-01T15:00Z");
    await signIn(app, site, "editor", "Lee").post("/desk/accuracy");
    const text = await publicPage();
    expect(text).toContain("Nov 2026: 28 of 30 exact");
    expect(text).toContain("Dec 2026: drawn, 0 of 30 called so far.");
    const [december, november] = await json();
    expect(december.drawn).not.toEqual(november.drawn);
  });
});
