import request from "supertest";
import { describe, expect, it } from "vitest";
import { facetValues } from "../../src/listing/vocabulary.ts";
import { searchPrograms } from "../../src/programs/search.ts";
import { parseFilter } from "../../src/search/filter.ts";
import { openTestApp, openTestSite } from "../support/site.ts";
import { vocabulary } from "../support/vocabulary.ts";

const site = openTestSite();
const { programs } = site.data;
const states = facetValues(vocabulary, "state").map(({ id }) => id);
const statusesFor = (query: Record<string, string>) =>
  [...searchPrograms(programs, parseFilter(programs, query)).all()].map(({ status }) => status);

describe("a program that has closed", () => {
  it("comes after every open one, in any order, for any words and in any state", () => {
    const questions = [
      ...["", "wisconsin warm line", "rational recovery", "secular organizations for sobriety", "warm line", "secular"].map((q) => ({ q })),
      ...["name", "touched"].map((sort) => ({ sort })),
      ...states.map((state) => ({ state })),
      ...states.map((state) => ({ state, q: "warm line" })),
    ];
    let closed = 0;
    for (const question of questions) {
      const statuses = statusesFor(question);
      const first = statuses.indexOf("closed");
      if (first !== -1) closed++;
      expect(
        statuses.slice(first === -1 ? statuses.length : first).filter((status) => status !== "closed"),
        JSON.stringify(question),
      ).toEqual([]);
    }
    expect(closed).toBeGreaterThan(20);
  });

  it("says in JSON that it has, and where to go instead", async () => {
    const { body } = await request(openTestApp(site)).get("/programs.json?q=rational+recovery&exact=1");
    const item = body.items.find(({ id }: { id: string }) => id === "rational-recovery");
    expect(item).toMatchObject({ status: "closed", fallback: expect.arrayContaining([expect.any(String)]) });
  });

  it("is not offered in the search box", async () => {
    expect((await request(openTestApp(site)).get("/names.json")).body).not.toContain("Rational Recovery");
  });
});
