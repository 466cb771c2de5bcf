import { describe, expect, it } from "vitest";
import { catalogFolder, readListings } from "../../../src/catalog/read.ts";
import { checkCatalog, verifyCatalog } from "../../../src/catalog/verify/verify.ts";
import { type RuleName, ruleNames } from "../../../src/listing/waivers.ts";
import { type Program, programSchema } from "../../../src/programs/program.ts";
import { vocabulary } from "../../support/vocabulary.ts";

const programs = readListings(`${catalogFolder}programs`, programSchema(vocabulary)).listings;
const line = programs.find(({ id }) => id === "montana-warm-line")!;
/** It promises nothing of how to reach it, so that each change breaks one rule. */
const quiet: Program["facets"] = { ...line.facets, access: {}, format: {}, frequency: {} };
const alone: Program = { ...line, facets: quiet, nextStep: { en: "Call and talk." }, related: [], evidence: [], fallback: ["helper"] };
/** Another line, to call where the listing itself has no number. */
const helper: Program = {
  ...alone,
  id: "helper",
  contacts: [{ ...line.contacts[0]!, value: "+18006624357" }],
  summary: { en: "Ask here for a group near you." },
  description: [{ en: "It sends you on." }],
  fallback: [],
};

const hostsOfOthers = ["wikipedia.org"];

/** What is wrong with the Montana line when it is written so, standing alone. */
const wrongWith = (changes: Partial<Program>, others: Program[] = []) =>
  checkCatalog({ programs: [helper, ...others, { ...alone, ...changes }], documents: [], hostsOfOthers }).findings.map(({ rule }) => rule);

const [call] = alone.contacts;
const site: Program["contacts"][number] = { ...alone.contacts[1]!, kind: "site", value: "https://line.example/" };
const about: Program["contacts"][number] = { ...site, kind: "about" };

describe("catalog verify", () => {
  it("finds nothing wrong with a listing that is as it should be", () => {
    expect(wrongWith({})).toEqual([]);
  });

  it("finds each thing that an editor may get wrong", () => {
    const wrong: Record<RuleName, Partial<Program>> = {
      "unsupported-value": { facets: { ...alone.facets, format: { phone: "Yes" } } },
      "missing-source": { contacts: [{ ...call!, source: "https://elsewhere.example/" }] },
      "undated-number": { contacts: [{ ...call!, asOf: null }] },
      "long-sentence": { cost: { en: `It is ${"free and ".repeat(13)}open.` } },
      "reading-grade": { description: [{ en: "Institutional accreditation necessitates organizational accountability. ".repeat(9) }] },
      "duplicate-contact": { contacts: [call!, call!] },
      "bad-form": { contacts: [{ ...call!, value: "+12999999999" }] },
      "about-before-own": { contacts: [about, call!] },
      "site-of-others": { contacts: [{ ...site, value: "https://en.wikipedia.org/wiki/Warm_line" }] },
      "unknown-id": { related: ["nobody-knows-it"] },
      "one-way-relation": {},
      "near-identical": {},
      "phone-without-number": { contacts: [site], facets: { ...quiet, format: { phone: "Groups meet by phone" } } },
      "toll-free-without-number": {
        contacts: [{ ...call!, value: "+14062481234" }],
        facets: { ...quiet, access: { "toll-free": "It is free" } },
      },
      "any-hour-unsupported": { facets: { ...quiet, frequency: { "any-time": "Open day and night" } } },
      "unknown-number": { howOften: { en: "When it is closed, call 1-800-555-0199." } },
      "dead-end": { contacts: [about], nextStep: { en: "Search the web for it." } },
      "nobody-to-call": { contacts: [site], fallback: [] },
      "scope-label": { scope: { who: "some", by: "community", label: { en: "Farmers" } } },
    };
    const scope: Program["scope"] = { who: "some", by: "work", label: { en: "farmers" } };
    const other = { ...alone, id: "another", scope, contacts: [site], doubts: [], summary: { en: "Something else." }, description: [] };
    for (const rule of ruleNames) {
      const changes = { ...(rule === "one-way-relation" ? { related: ["another"] } : {}), ...wrong[rule] };
      const others = rule === "near-identical" ? [{ ...alone, id: "another", contacts: [site] }] : [other];
      expect(wrongWith(changes, others), rule).toEqual([rule]);
    }
  });

  it("takes a promise that the listing keeps", () => {
    const always = { words: { en: "Day and night" }, times: "always" as const, zone: null, asOf: null, holidays: null, message: false };
    const anyHour = { ...quiet, access: { "any-hour": "Open day and night" } };
    expect(wrongWith({ facets: { ...anyHour, format: { phone: "A voice line" } }, contacts: [{ ...call!, hours: always }] })).toEqual([]);
    expect(wrongWith({ facets: { ...anyHour, format: { "forum-email": "A forum" } }, contacts: [site] })).toEqual([]);
    expect(
      wrongWith({ facets: { ...anyHour, format: { "forum-email": "A forum" } }, contacts: [about], nextStep: { en: "Call." } }),
    ).toEqual(["any-hour-unsupported", "dead-end"]);
  });

  it("takes a next step that names a number or a site of any listing, where there is nothing else to call", () => {
    const others = [{ ...alone, id: "another", contacts: [call!, site], summary: { en: "Something else." }, description: [] }];
    for (const en of ["Call 1-877-688-3377 and ask for it.", "Open line.example instead."])
      expect(wrongWith({ contacts: [about], nextStep: { en } }, others), en).toEqual([]);
    expect(wrongWith({ contacts: [about], nextStep: { en: "Ask in the 120 towns." } }, others)).toEqual(["dead-end"]);
  });

  it("finds addresses with trackers, passwords or blanks", () => {
    for (const value of ["https://x.example/?utm_source=a", "https://me:secret@x.example/", "https://localhost/", "https://x.example/a b"])
      expect(wrongWith({ contacts: [{ ...alone.contacts[1]!, kind: "site", value }] }), value).toEqual(["bad-form"]);
  });

  it("takes a waiver with its reason, and says so once it is not needed", () => {
    const waivers = { "undated-number": "The page that prints it has no date." };
    const undated = { ...alone, contacts: [{ ...call!, asOf: null }], waivers };
    expect(checkCatalog({ programs: [helper, undated], documents: [], hostsOfOthers })).toEqual({ findings: [], unneeded: [] });
    expect(checkCatalog({ programs: [helper, { ...alone, waivers }], documents: [], hostsOfOthers }).unneeded).toEqual([
      { id: alone.id, rule: "undated-number" },
    ]);
  });

  it("refuses a waiver without a reason, or from a check that does not exist", () => {
    const raw = JSON.parse(JSON.stringify(alone)) as object;
    expect(programSchema(vocabulary).safeParse({ ...raw, waivers: { "long-sentence": "" } }).success).toBe(false);
    expect(programSchema(vocabulary).safeParse({ ...raw, waivers: { grammar: "It is a quotation from the law." } }).success).toBe(false);
  });

  it("finds the shipped catalog clean", () => {
    const { findings, unneeded, refused } = verifyCatalog(catalogFolder);
    expect([...findings, ...unneeded, ...refused]).toEqual([]);
  });
});
