import { describe, expect, it } from "vitest";
import { catalogFolder, readListings } from "../../../src/catalog/read.ts";
import { checkCatalog, verifyCatalog } from "../../../src/catalog/verify/verify.ts";
import { rules } from "../../../src/listing/waivers.ts";
import { type Program, programSchema } from "../../../src/programs/program.ts";
import { vocabulary } from "../../support/vocabulary.ts";

const programs = readListings(`${catalogFolder}programs`, programSchema(vocabulary)).listings;
const line = programs.find(({ id }) => id === "montana-warm-line")!;
const alone: Program = { ...line, related: [], evidence: [], fallback: [] };

const hostsOfOthers = ["wikipedia.org"];

/** What is wrong with the Montana line when it is written so, standing alone. */
const wrongWith = (changes: Partial<Program>, others: Program[] = []) =>
  checkCatalog({ programs: [...others, { ...alone, ...changes }], documents: [], hostsOfOthers }).findings.map(({ rule }) => rule);

const [call] = alone.contacts;
const site: Program["contacts"][number] = { ...alone.contacts[1]!, kind: "site", value: "https://line.example/" };
const about: Program["contacts"][number] = { ...site, kind: "about" };

describe("catalog verify", () => {
  it("finds nothing wrong with a listing that is as it should be", () => {
    expect(wrongWith({})).toEqual([]);
  });

  it("finds each thing that an editor may get wrong", () => {
    const wrong: Record<(typeof rules)[number], Partial<Program>> = {
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
    };
    const other = { ...alone, id: "another", contacts: [], doubts: [], summary: { en: "Something else." }, description: [] };
    for (const rule of rules) {
      const changes = { ...(rule === "one-way-relation" ? { related: ["another"] } : {}), ...wrong[rule] };
      const others = rule === "near-identical" ? [{ ...alone, id: "another", contacts: [] }] : [other];
      expect(wrongWith(changes, others), rule).toEqual([rule]);
    }
  });

  it("finds addresses with trackers, passwords or blanks", () => {
    for (const value of ["https://x.example/?utm_source=a", "https://me:secret@x.example/", "https://localhost/", "https://x.example/a b"])
      expect(wrongWith({ contacts: [{ ...alone.contacts[1]!, kind: "site", value }] }), value).toEqual(["bad-form"]);
  });

  it("takes a waiver with its reason, and says so once it is not needed", () => {
    const waivers = { "undated-number": "The page that prints it has no date." };
    const undated = { ...alone, contacts: [{ ...call!, asOf: null }], waivers };
    expect(checkCatalog({ programs: [undated], documents: [], hostsOfOthers })).toEqual({ findings: [], unneeded: [] });
    expect(checkCatalog({ programs: [{ ...alone, waivers }], documents: [], hostsOfOthers }).unneeded).toEqual([
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
