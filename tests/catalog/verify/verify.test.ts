import { describe, expect, it } from "vitest";
import { catalogFolder, readListings } from "../../../src/catalog/read.ts";
import { objectionsTo, verifyCatalog } from "../../../src/catalog/verify/verify.ts";
import { objections } from "../../../src/listing/waivers.ts";
import { type Program, programSchema } from "../../../src/programs/program.ts";

const programs = readListings(`${catalogFolder}programs`, programSchema).listings;
const line = programs.find(({ id }) => id === "montana-warm-line")!;
const alone: Program = { ...line, related: [], evidence: [], fallback: [] };

/** What is wrong with the Montana line when it is written so, standing alone. */
const wrongWith = (changes: Partial<Program>, others: Program[] = []) =>
  objectionsTo({ programs: [...others, { ...alone, ...changes }], documents: [] }).findings.map(({ objection }) => objection);

const [call] = alone.contacts;

describe("catalog verify", () => {
  it("has nothing against a listing that is as it should be", () => {
    expect(wrongWith({})).toEqual([]);
  });

  it("objects to each thing that an editor may get wrong", () => {
    const wrong: Record<(typeof objections)[number], Partial<Program>> = {
      "unsupported-value": { facets: { ...alone.facets, format: { phone: "Yes" } } },
      "missing-source": { contacts: [{ ...call!, source: "https://elsewhere.example/" }] },
      "undated-number": { contacts: [{ ...call!, asOf: null }] },
      "long-sentence": { cost: { en: `It is ${"free and ".repeat(13)}open.` } },
      "reading-grade": { description: [{ en: "Institutional accreditation necessitates organizational accountability. ".repeat(9) }] },
      "duplicate-contact": { contacts: [call!, call!] },
      "bad-form": { contacts: [{ ...call!, value: "+12999999999" }] },
      "unknown-id": { related: ["nobody-knows-it"] },
      "one-way-relation": {},
      "near-identical": {},
    };
    const other = { ...alone, id: "another", contacts: [], doubts: [], summary: { en: "Something else." }, description: [] };
    for (const objection of objections) {
      const changes = { ...(objection === "one-way-relation" ? { related: ["another"] } : {}), ...wrong[objection] };
      const others = objection === "near-identical" ? [{ ...alone, id: "another", contacts: [] }] : [other];
      expect(wrongWith(changes, others), objection).toEqual([objection]);
    }
  });

  it("objects to addresses with trackers, passwords or blanks", () => {
    for (const value of ["https://x.example/?utm_source=a", "https://me:secret@x.example/", "https://localhost/", "https://x.example/a b"])
      expect(wrongWith({ contacts: [{ ...alone.contacts[1]!, kind: "site", value }] }), value).toEqual(["bad-form"]);
  });

  it("takes an exception with its reason, and objects once it is not needed", () => {
    const exceptions = { "undated-number": "The page that prints it has no date." };
    const undated = { ...alone, contacts: [{ ...call!, asOf: null }], exceptions };
    expect(objectionsTo({ programs: [undated], documents: [] })).toEqual({ findings: [], needless: [] });
    expect(objectionsTo({ programs: [{ ...alone, exceptions }], documents: [] }).needless).toEqual([
      { id: alone.id, objection: "undated-number" },
    ]);
  });

  it("refuses an exception without a reason, or from a check that does not exist", () => {
    const raw = JSON.parse(JSON.stringify(alone)) as object;
    expect(programSchema.safeParse({ ...raw, exceptions: { "long-sentence": "" } }).success).toBe(false);
    expect(programSchema.safeParse({ ...raw, exceptions: { grammar: "It is a quotation from the law." } }).success).toBe(false);
  });

  it("finds the shipped catalog clean", () => {
    const { findings, needless, refused } = verifyCatalog(catalogFolder);
    expect([...findings, ...needless, ...refused]).toEqual([]);
  });
});
