import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBit, eachBit, noBits } from "../../../src/search/facets/bits.ts";
import { type Chosen, indexFacets, narrow } from "../../../src/search/facets/counts.ts";

const text = (en: string) => ({ en });
const value = (id: string, standsFor?: string[]) => ({
  id,
  label: text(id),
  phrase: text(id),
  meaning: text(id),
  ...(standsFor ? { standsFor } : {}),
});
const facets = [
  { name: "color", values: [value("red"), value("green"), value("warm", ["red", "orange"])], single: false },
  { name: "size", values: [value("small"), value("large")], single: false },
];

type Document = { color: string[]; size: string[] };
const anyDocument: fc.Arbitrary<Document> = fc.record({
  color: fc.subarray(["red", "green", "orange"]),
  size: fc.subarray(["small", "large"]),
});
const anyChosen: fc.Arbitrary<Chosen> = fc.record({
  color: fc.subarray(["red", "green", "warm", "unheard-of"]),
  size: fc.subarray(["small", "large"]),
});

const means = (id: string) => (id === "warm" ? ["red", "orange"] : [id]);
const fits = (document: Document, name: keyof Document, chosen: readonly string[]) =>
  chosen.length === 0 || chosen.some((id) => means(id).some((meant) => document[name].includes(meant)));

const indexOf = (documents: Document[]) =>
  indexFacets(
    facets,
    documents.length,
    documents.map(({ color, size }, at) => [at, [...color.map((id) => `color ${id}`), ...size.map((id) => `size ${id}`)].join("\n")]),
  );

function bitsOf(size: number, positions: number[]) {
  const bits = noBits(size);
  for (const position of positions) if (position < size) addBit(bits, position);
  return bits;
}

describe("narrowing by facets", () => {
  it("finds and counts what going through every document one by one finds", () => {
    fc.assert(
      fc.property(fc.array(anyDocument, { maxLength: 150 }), anyChosen, fc.option(fc.array(fc.nat(149))), (documents, chosen, picked) => {
        const within = (at: number) => picked === null || picked.includes(at);
        const candidates = picked ? bitsOf(documents.length, picked) : null;
        const { hits, total, counts } = narrow(indexOf(documents), chosen, candidates);

        const expected = documents.flatMap((document, at) =>
          within(at) && fits(document, "color", chosen["color"]!) && fits(document, "size", chosen["size"]!) ? [at] : [],
        );
        const found: number[] = [];
        eachBit(hits, (at) => void found.push(at));
        expect(found).toEqual(expected);
        expect(total).toBe(expected.length);

        const countOf = (name: "color" | "size", other: "color" | "size", id: string) =>
          documents.filter((document, at) => within(at) && fits(document, name, [id]) && fits(document, other, chosen[other]!)).length;
        expect(counts["color"]).toEqual(["red", "green", "warm"].map((id) => countOf("color", "size", id)));
        expect(counts["size"]).toEqual(["small", "large"].map((id) => countOf("size", "color", id)));
      }),
      { numRuns: 400 },
    );
  });
});
