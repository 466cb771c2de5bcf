import request from "supertest";
import { describe, expect, it } from "vitest";
import { findProgram } from "../../src/programs/find.ts";
import { openTestApp, openTestSite } from "../support/site.ts";

/** Saturday, 28 November 2026, 11 pm in Montana. */
const saturdayNight = Date.parse("2026-11-29T06:00:00Z");
const site = openTestSite(undefined, () => saturdayNight);
const app = openTestApp(site);
const get = (path: string) => request(app).get(path);

/** The programs of a page in the order in which it names them, up to what is for some people only. */
async function forAnybody(path: string): Promise<string[]> {
  const { text } = await get(path);
  const [first] = text.split("For one trouble or one line of work");
  return [...first!.matchAll(/<h3[^>]*><a href="\/programs\/([^"]+)"/g)].map(([, id]) => id!);
}

describe("GET /talk", () => {
  it("without a state gives who answers in every state, 988 and SAMHSA first", async () => {
    const ids = await forAnybody("/talk");
    expect(ids.slice(0, 2)).toEqual(["988-lifeline", "samhsa-national-helpline"]);
    for (const id of ids) expect(findProgram(site.data.db, id)!.states, id).toBe("nationwide");
  });

  it("names nobody for anybody who is for some people only", async () => {
    for (const path of ["/talk", "/talk?state=MT", "/talk?state=NY"]) {
      for (const id of await forAnybody(path)) expect(findProgram(site.data.db, id)!.scope.who, `${id} on ${path}`).toBe("anybody");
    }
  });

  it("with a state gives at most five lines of its own first, those that answer now before the others", async () => {
    const { text } = await get("/talk?state=NC");
    expect(text.indexOf("nc-peer-warmline")).toBeLessThan(text.indexOf("988-lifeline"));
    for (const { id } of site.data.programs.facets[0]!.values.filter((value) => value.id.length === 2)) {
      const ids = await forAnybody(`/talk?state=${id}`);
      expect(ids.indexOf("988-lifeline"), id).toBeLessThanOrEqual(5);
      expect(ids, id).toEqual(expect.arrayContaining(["988-lifeline", "samhsa-national-helpline"]));
    }
  });

  it("says so where a state has no line of its own, and chooses the state in the form", async () => {
    const { text } = await get("/talk?state=tx");
    expect(text).toContain('<option value="TX" selected>Texas</option>');
    expect(text).toContain("We don’t know of a local line in Texas that anyone can call.");
    expect(text).toContain('href="/places/TX"');
  });

  it("groups the lines for some people by what they share, each with its number", async () => {
    const { text } = await get("/talk");
    const some = text.split("For one trouble or one line of work")[1]!;
    expect(some).toMatch(/<h3>Gambling<\/h3>/);
    expect(some).toMatch(/<h3>Veterans and service members<\/h3>[\s\S]*?href="tel:988"/);
  });

  it("takes a state that there is not for none", async () => {
    expect((await get("/talk?state=%3Cb%3E")).text).toBe((await get("/talk")).text);
  });
});
