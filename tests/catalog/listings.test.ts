import { describe, expect, it } from "vitest";
import { documentIds, findDocument } from "../../src/library/find.ts";
import { assignableIds, facetValues } from "../../src/listing/vocabulary.ts";
import { findProgram, programIds } from "../../src/programs/find.ts";
import { searchPrograms } from "../../src/programs/search.ts";
import { emptyFilter } from "../../src/search/filter.ts";
import { openTestSite } from "../support/site.ts";
import { vocabulary } from "../support/vocabulary.ts";

/** Promises that the shipped catalog keeps. */

const site = openTestSite();
const { guidance, helpNow } = site.data;
const programs = programIds(site.data.db).map((id) => findProgram(site.data.db, id)!);
const documents = documentIds(site.data.db).map((id) => findDocument(site.data.db, id)!);
const known = { programs: new Set(programIds(site.data.db)), documents: new Set(documentIds(site.data.db)) };

describe("the shipped catalog", () => {
  it("holds what the project started from", () => {
    for (const id of ["montana-warm-line", "smart-recovery", "recover-project", "alcoholics-anonymous", "narcotics-anonymous"])
      expect(known.programs).toContain(id);
    for (const id of ["fvr-guide-mutual-aid", "nida-12-step-faq", "timko-aa-special-populations", "white-2009-peer-based-support"])
      expect(known.documents).toContain(id);
    for (const id of ["program-clearinghouse-example", "rhihub-mutual-support-page", "atq-study"]) expect(known.documents).toContain(id);
  });

  it("leads from help now and the guidance only to listings that exist", () => {
    const lost = [
      ...helpNow.flatMap(({ id, lines }) =>
        lines.filter(({ program }) => !known.programs.has(program)).map(({ program }) => `${id} → ${program}`),
      ),
      ...guidance.flatMap(({ id, library }) => library.filter((other) => !known.documents.has(other)).map((other) => `${id} → ${other}`)),
    ];
    expect(lost).toEqual([]);
  });

  it("has at least one program for every facet value", () => {
    const empty = ["category", "access", "format", "frequency", "help"].flatMap((facet) =>
      assignableIds(vocabulary, facet)
        .filter((value) => !programs.some((program) => value in program.facets[facet as "category"]))
        .map((value) => `${facet}=${value}`),
    );
    expect(empty).toEqual([]);
  });

  it("gives every program and every text a link to follow", () => {
    const linked = new Set(["site", "finder", "chat", "about"]);
    expect(programs.filter(({ contacts }) => !contacts.some(({ kind }) => linked.has(kind))).map(({ id }) => id)).toEqual([]);
    expect(documents.filter(({ links }) => links.length === 0)).toEqual([]);
  });

  it("says of what is for gambling, food, sex, money or nicotine alone that it is not for anybody", () => {
    const troubles = new Set(["gambling", "food", "sex", "spending", "nicotine"]);
    const alone = programs.filter(({ facets: { help } }) => {
      const values = Object.keys(help);
      return values.length > 0 && values.every((value) => troubles.has(value));
    });
    expect(alone.length).toBeGreaterThan(5);
    expect(alone.filter(({ scope }) => scope.who === "anybody").map(({ id }) => id)).toEqual([]);
  });

  it("claims no check that nobody made", () => {
    const claimed = programs.filter(({ contacts, lastCheck }) => lastCheck === null && contacts.some(({ confirmed }) => confirmed));
    expect(claimed.map(({ id }) => id)).toEqual([]);
  });

  it("gives nobody a number of a program that has closed, and says where to go instead", () => {
    const closed = programs.filter(({ status }) => status === "closed");
    expect(closed.length).toBeGreaterThan(0);
    for (const { contacts, related, fallback } of closed) {
      expect(contacts.filter(({ kind }) => ["call", "text", "tty"].includes(kind))).toEqual([]);
      expect(related.length + fallback.length).toBeGreaterThan(0);
    }
  });

  it("gives every unconfirmed phone line somebody else to call", () => {
    const lines = programs.filter(({ status, contacts }) => status === "unconfirmed" && contacts[0]!.kind === "call");
    expect(lines.filter(({ fallback }) => fallback.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it("never prints the Montana number of 2020 that was meant to last nine months", () => {
    expect(JSON.stringify(programs)).not.toContain("5030833");
    expect(JSON.stringify(programs)).not.toContain("503-0833");
  });

  it("shows the Montana Warm Line as it stood in 2020", () => {
    const line = findProgram(site.data.db, "montana-warm-line")!;
    expect(line.status).toBe("unconfirmed");
    expect(line.contacts[0]).toMatchObject({ kind: "call", value: "+18776883377", asOf: "2020-04", confirmed: false });
    expect(line.fallback[0]).toBe("988-lifeline");
  });

  it("finds the Guide to Mutual Aid Resources under each of its five categories", () => {
    const { category } = findDocument(site.data.db, "fvr-guide-mutual-aid")!.facets;
    expect(Object.keys(category)).toEqual(
      expect.arrayContaining(["faith-based", "gender-specific", "occupation-based", "secular", "youth-focused"]),
    );
  });

  it("leads from the guidance to programs that exist", () => {
    for (const { filter } of guidance.flatMap((section) => section.programs)) {
      const chosen = filter as Record<string, string[]>;
      for (const [facet, values] of Object.entries(chosen))
        for (const value of values) expect(facetValues(vocabulary, facet).map(({ id }) => id)).toContain(value);
      expect(searchPrograms(site.data.programs, { ...emptyFilter, chosen }).total, JSON.stringify(chosen)).toBeGreaterThan(0);
    }
  });
});
