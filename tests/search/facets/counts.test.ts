import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBit, allBits, eachBit, noBits } from "../../../src/search/facets/bits.ts";
import { type Chosen, countLeft, hitsOf, indexFacets } from "../../../src/search/facets/counts.ts";
import { countGroups, type Groups, groupRows, positionsIn } from "../../../src/search/facets/groups.ts";
import { firstOfGroups, inOrderOf } from "../../../src/search/order.ts";

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

const indexOf = (documents: Document[], groups: Groups | null = null) =>
  indexFacets(
    facets,
    documents.length,
    documents.map(({ color, size }, at) => [at, [...color.map((id) => `color ${id}`), ...size.map((id) => `size ${id}`)].join("\n")]),
    groups,
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
        const index = indexOf(documents);
        const hits = hitsOf(index, chosen, candidates);
        const { total, counts } = countLeft(index, chosen, candidates);

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

describe("documents in groups", () => {
  const anyGroup = fc.nat(12).map((group) => Math.max(0, group - 6));
  const rows = fc.array(fc.tuple(anyDocument, fc.oneof(anyGroup, fc.integer({ min: 100 }))), { maxLength: 150 });
  /** Half of the lists have facets whose options are those of the whole group. */
  const wholeIn = (some: [Document, number][], names: readonly (keyof Document)[]) =>
    some.map(([document, group]): [Document, number] => {
      const [first] = some.find(([, other]) => other === group)!;
      return [{ ...document, ...Object.fromEntries(names.map((name) => [name, first[name]])) }, group];
    });
  const grouped = fc.tuple(rows, fc.subarray<keyof Document>(["color", "size"])).map(([some, names]) => wholeIn(some, names));

  it("are in one group each, in the order of the list", () => {
    fc.assert(
      fc.property(fc.array(anyGroup, { maxLength: 150 }), (keys) => {
        const groups = groupRows(keys);
        const members = [...new Set(groups.of)].map((group) => positionsIn(groups, group));
        expect(members.flat().sort((a, b) => a - b)).toEqual([...keys.keys()]);
        for (const positions of members) {
          expect(positions).toEqual(keys.flatMap((key, at) => (key === keys[positions[0]!] ? [at] : [])));
        }
      }),
    );
  });

  it("are found one by one, and count once for each group and option", () => {
    fc.assert(
      fc.property(grouped, anyChosen, fc.option(fc.array(fc.nat(149))), (rows, chosen, picked) => {
        const documents = rows.map(([document]) => document);
        const groups = groupRows(rows.map(([, group]) => group));
        const candidates = picked ? bitsOf(documents.length, picked) : null;
        const index = indexOf(documents, groups);
        const hits = hitsOf(index, chosen, candidates);
        const { total, counts } = countLeft(index, chosen, candidates);
        expect(hits).toEqual(hitsOf(indexOf(documents), chosen, candidates));

        const groupsWith = (isFit: (document: Document) => boolean) =>
          new Set(rows.flatMap(([document, group], at) => ((!picked || picked.includes(at)) && isFit(document) ? [group] : []))).size;
        const isChosen = (document: Document, name: keyof Document) => fits(document, name, chosen[name]!);
        expect(total).toBe(groupsWith((document) => isChosen(document, "color") && isChosen(document, "size")));
        expect(countGroups(groups, hits)).toBe(total);
        const countOf = (name: "color" | "size", other: "color" | "size", id: string) =>
          groupsWith((document) => fits(document, name, [id]) && isChosen(document, other));
        expect(counts["color"]).toEqual(["red", "green", "warm"].map((id) => countOf("color", "size", id)));
        expect(counts["size"]).toEqual(["small", "large"].map((id) => countOf("size", "color", id)));
      }),
      { numRuns: 400 },
    );
  });

  it("are taken by the first of each group that comes in some order", () => {
    const keys = [7, 8, 7, 9, 8];
    const order = inOrderOf(Uint32Array.of(4, 2, 0, 1, 3));
    const hits = allBits(keys.length);
    expect(firstOfGroups(groupRows(keys), order, hits)).toEqual([4, 2, 3]);
    expect(firstOfGroups(groupRows(keys), order, hits, 1, 1)).toEqual([2]);
    expect(firstOfGroups(groupRows(keys), order, hits, 1, 0)).toEqual([]);
    expect(firstOfGroups(groupRows(keys), order, hits, 4, 1)).toEqual([]);
    expect(firstOfGroups(null, order, hits)).toEqual([4, 2, 0, 1, 3]);
  });
});
