import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogFolder, readListings } from "../../../src/catalog/read.ts";
import { differencesOf } from "../../../src/listing/compare/differences.ts";
import { merge, type Side } from "../../../src/listing/compare/merge.ts";
import { shapeOfSchema } from "../../../src/listing/form/shape.ts";
import { type Program, programSchema } from "../../../src/programs/program.ts";
import { vocabulary } from "../../support/vocabulary.ts";

const schema = programSchema(vocabulary);
const shape = shapeOfSchema(schema);
const programs = readListings<Program>(join(catalogFolder, "programs"), schema).listings;
const before = programs.find(({ id }) => id === "smart-recovery")!;

/** The listing as somebody left it. */
const edited = (edit: (program: Program) => void): Program => {
  const copy = structuredClone(before);
  edit(copy);
  return copy;
};
const merged = (theirs: Program, mine: Program, side: Side = "mine") => {
  const { value, clashes } = merge(shape, { before, theirs, mine }, () => side);
  return { value: value as Program, clashes: clashes.map(({ field }) => field) };
};
const placesOf = (after: Program) => differencesOf(shape, before, after).map(({ field }) => field);

describe("what differs", () => {
  it("is nothing where nothing was changed", () => {
    for (const program of programs) expect(differencesOf(shape, program, structuredClone(program))).toEqual([]);
  });

  it("is each field by its name", () => {
    const after = edited((program) => {
      program.summary = { en: "Another sentence." };
      program.cost = null;
      program.facets.category["secular"] = "Another fact";
    });
    expect(placesOf(after).sort()).toEqual(["cost", "facets.category.secular", "summary"]);
  });

  it("is one contact where one is put before all others", () => {
    const contact = { ...before.contacts[0]!, value: "https://new.example" };
    const found = differencesOf(
      shape,
      before,
      edited(({ contacts }) => void contacts.unshift(contact)),
    );
    expect(found).toMatchObject([{ field: "contacts", before: undefined, after: { value: "https://new.example" } }]);
  });

  it("is the number alone where a number was corrected", () => {
    const after = edited(({ contacts }) => {
      contacts[0]!.value = "https://new.example";
    });
    expect(differencesOf(shape, before, after)).toMatchObject([{ field: "contacts.value", after: "https://new.example" }]);
  });

  it("is the order where only the order differs, and nothing where the order says nothing", () => {
    expect(placesOf(edited(({ related }) => void related.reverse()))).toEqual(["related"]);
    const { help } = before.facets;
    const turned = edited(({ facets }) => {
      facets.help = Object.fromEntries(Object.entries(help).reverse());
    });
    expect(placesOf(turned)).toEqual([]);
  });
});

describe("two edits of one listing", () => {
  it("of two fields are both kept", () => {
    const theirs = edited((program) => {
      program.summary = { en: "Theirs is this." };
    });
    const mine = edited((program) => {
      program.contacts[0]!.asOf = "2026";
    });
    expect(merged(theirs, mine)).toEqual({ value: { ...mine, summary: { en: "Theirs is this." } }, clashes: [] });
  });

  it("of one field are a clash, and either can be taken", () => {
    const theirs = edited((program) => {
      program.name = "Theirs";
    });
    const mine = edited((program) => {
      program.name = "Mine";
    });
    expect(merged(theirs, mine)).toEqual({ value: mine, clashes: ["name"] });
    expect(merged(theirs, mine, "theirs")).toEqual({ value: theirs, clashes: ["name"] });
    expect(merged(theirs, mine, "before")).toEqual({ value: before, clashes: ["name"] });
  });

  it("that correct one number in two ways are a clash, not two numbers", () => {
    const theirs = edited(({ contacts }) => {
      contacts[0]!.value = "https://theirs.example";
    });
    const mine = edited(({ contacts }) => {
      contacts[0]!.value = "https://mine.example";
    });
    expect(merged(theirs, mine)).toEqual({ value: mine, clashes: ["contacts.value"] });
  });

  it("that each add something keep both", () => {
    const source = (url: string) => ({ url, supports: { en: "What it supports" }, date: null });
    const theirs = edited(({ sources }) => void sources.push(source("https://theirs.example")));
    const mine = edited(({ sources }) => void sources.push(source("https://mine.example")));
    const { value, clashes } = merged(theirs, mine);
    expect(clashes).toEqual([]);
    expect(value.sources.slice(-2).map(({ url }) => url)).toEqual(["https://theirs.example", "https://mine.example"]);
    expect(value.sources).toHaveLength(before.sources.length + 2);
  });

  it("are a clash where one removes what the other changed, and not where the other left it alone", () => {
    const removed = edited(({ contacts }) => void contacts.splice(1, 1));
    const changed = edited(({ contacts }) => {
      contacts[1]!.asOf = "2026";
    });
    expect(merged(removed, changed)).toEqual({ value: changed, clashes: ["contacts"] });
    expect(merged(changed, removed)).toEqual({ value: removed, clashes: ["contacts"] });
    expect(merged(removed, before)).toEqual({ value: removed, clashes: [] });
    expect(merged(before, removed)).toEqual({ value: removed, clashes: [] });
  });

  it("keep a new order beside another change", () => {
    const turned = edited(({ contacts }) => void contacts.reverse());
    const named = edited((program) => {
      program.contacts[0]!.asOf = "2026";
    });
    const both = edited((program) => {
      program.contacts[0]!.asOf = "2026";
      program.contacts.reverse();
    });
    expect(merged(named, turned)).toEqual({ value: both, clashes: [] });
    expect(merged(turned, named)).toEqual({ value: both, clashes: [] });
  });
});
