// cspell:ignore newyork alanon alcoh licos nimos anonimous
import fc from "fast-check";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { readAliases } from "../../src/catalog/aliases.ts";
import { removeListing } from "../../src/catalog/edit-listing.ts";
import { catalogFolder } from "../../src/catalog/read.ts";
import { versionOfSubject } from "../../src/changes/append.ts";
import { documentIds } from "../../src/library/find.ts";
import { facetValues } from "../../src/listing/vocabulary.ts";
import { findProgram, programIds } from "../../src/programs/find.ts";
import { idsCalled, runTogether } from "../../src/search/called.ts";
import { editions, makeEdition } from "../../src/site/edition.ts";
import { en } from "../../src/words/en.ts";
import { openSiteWithMeetings } from "../support/meetings.ts";
import { openTestApp } from "../support/site.ts";
import { vocabulary } from "../support/vocabulary.ts";

const site = openSiteWithMeetings();
const { db } = site.data;
const app = openTestApp(site);
const ask = (path: string) => request(app).get(path);
const linksOf = (text: string) =>
  [
    ...text
      .split("Did you mean</h2>")[1]!
      .split("<h2>")[0]!
      .matchAll(/href="([^"]+)"/g),
  ].map(([, href]) => href);

it("was taken off by an editor: then its page is gone, and says so", async () => {
  const removal = { kind: "unlisted", by: { role: "editor", account: "a" }, at: "2026-11-30T12:00:00Z", why: "They asked us to." } as const;
  const own = openSiteWithMeetings();
  for (const [list, subject, path] of [
    ["programs", "211", "/programs/211"],
    ["documents", "fletcher-group", "/library/fletcher-group"],
  ] as const) {
    const expected = versionOfSubject(own.data.db, list, subject);
    removeListing(own.data.db, vocabulary, { ...removal, list, subject, expected });
    const { status, text } = await request(openTestApp(own)).get(path);
    expect([status, text.includes("This is not listed any more"), text.includes("They asked us to")]).toEqual([410, true, false]);
  }
});

describe("the address of a listing, as people type it", () => {
  it.each([
    ["/places/montana", "/places/MT"],
    ["/places/Montana/", "/places/MT"],
    ["/places/north-carolina", "/places/NC"],
    ["/places/north_carolina", "/places/NC"],
    ["/places/North%20Carolina", "/places/NC"],
    ["/places/newyork", "/places/NY"],
    ["/places/w.va.", "/places/WV"],
    ["/places/tenn", "/places/TN"],
    ["/places/washington-dc", "/places/DC"],
    ["/programs/aa", "/programs/alcoholics-anonymous"],
    ["/programs/AA/", "/programs/alcoholics-anonymous"],
    ["/programs/Alcoholics%20Anonymous", "/programs/alcoholics-anonymous"],
    ["/programs/SMART-Recovery", "/programs/smart-recovery"],
    ["/programs/smart recovery", "/programs/smart-recovery"],
    ["/programs/smart_recovery", "/programs/smart-recovery"],
    ["/programs/smart+recovery", "/programs/smart-recovery"],
    ["/programs/smart", "/programs/smart-recovery"],
    ["/programs/alanon", "/programs/al-anon"],
    ["/programs/phoenix", "/programs/the-phoenix"],
    ["/programs/ross-helpline", "/programs/al-ross-helpline"],
    ["/programs/alcoh%C3%B3licos-an%C3%B3nimos", "/programs/aa-spanish"],
    ["/library/ATQ-Study", "/library/atq-study"],
  ])("%s leads to %s", async (typed, canonical) => {
    const { status, headers } = await ask(typed);
    expect([status, headers["location"]]).toEqual([301, canonical]);
    expect(headers["cache-control"]).toBe("public, max-age=300");
    expect((await ask(canonical)).status).toBe(200);
  });

  it("leads every program, document and state there by each of its names in any spelling", async () => {
    for (const id of programIds(db)) {
      const { name, alsoKnownAs } = findProgram(db, id)!;
      for (const called of [id.toUpperCase(), name, ...alsoKnownAs]) expect(idsCalled(db, "programs", called), called).not.toEqual([]);
      expect(idsCalled(db, "programs", id.replaceAll("-", " "))).toEqual([id]);
    }
    for (const { id, label } of facetValues(vocabulary, "state")) {
      const { headers } = await ask(`/places/${encodeURIComponent("en" in label ? label.en : "")}`);
      expect(headers["location"], id).toBe(`/places/${id}`);
    }
  });

  it("keeps the question that goes with it", async () => {
    expect((await ask("/programs/aa?near=59911&x=a?b")).headers["location"]).toBe("/programs/alcoholics-anonymous?near=59911&x=a?b");
  });

  it("stays in the language of the address", async () => {
    const [english] = editions;
    const both = openTestApp(site, [english, makeEdition({ ...en, language: "es" }, "/es")]);
    expect((await request(both).get("/es/places/montana")).headers["location"]).toBe("/es/places/MT");
  });

  it("answers HEAD alike, and no other method", async () => {
    expect((await request(app).head("/programs/aa")).status).toBe(301);
    expect((await request(app).post("/programs/aa")).status).toBe(405);
  });

  it("offers all that a shared name may mean", async () => {
    const { status, text } = await ask("/programs/ma");
    expect(status).toBe(404);
    expect(linksOf(text)).toEqual(["/programs/marijuana-anonymous", "/programs/methadone-anonymous"]);
  });

  it.each([
    ["/programs/marijuana-anonimous", ["/programs/marijuana-anonymous", "/programs?q=marijuana+anonimous"]],
    ["/library/oxford+house+study", ["/library/jason-2006-oxford-house", "/library?q=oxford+house+study"]],
    ["/places/59911", ["/places/MT", "/meetings?near=Bigfork%2C+MT+59911"]],
    ["/places/libby-montana", ["/places/MT", "/meetings?near=Libby%2C+MT"]],
  ])("offers what %s comes near", async (typed, offered) => {
    const { status, text } = await ask(typed);
    expect(status).toBe(404);
    expect(linksOf(text)).toEqual(expect.arrayContaining(offered));
  });

  it.each(["/programs/zzzzz", "/programs/-", "/library/zzzzz", "/places/zzzzz", "/places/%F0%9F%92%A9"])(
    "%s means nothing",
    async (typed) => {
      const { status, text } = await ask(typed);
      expect(status).toBe(404);
      expect(text).not.toContain("Did you mean");
    },
  );

  it("never leads off this site, whatever is typed", async () => {
    const name = fc.constantFrom("aa", "montana", "SMART Recovery");
    const noise = fc.constantFrom(
      "/",
      "//",
      "\\",
      "https://y.example",
      "@y.example",
      "%0d%0aLocation:",
      ".",
      "..",
      "?",
      "#",
      " ",
      "%2f%2fy.example",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("/programs/", "/places/", "/library/", "//"),
        noise,
        name,
        noise,
        async (list, before, typed, after) => {
          const { headers } = await ask(encodeURI(decodeURIComponent(list + before + typed + after)).replaceAll("%25", "%"));
          expect(headers["location"] ?? "/programs/").toMatch(/^\/(programs|places|library)\/[\w-]*(\?|$)/);
        },
      ),
    );
  });
});

describe("the aliases", () => {
  const aliases = readAliases(catalogFolder, vocabulary);

  it("lead to listings that are there, each by a name that it does not have itself", () => {
    for (const [typed, id] of aliases.programs) {
      expect(programIds(db)).toContain(id);
      expect(idsCalled(db, "programs", typed)).toEqual([]);
    }
    for (const [typed, id] of aliases.library) {
      expect(documentIds(db)).toContain(id);
      expect(idsCalled(db, "documents", typed)).toEqual([]);
    }
    const states = facetValues(vocabulary, "state").map(({ id, label }) => [id, runTogether("en" in label ? label.en : "")]);
    for (const typed of aliases.places.keys()) expect(states.flat()).not.toContain(typed);
  });
});
