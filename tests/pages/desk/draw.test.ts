import { createHash } from "node:crypto";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { signIn } from "../../support/desk.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";

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
