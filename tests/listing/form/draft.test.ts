import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogFolder, readListings } from "../../../src/catalog/read.ts";
import { documentSchema } from "../../../src/library/document.ts";
import { draftOf } from "../../../src/listing/form/draft.ts";
import { keepOrder } from "../../../src/listing/form/keep-order.ts";
import { addRow, dropBlankRows, raiseRow, removeRow } from "../../../src/listing/form/rows.ts";
import { shapeOfSchema } from "../../../src/listing/form/shape.ts";
import { type FormValues, valuesOf } from "../../../src/listing/form/values.ts";
import { programSchema } from "../../../src/programs/program.ts";
import { vocabulary } from "../../support/vocabulary.ts";

/** A form and the listing that it was made from are the same thing, written in two ways. */

const kinds = [
  { kind: "program", folder: "programs", schema: programSchema(vocabulary) },
  { kind: "document", folder: "library", schema: documentSchema(vocabulary) },
].map(({ schema, folder, ...kind }) => ({
  ...kind,
  schema,
  shape: shapeOfSchema(schema),
  listings: readListings<{ id: string }>(join(catalogFolder, folder), schema).listings,
}));

const [programs] = kinds as [(typeof kinds)[number]];
const smart = programs.listings.find(({ id }) => id === "smart-recovery")!;

/** As a browser sends it: in the order of the page, which is not that of the listing. */
const shuffled = (values: FormValues): FormValues => new Map([...values].toReversed());

describe.each(kinds)("every $kind of the catalog", ({ listings, schema, shape }) => {
  it("is the same after a form", () => {
    expect(listings.length).toBeGreaterThan(50);
    for (const listing of listings) expect(draftOf(shape, valuesOf(shape, listing))).toEqual(listing);
  });

  it("is the same to the letter, in whatever order its fields were sent", () => {
    for (const listing of listings) {
      const draft = keepOrder(shape, listing, draftOf(shape, shuffled(valuesOf(shape, listing))));
      expect(JSON.stringify(schema.parse(draft))).toBe(JSON.stringify(listing));
    }
  });

  it("has the same form after the listing", () => {
    for (const listing of listings) {
      const values = valuesOf(shape, listing);
      expect(valuesOf(shape, draftOf(shape, values))).toEqual(values);
    }
  });
});

describe("the rows of a form", () => {
  const { shape } = programs;
  const values = valuesOf(shape, smart);

  it("that are empty are no part of the draft, wherever they are", () => {
    const withRows = ["contacts", "contacts.0.hours.times", "sources", "description", "alsoKnownAs"].reduce(addRow, values);
    expect(withRows.size).toBe(values.size + 5);
    expect(draftOf(shape, withRows)).toEqual(smart);
    expect(new Map([...dropBlankRows(shape, withRows)].sort())).toEqual(new Map([...values].sort()));
  });

  it("are numbered as those of the draft are, once the empty ones are gone", () => {
    const moved = raiseRow(addRow(values, "description"), `description.${rowsOf(values, "description")}`);
    const gap = dropBlankRows(shape, moved);
    expect(gap.get("description.0.en")).toBe(values.get("description.0.en"));
    expect(draftOf(shape, gap)).toEqual(smart);
  });

  it("move up and go, with all that is typed in them", () => {
    const raised = raiseRow(values, "contacts.1");
    expect(raised.get("contacts.0.value")).toBe(values.get("contacts.1.value"));
    expect(raised.get("contacts.1.source")).toBe(values.get("contacts.0.source"));
    expect(draftOf(shape, removeRow(raised, "contacts.1"))).toEqual(draftOf(shape, removeRow(values, "contacts.0")));
    expect(raiseRow(values, "contacts.0")).toEqual(values);
    expect(removeRow(values, "contacts.999")).toEqual(values);
  });

  it("are no more than a form can hold, whatever their number", () => {
    expect(
      draftOf(shape, new Map([...values, ["contacts.999999999.value", "x"], ["contacts.-1.value", "x"], ["contacts.a.value", "x"]])),
    ).toEqual(smart);
  });
});

function rowsOf(values: FormValues, list: string): number {
  return new Set([...values.keys()].filter((name) => name.startsWith(`${list}.`)).map((name) => name.split(".")[1])).size;
}
