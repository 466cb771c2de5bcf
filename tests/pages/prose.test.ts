import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { readProse } from "../../src/catalog/prose.ts";
import { facetValues } from "../../src/listing/vocabulary.ts";
import { en } from "../../src/words/en.ts";
import { openTestApp, openTestSite } from "../support/site.ts";
import { vocabulary } from "../support/vocabulary.ts";

const site = openTestSite();
const app = openTestApp(site);
const get = (path: string) => request(app).get(path);

describe("GET /library", () => {
  it.each(["faith-based", "gender-specific", "occupation-based", "secular", "youth-focused"])(
    "finds the Guide to Mutual Aid Resources under %s",
    async (category) => {
      expect((await get(`/library?category=${category}`)).text).toContain('href="/library/fvr-guide-mutual-aid"');
    },
  );

  it("narrows by kind and topic, with counts that hold", async () => {
    const { body } = await get("/library.json?kind=review");
    const { body: both } = await get("/library.json?kind=review&topic=does-it-work");
    expect(both.total).toBe(body.facets.topic.find(({ value }: { value: string }) => value === "does-it-work").count);
    expect(both.total).toBeGreaterThan(0);
  });

  it("searches titles, authors and findings", async () => {
    expect((await get("/library?q=oxford+house")).text).toContain('href="/library/jason-2006-oxford-house"');
    expect((await get("/library?q=Timko")).text).toContain('href="/library/timko-aa-special-populations"');
  });
});

describe("GET /library/:id", () => {
  it("tells the finding with its limits, the citation and the link", async () => {
    const { text } = await get("/library/cochrane-2020-aa-tsf");
    expect(text).toContain("risk ratio 1.21");
    expect(text).toContain("What it can’t tell us");
    expect(text).toContain("https://doi.org/10.1002/14651858.CD012880.pub2");
    expect(text).toContain('href="/programs/alcoholics-anonymous"');
  });

  it("says plainly when a link is not the text's own page", async () => {
    expect((await get("/library/fvr-guide-mutual-aid")).text).toContain(
      "The guide’s present address is not known; this is the organization’s site.",
    );
  });

  it("repeats no finding that nobody has read", async () => {
    expect((await get("/library/timko-aa-special-populations")).text).toContain("We have not read its findings");
  });

  it("is 404 for an id it does not have", async () => expect((await get("/library/nope")).status).toBe(404));
});

describe("GET /guidance", () => {
  it("shows every section, each figure with a link to the study, and saying where it was read", async () => {
    const { text } = await get("/guidance");
    for (const { id, figures } of site.data.guidance) {
      expect(text).toContain(`<h2 id="${id}">`);
      for (const { source, readAt } of figures) {
        expect(text).toContain(`href="${source.replaceAll("&", "&amp;")}"`);
        if (readAt !== null) expect(text).toContain(`We read it on ${new URL(readAt).hostname.replace("www.", "")}`);
      }
    }
  });

  it("tells how to start a group in numbered steps, each with the pages that one needs for it", async () => {
    const { text } = await get("/guidance");
    const [part] = text.slice(text.indexOf('id="start-a-group"')).split("</section>");
    const steps = site.data.guidance.find(({ id }) => id === "start-a-group")!.steps;
    expect(steps.length).toBeGreaterThanOrEqual(4);
    expect(part).toContain("<ol");
    for (const { url } of steps.flatMap(({ links }) => links)) expect(part).toContain(`href="${url}"`);
  });

  it("cites no blog for a figure, nor a copy of a study as the study", () => {
    const figures = site.data.guidance.flatMap((section) => section.figures);
    expect(figures.length).toBeGreaterThan(15);
    const doubtful = /blog|litmetric|docslib|vdocuments|telecompetitor|physiciansweekly|aaaceus|dailywise/i;
    expect(figures.map(({ source }) => source).filter((source) => doubtful.test(source))).toEqual([]);
  });
});

describe("about, privacy, accessibility", () => {
  it("promise somebody else to call only for lines, as the catalog does", async () => {
    expect((await get("/about")).text).toContain("An unconfirmed phone line comes with someone else to call.");
  });

  it("leads from /about to how right we are, and to what has changed", async () => {
    const { text } = await get("/about");
    for (const address of ["/about/accuracy", "/changes", "/suggest"]) {
      expect(text).toContain(`<li><a href="${address}">`);
      expect((await get(address)).status).toBe(200);
    }
    expect((await get("/privacy")).text).not.toContain('href="/about/accuracy"');
  });

  it.each(["/about", "/privacy", "/accessibility"])("GET %s answers, and leads to the forms for what is wrong or missing", async (path) => {
    const { status, text } = await get(path);
    expect(status).toBe(200);
    expect(text).toContain('<a href="/report">Something wrong or missing?</a>');
    expect(text).toContain('<a href="/suggest">Suggest what is missing</a>');
    expect(text).not.toContain("mailto:");
  });

  it("say what their files say, section by section, and explain the facets that these name", async () => {
    for (const name of ["about", "privacy", "accessibility"] as const) {
      const { text } = await get(`/${name}`);
      const { title, description, sections, glossary } = site.data.prose[name];
      expect(text).toContain(`<h1>${title.en}</h1>`);
      expect(text).toContain(`<meta name="description" content="${description.en}">`);
      const headings = [...sections.map(({ heading }) => heading.en), ...glossary.map((facet) => en.facets[facet])];
      expect([...text.matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, heading]) => heading)).toEqual(headings);
      expect(text.match(/<dt>/g)?.length ?? 0).toBe(glossary.flatMap((facet) => facetValues(vocabulary, facet)).length);
    }
  });

  it("are refused at start, by file and field, where they would explain a facet that nobody knows", () => {
    const folder = mkdtempSync(join(tmpdir(), "prose-"));
    const page = { title: { en: "About" }, description: { en: "What this is." }, sections: [], glossary: ["colour"] };
    writeFileSync(join(folder, "about.json"), JSON.stringify(page));
    expect(() => readProse(folder, vocabulary)).toThrow(/about\.json\n {2}sections: .*\n {2}glossary\.0: /);
    rmSync(folder, { recursive: true });
  });
});
