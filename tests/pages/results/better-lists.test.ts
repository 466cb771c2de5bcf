import request from "supertest";
import { describe, expect, it } from "vitest";
import { openSiteWithMeetings } from "../../support/meetings.ts";
import { openTestApp } from "../../support/site.ts";

const app = openTestApp(openSiteWithMeetings());

/** The links to other lists above the rows, with what they say. */
async function offered(path: string, q: string): Promise<[label: string, href: string][]> {
  const { text } = await request(app).get(path).query({ q }).expect(200);
  const aside = /<aside class="notice" aria-label="Better[\s\S]*?<\/aside>/.exec(text)?.[0] ?? "";
  return [...aside.matchAll(/<a href="([^"]+)">([^<]+)/g)].map(([, href, label]) => [label!, href!]);
}

describe("a search on a list that another answers better", () => {
  it("offers that list, with how many it finds", async () => {
    const [[label, href]] = (await offered("/programs", "does AA work")) as [[string, string]];
    expect(label).toMatch(/^In the library: \d+ /);
    expect(href).toBe("/library?q=does+AA+work");
    const { text } = await request(app).get(href).expect(200);
    expect(text).toContain(`>${label.replace("In the library: ", "")}<`);
    expect(/<li class="row">[\s\S]*?href="([^"]+)"/.exec(text)?.[1]).toBe("/library/cochrane-2020-aa-tsf");
  });

  it("offers programs from the library, and meetings from both", async () => {
    expect(await offered("/library", "al-anon by phone")).toEqual([
      [expect.stringMatching(/^Find support: /), "/programs?q=al-anon+by+phone"],
    ]);
    for (const path of ["/programs", "/library"])
      expect(await offered(path, "sunrise bigfork")).toEqual([[expect.stringMatching(/^Meetings: /), "/meetings?q=sunrise+bigfork"]]);
  });

  it("offers the list that the words name, in whatever language", async () => {
    for (const q of ["meetings in montana", "reunión en montana"])
      expect(await offered("/programs", q)).toEqual([
        [expect.stringMatching(/^Meetings: \d+ groups/), expect.stringMatching(/^\/meetings\?q=/)],
      ]);
  });

  it.each(["how to start a group", "start a na group", "run a support group"])("leads to the guide for %s", async (q) => {
    for (const path of ["/programs", "/library"])
      expect((await offered(path, q))[0]).toEqual(["How to start a group", "/guidance#start-a-group"]);
  });

  it.each(["statistics on rural addiction", "figures for a grant", "does NA work"])("offers the library for %s", async (q) => {
    expect(await offered("/programs", q)).toEqual([[expect.stringMatching(/^In the library: /), expect.any(String)]]);
  });

  it("leads to the one list that has a number", async () => {
    for (const path of ["/library", "/meetings"])
      expect(await offered(path, "1-800-662-4357")).toEqual([["Find support: 1 program", expect.any(String)]]);
  });

  it.each(["alcoholics anonymous", "my son uses meth", "women", "zzzzz"])("offers none for %s", async (q) => {
    expect(await offered("/programs", q)).toEqual([]);
  });
});

describe("a telephone number that nobody has", () => {
  it.each(["/programs", "/library", "/meetings"])("finds nothing on %s, and the page says so", async (path) => {
    const { text } = await request(app).get(path).query({ q: "1-800-799-4889" }).expect(200);
    expect(text).toContain("No one listed here has the number 1-800-799-4889.");
    expect(text).not.toContain('<li class="row">');
  });
});
