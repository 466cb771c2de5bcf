import request from "supertest";
import { describe, expect, it } from "vitest";
import { searchPrograms } from "../../../src/programs/search.ts";
import { parseFilter } from "../../../src/search/filter.ts";
import { editDistance } from "../../../src/search/words/edit-distance.ts";
import { correctionFor } from "../../../src/search/words/typos.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";
import { measureQuality } from "./measure.ts";

const site = openTestSite();
const app = openTestApp(site);
const search = (q: string, more: Record<string, string> = {}) =>
  searchPrograms(site.data.programs, parseFilter(site.data.programs, { q, ...more }));
const first = (q: string) =>
  search(q)
    .take(0, 3)
    .map(({ id }) => id);

describe("real queries", () => {
  it("are answered within the first three results, 97 of 100", () => {
    const { asked, held, misses } = measureQuality();
    expect(asked).toBeGreaterThanOrEqual(350);
    expect(held / asked, JSON.stringify(misses, null, 1)).toBeGreaterThanOrEqual(0.97);
  });
});

describe("synonyms", () => {
  it("lead from how people speak to what we say", () => {
    expect(first("my husband drinks")).toContain("al-anon");
    expect(first("suboxone group")).toContain("mara");
    expect(first("booze")).toEqual(expect.arrayContaining([expect.any(String)]));
  });

  it("let a phrase beat its words: without god is not faith-based", () => {
    const found = search("recovery without god");
    expect(found.take(0, 1)[0]!.facets["category"]).toContain("secular");
    expect(found.take(0, 3).some(({ facets }) => facets["category"]!.includes("faith-based"))).toBe(false);
  });
});

describe("words that are filters", () => {
  it("narrow visibly, and can be taken back", async () => {
    const { text } = await request(app).get("/programs?q=phone+meetings+in+montana");
    expect(text).toContain("Showing Montana, because you typed “montana”. Showing what is by phone, because you typed “phone meetings”.");
    expect(text).toContain('href="/programs?q=phone+meetings+in+montana&amp;exact=1">Search for the exact words instead');
    const { understood, total } = search("warm line montana");
    expect(understood!.impliedFilters).toEqual([{ facet: "state", value: "MT", typed: "montana" }]);
    expect(total).toBeGreaterThan(0);
  });

  it("of one kind are joined by or, all of them told", async () => {
    const { understood, take } = search("by phone by text");
    expect(understood!.impliedFilters.map(({ value }) => value)).toEqual(["phone", "chat-text"]);
    for (const { facets } of take(0, 20)) expect(facets["format"]!.some((format) => ["phone", "chat-text"].includes(format))).toBe(true);
    expect((await request(app).get("/programs?q=by+phone+by+text")).text).toContain(
      "Showing what is by phone or by chat or text, because you typed",
    );
  });

  it("are not claimed where a chosen filter stands against them", async () => {
    const { text } = await request(app).get("/programs?q=montana&state=VT");
    expect(text).not.toContain("in Montana.");
    expect(text).toContain("in Vermont.");
  });

  it("give way to a filter that was chosen", () => {
    expect(
      search("montana", { state: "VT" })
        .take(0, 20)
        .some(({ states }) => states !== "nationwide" && states.includes("VT")),
    ).toBe(true);
  });

  it("are only words when exact words are asked for", async () => {
    expect(search("spanish", { exact: "1" }).understood!.impliedFilters).toEqual([]);
    const { text } = await request(app).get("/programs?q=spanish&exact=1");
    expect(text).toContain("Searching for the exact words.");
    expect(text).toContain('<input type="hidden" name="exact" value="1">');
  });
});

describe("typos", () => {
  it("are put right, visibly, with the way back", async () => {
    const { text } = await request(app).get("/programs?q=alcholics+anonymus");
    expect(text).toContain("Showing results for “alcoholics”, “anonymous” instead of “alcholics”, “anonymus”.");
    expect(first("alcholics anonymus")[0]).toBe("alcoholics-anonymous");
  });

  it("are never seen in a word that is one, here or anywhere", () => {
    for (const word of ["barn", "court", "horse", "recovery", "suboxone"]) expect(search(word).understood!.corrected).toEqual([]);
  });

  it("are measured in letters added, dropped, changed or swapped", () => {
    expect(editDistance("siucide", "suicide", 2)).toBe(1);
    expect(editDistance("recovry", "recovery", 2)).toBe(1);
    expect(editDistance("abc", "xyzabc", 2)).toBe(3);
    const words = [
      ["recover", 2],
      ["recovery", 90],
    ] as const;
    expect(correctionFor("recoveri", words)).toBe("recovery");
    expect(correctionFor("rec", words)).toBeNull();
  });
});

describe("a word that finds nothing", () => {
  it("is left out before the whole search fails, and the page says which", async () => {
    const { text } = await request(app).get("/programs?q=secular+zebra+meetings");
    expect(text).toContain("“zebra”");
    expect(text).toContain("so we searched without it");
    expect(text).toContain('<li class="row">');
  });

  // A word that nothing has. cspell:ignore qwzxv
  it("is not said to be left out where no other is left", async () => {
    const { text } = await request(app).get("/programs?q=qwzxv&category=secular");
    expect(text).toContain("No matches for “qwzxv”. Check the spelling");
    expect(text).not.toContain("so we searched without it");
    expect(text).toMatch(/Without “qwzxv”: \d+ programs/);
  });
});

describe("words of danger", () => {
  it.each([
    ["suicide", "988-lifeline"],
    ["i want to die", "988-lifeline"],
    ["he hit me", "national-domestic-violence-hotline"],
    ["overdose", "safespot"],
  ])("%s puts the right line above the results", async (q, id) => {
    const { text } = await request(app).get(`/programs?q=${encodeURIComponent(q)}`);
    const above = text.split('<h2 id="results"')[0]!;
    expect(above).toContain(`href="/programs/${id}"`);
  });
});

describe("a search explained", () => {
  it("tells the words it searched, and each hit's fields and score", async () => {
    const { body } = await request(app).get("/programs.json?q=my+husband+drinks&explain=1");
    expect(body.explain.terms.length).toBeGreaterThan(0);
    expect(body.explain.hits[0]).toMatchObject({ id: body.items[0].id, score: expect.any(Number), fields: expect.any(Array) });
    expect((await request(app).get("/programs.json?q=drinks")).body.explain).toBeUndefined();
  });
});
