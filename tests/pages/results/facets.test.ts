import request from "supertest";
import { describe, expect, it } from "vitest";
import { openTestApp, openTestSite } from "../../support/site.ts";

describe("the options of a facet", () => {
  it.each(["/programs.json", "/library.json", "/meetings.json"])("have the address that chooses them in %s", async (list) => {
    const app = openTestApp(openTestSite());
    const { facets } = (await request(app).get(list).expect(200)).body;
    const [first] = Object.values<{ href: string }[]>(facets);
    const hrefs = first!.map(({ href }) => href);
    expect(hrefs).toEqual(first!.map(() => expect.stringMatching(/^\/(programs|library|meetings)\.json\?\w+=./)));
    await request(app).get(hrefs[0]!).expect(200);
  });
});
