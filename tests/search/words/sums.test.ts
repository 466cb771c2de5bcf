import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listOf } from "../../../src/search/facets/bits.ts";
import { coveredSoMuch, type FoundTerm, sumUp, sumUpEnough } from "../../../src/search/words/sums.ts";

const size = 60;
const term = { typed: "word", prefixes: [], phrases: ["word"], synonyms: [], weight: 1, negated: false };

const anyTerm = fc
  .record({ positions: fc.uniqueArray(fc.nat(size - 1), { maxLength: size }), weight: fc.integer({ min: 1, max: 9 }) })
  .map(({ positions, weight }): FoundTerm => {
    const list = Uint32Array.from(positions).sort();
    return { term, positions: list, frequencies: Float32Array.from(list, (position) => 1 + (position % 3)), weight };
  });

describe("what is added up of the terms", () => {
  it("is enough for the same listings, with the same scores, whether or not all that have a term are looked at", () => {
    fc.assert(
      fc.property(fc.array(anyTerm, { maxLength: 5 }), fc.constantFrom(0.5, 0.8, 1), (found, share) => {
        const [all, some] = [sumUp(found, found, size), sumUpEnough(found, size, share)];
        expect(some.mostCovered).toBe(all.mostCovered);
        const enough = listOf(coveredSoMuch(all, size, share * all.mostCovered));
        expect(listOf(coveredSoMuch(some, size, share * some.mostCovered))).toEqual(enough);
        const scoreIn = ({ positions, scores }: typeof all, position: number) => scores[positions.indexOf(position)];
        for (const position of enough) expect(scoreIn(some, position)).toBe(scoreIn(all, position));
        const plain = (position: number) =>
          found.reduce((sum, { positions, weight }) => sum + (positions.includes(position) ? weight * (1 + (position % 3)) : 0), 0);
        for (const position of enough) expect(scoreIn(all, position)).toBe(plain(position));
      }),
      { numRuns: 300 },
    );
  });

  it("looks only at what has the rare word, where a common one says little beside it", () => {
    const listOfAll = Uint32Array.from({ length: size }, (_, position) => position);
    const common = { term, positions: listOfAll, frequencies: new Float32Array(size).fill(1), weight: 1 };
    const rare = { ...common, positions: Uint32Array.of(7, 21), frequencies: Float32Array.of(1, 1), weight: 3 };
    expect([...sumUpEnough([common, rare], size, 0.8).positions]).toEqual([7, 21]);
  });
});
