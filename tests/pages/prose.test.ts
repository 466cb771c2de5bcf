import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { readProse } from "../../src/catalog/guidance.ts";
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
  it("shows every section, each figure with a link to where it was read", async () => {
    const { text } = await get("/guidance");
    for (const { id, figures } of site.data.guidance) {
      expect(text).toContain(`<h2 id="${id}">`);
      for (const { source } of figures) expect(text).toContain(`href="${source.replaceAll("&", "&amp;")}"`);
    }
  });
});

describe("GET /help-now", () => {
  it("gives 911, 988 by call, text and chat, and the lines for veterans, overdose, violence and farms", async () => {
    const { text } = await get("/help-now");
    for (const href of [
      "tel:911",
      "tel:988",
      "sms:988",
      "https://988lifeline.org",
      "sms:838255",
      "tel:+18002221222",
      "tel:+18007997233",
      "tel:+18447628483",
    ]) {
      expect(text).toContain(`href="${href}"`);
    }
    expect(text).toContain("press 2 for Spanish");
    expect(text).toContain("American Sign Language");
  });

  it("lists warm lines under their state, with source and date", async () => {
    const { text } = await get("/help-now");
    expect(text.indexOf("<h3>North Carolina</h3>")).toBeGreaterThan(text.indexOf('id="warm-lines"'));
    expect(text).toContain("From ncmedsoc.org, 8 May 2025. Not confirmed since.");
  });
});

describe("GET /", () => {
  it("leads from each need to a page that has something", async () => {
    const { text } = await get("/");
    const paths = [...text.matchAll(/<li><a href="([^"]+)">[^<]+<\/a><span>/g)].map(([, href]) => href!.replaceAll("&amp;", "&"));
    expect(paths).toHaveLength(6);
    for (const path of paths) {
      const answer = await get(path);
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('<li class="row">');
    }
  });

  it("counts each category as its page does", async () => {
    const { text } = await get("/");
    for (const [, href, promised] of text.matchAll(/<a href="(\/programs\?category=[^"]+)">[^<]+<\/a> <span class="muted">(\d+)/g)) {
      expect((await get(`${href!.replace("/programs?", "/programs.json?")}`)).body.total, href).toBe(Number(promised));
    }
  });
});

describe("about, privacy, accessibility", () => {
  it("promise somebody else to call only for lines, as the catalog does", async () => {
    expect((await get("/about")).text).toContain("A phone line that is unconfirmed comes with somebody else to call.");
  });

  it.each(["/about", "/privacy", "/accessibility"])("GET %s answers, with the address for corrections", async (path) => {
    const { status, text } = await get(path);
    expect(status).toBe(200);
    expect(text).toContain("mailto:help@porchlight.example");
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
