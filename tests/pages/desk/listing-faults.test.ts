// cspell:ignore Llame
import { describe, expect, it } from "vitest";
import { since } from "../../../src/changes/since.ts";
import { findProgram } from "../../../src/programs/find.ts";
import { signIn } from "../../support/desk.ts";
import { htmlFaults } from "../../support/html.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";
import { keptIn, untouchedForm } from "../../support/untouched-form.ts";

/** What the form says of what it cannot take, and that nothing of what was typed is lost. */

const site = openTestSite();
const { db } = site.data;
const app = openTestApp(site);
const dana = signIn(app, site, "editor", "Dana");
const edit = "/desk/programs/988-lifeline/edit";
const add = "/desk/programs/new";
const opened = untouchedForm((await dana.get(edit)).text, edit);

const faultOf = (html: string, id: string) => html.match(new RegExp(`id="${id}-fault">([^<]*)`))?.[1] ?? null;

/** Something wrong for each kind of field, and what is said beside it. */
const faults: [name: string, typed: string, fault: string][] = [
  ["name", "", "write at least 2 letters"],
  ["summary.en", "", "write at least 2 letters"],
  ["summary.es", "x", "write at least 2 letters"],
  ["description.1.en", "x", "write at least 2 letters"],
  ["scope.who", "", "choose one"],
  ["contacts.0.kind", "", "choose one"],
  ["contacts.0.kind", "pigeon", "choose one"],
  ["contacts.0.value", "555-0123", "write a number as +1 and ten digits, such as +18557337762, or as a short code such as 988"],
  ["contacts.2.value", "javascript:alert(1)", "give a whole web address, beginning with https:// or http://"],
  ["contacts.2.vanity", "TALK", "does not go with this kind; empty it or choose another kind"],
  ["contacts.0.message.en", "Hello", "does not go with this kind; empty it or choose another kind"],
  ["contacts.0.source", "a page", "give a whole web address, beginning with https:// or http://"],
  ["contacts.0.asOf", "May 2025", "write a date as 2025-05-08"],
  ["contacts.0.hours.words.en", "", "write at least 2 letters"],
  ["contacts.0.hours.zone", "Nowhere/Here", "name a time zone as America/Denver"],
  ["contacts.0.hours.holidays", "closed", "what keeps other hours on holidays is not"],
  ["contacts.0.hours.holidays.0.from", "late", "write a time as 08:00 or 21:30"],
  ["facets.help.alcohol", "x", "say which fact supports this value"],
  ["status", "", "choose one"],
  ["fallback.0", "nobody at all", "no listing has the id or name “nobody at all”"],
  ["sources.0.url", "ftp://example.org", "give a whole web address, beginning with https:// or http://"],
  ["sources.0.date", "2025-13", "write a date as 2025-05-08"],
  ["waivers.dead-end", "short", "say in a sentence why this listing may"],
];

describe("a form with a fault", () => {
  it.each(faults)("in %s, as %j, says so beside the field and on top", async (name, typed, fault) => {
    const { status, text } = await dana.post(edit, { ...opened, [name]: typed, do: "save" });
    const id = name.replaceAll(".", "_");
    expect(status).toBe(422);
    expect(faultOf(text, id)).toContain(fault);
    expect(text).toContain(`href="#${id}"`);
    expect(text).toContain(`id="${id}"`);
    expect(text).toMatch(new RegExp(`name="${name}"[^>]*aria-invalid="true"`));
  });

  it("names every fault at once and keeps all that was typed, word for word", async () => {
    const typed = Object.fromEntries(faults.map(([name, typed]) => [name, typed]));
    const all = {
      ...opened,
      ...typed,
      "description.0.en": 'Line one.\nLine two, with <b>signs</b> & "quotes".',
      why: "because",
      public: "on",
    };
    const { status, text } = await dana.post(edit, { ...all, do: "save" });
    expect(status).toBe(422);
    const again = untouchedForm(text, edit);
    const lost = Object.entries(all).filter(
      ([name, value]) => again[name] !== value && !["contacts.0.kind", "contacts.0.hours.zone"].includes(name),
    );
    expect(lost).toEqual([]);
    expect(text.match(/-fault">/g)!.length).toBeGreaterThan(10);
    expect(await htmlFaults(text)).toEqual([]);
  });

  it("that has nothing in it names all that a listing needs", async () => {
    const blank = untouchedForm((await dana.get(add)).text, add);
    const { status, text } = await dana.post(add, { ...blank, do: "save" });
    expect(status).toBe(422);
    for (const id of ["id", "name", "summary_en", "nextStep_en", "whoFor_en", "scope_who", "contacts", "description", "sources", "status"])
      expect([id, faultOf(text, id)]).toEqual([id, expect.stringMatching(/./)]);
  });

  it("has changed nothing", () => {
    expect(findProgram(db, "988-lifeline")!.name).toBe("988 Suicide & Crisis Lifeline");
    expect(since(db, 0, 10_000).filter(({ by }) => by.role === "editor")).toEqual([]);
  });
});

describe("the buttons of its lists", () => {
  it("add an empty row, move and remove rows, and keep all that was typed", async () => {
    const typed = { ...opened, name: "Typed by hand", "contacts.1.value": "not a number", "contacts.5.purpose.en": "Kept" };
    const added = untouchedForm((await dana.post(edit, { ...typed, do: "add contacts" })).text, edit);
    expect(added).toMatchObject({ ...typed, "contacts.6.kind": "", "contacts.6.value": "" });
    const raised = untouchedForm((await dana.post(edit, { ...typed, do: "raise contacts.1" })).text, edit);
    expect(raised).toMatchObject({ "contacts.0.value": "not a number", "contacts.1.value": "988", name: "Typed by hand" });
    const removed = untouchedForm((await dana.post(edit, { ...typed, do: "remove contacts.4" })).text, edit);
    expect(removed).toMatchObject({ "contacts.4.purpose.en": "Kept", "contacts.1.value": "not a number" });
    expect(removed["contacts.5.value"]).toBeUndefined();
  });

  it("show fields for Spanish, and what is typed there is saved", async () => {
    const spanish = untouchedForm((await dana.post(edit, { ...opened, do: "spanish" })).text, edit);
    expect(spanish["nextStep.es"]).toBe("");
    await dana.post(edit, { ...spanish, "nextStep.es": "Llame al 988.", do: "save" });
    expect(findProgram(db, "988-lifeline")!.nextStep).toEqual({ en: "Call or text 988, day or night.", es: "Llame al 988." });
  });

  it("that do not exist do nothing", async () => {
    for (const button of ["constructor contacts", "add __proto__", "remove contacts.x", "raise", "toString", ""]) {
      const { status } = await dana.post(edit, { ...untouchedForm((await dana.get(edit)).text, edit), do: button });
      expect([button, status]).toEqual([button, status === 303 ? 303 : 200]);
    }
  });
});

const hostile = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "'; DROP TABLE programs; --",
  '=HYPERLINK("http://evil.example")',
  "{{7*7}}<%= 7*7 %>",
];

describe("script, SQL and formulas", () => {
  it("in every field are words, in the form, in the preview and in the history", async () => {
    for (const text of hostile) {
      const form = untouchedForm((await dana.get(edit)).text, edit);
      const texts = Object.keys(form).filter(
        (name) => /\.(en|es)$|^(name|operator|place|alsoKnownAs\.0|facets\..*|waivers\..*)$/.test(name) && form[name] !== "",
      );
      const typed = Object.fromEntries(texts.map((name) => [name, `${text} with words`]));
      const preview = await dana.post(edit, { ...form, ...typed, why: text, do: "preview" });
      expect(preview.status).toBe(200);
      const asked = await dana.post(edit, { ...form, ...typed, why: text, do: "save" });
      const saved = await dana.post(edit, { ...untouchedForm(asked.text, edit), ...keptIn(asked.text), do: "save" });
      expect(saved.headers["location"]).toBe("/desk/programs/988-lifeline?done=saved");
      const pages = [
        preview.text,
        asked.text,
        ...(await Promise.all(
          [edit, "/desk/programs/988-lifeline", "/programs/988-lifeline", "/desk/programs"].map(
            async (path) => (await dana.get(path)).text,
          ),
        )),
      ];
      for (const page of pages) expect(page).not.toMatch(/<script|<img|<%=/i);
      expect(findProgram(db, "988-lifeline")).toMatchObject({ name: `${text} with words`, summary: { en: `${text} with words` } });
    }
    expect(db.prepare("SELECT count(*) FROM programs").pluck().get()).toBeGreaterThan(200);
  });
});
