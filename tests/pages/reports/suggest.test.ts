import request from "supertest";
import { beforeEach, describe, expect, it } from "vitest";
import { emailsOf, findSuggestion, openSuggestions } from "../../../src/reports/find.ts";
import { htmlFaults } from "../../support/html.ts";
import { openReportingSite, referenceIn } from "../../support/reports.ts";

const here = openReportingSite();
beforeEach(() => {
  here.startAnew();
});

const circle = {
  kind: "program",
  name: "Prairie Circle",
  what: "A circle of farmers who have quit.\nTuesdays, in Libby.",
  reach: "406-555-0199",
  url: "",
  source: "I go there.",
  email: "",
};

describe("a suggestion", () => {
  it("is kept, and leads to its reference", async () => {
    const answer = await here.suggest({ ...circle, email: "ann@example.org" });
    expect(answer.status).toBe(303);
    const reference = referenceIn(answer);
    expect(findSuggestion(here.site.data.db, reference)).toMatchObject({
      ...{ kind: "program", name: "Prairie Circle", what: circle.what, reach: "406-555-0199", url: null, source: "I go there." },
    });
    expect(emailsOf(here.site.data.db, reference)).toEqual(["ann@example.org"]);
    const { text } = await request(here.app).get(`/report/${reference}`);
    expect(text).toMatch(/Your idea of what is missing, sent \d+ \w+ \d{4}\./);
    expect(text).not.toContain("Prairie Circle");
  });

  it("of a list of meetings may have nothing but its web address to reach it", async () => {
    await here.suggest({ ...circle, kind: "meetings", reach: "", url: "libby.example/meetings" });
    expect(openSuggestions(here.site.data.db)).toMatchObject([{ kind: "meetings", reach: null, url: "libby.example/meetings" }]);
  });

  it.each<[string, Record<string, string>, string, string]>([
    ["no kind", { kind: "" }, "kind", "Choose what it is."],
    ["a kind that is none", { kind: "constructor" }, "kind", "Choose what it is."],
    ["no name", { name: " " }, "name", "Write its name."],
    ["no word of what it is", { what: "" }, "what", "Say in a few words what it is."],
    ["no way to reach it", { reach: "" }, "reach", "Write how people reach it, or its web address."],
    ["no web address", { url: "on facebook" }, "url", "Write a web address, such as example.org."],
    ["a long name", { name: "x".repeat(121) }, "name", "Make this shorter: at most 120\u00A0letters."],
  ])("comes back for %s, with all that was typed", async (_, wrong, at, sentence) => {
    const { status, text } = await here.suggest({ ...circle, ...wrong });
    expect(status).toBe(422);
    expect(text).toContain(`<li><a href="#${at}">${sentence}</a></li>`);
    expect(text).toContain(`<p class="fault" id="${at}-fault">${sentence}</p>`);
    expect(text).toContain('value="I go there."');
    expect(await htmlFaults(text)).toEqual([]);
    expect(openSuggestions(here.site.data.db)).toEqual([]);
  });

  it("is offered where nothing is found, and on the pages about the site", async () => {
    const leads = async (path: string) => (await request(here.app).get(path)).text.includes('href="/suggest">Suggest what is missing</a>');
    for (const path of ["/programs?q=zzzzz", "/library?q=zzzzz", "/meetings?q=zzzzz", "/about", "/report"]) {
      expect(await leads(path), path).toBe(true);
    }
    for (const path of ["/programs", "/programs?page=99", "/library", "/meetings"]) expect(await leads(path), path).toBe(false);
  });
});
