import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listOf } from "../../../src/search/facets/bits.ts";
import { type FoundTerm, type Sums, sumUp, sumUpEnough } from "../../../src/search/words/sums.ts";

const size = 60;
const term = { typed: "word", prefixes: [], phrases: ["word"], synonyms: [], weight: 1, negated: false };

const anyTerm = fc
  .record({ positions: fc.uniqueArray(fc.nat(size - 1), { maxLength: size }), weight: fc.integer({ min: 1, max: 9 }) })
  .map(({ positions, weight }): FoundTerm => {
    const list = Uint32Array.from(positions).sort();
    return { term, positions: list, frequencies: Float32Array.from(list, (position) => 1 + (position % 3)), weight };
  });

const scoreIn = ({ positions, scores }: Sums, position: number) => scores[positions.indexOf(position)];

describe("what is added up of the terms", () => {
  it("is enough for the same listings, with the same scores, whether or not all that have a term are looked at", () => {
    fc.assert(
      fc.property(fc.array(anyTerm, { maxLength: 5 }), fc.constantFrom(0.1, 0.5, 0.8, 1), (found, share) => {
        const [all, some] = [sumUp(found, found, size, share), sumUpEnough(found, size, share)];
        const having = (position: number) => found.filter(({ positions }) => positions.includes(position));
        const covered = Array.from({ length: size }, (_, position) => having(position).reduce((sum, { weight }) => sum + weight, 0));
        const most = Math.max(...covered);
        const enough = [...covered.keys()].filter(
          (position) => covered[position]! >= share * most * (1 - 1e-5) && (found.length === 0 || covered[position]! > 0),
        );
        for (const sums of [all, some]) {
          expect(sums.mostCovered).toBe(most);
          expect([...listOf(sums.bits)]).toEqual(enough);
          for (const position of enough) {
            const plain = having(position).reduce((sum, { weight }) => sum + weight * (1 + (position % 3)), 0);
            expect(scoreIn(sums, position)).toBe(plain);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("looks only at what has the rare word, where a common one says little beside it", () => {
    const listOfAll = Uint32Array.from({ length: size }, (_, position) => position);
    const common = { term, positions: listOfAll, frequencies: new Float32Array(size).fill(2), weight: 1 };
    const rare = { ...common, positions: Uint32Array.of(7, 21), frequencies: Float32Array.of(1, 1), weight: 3 };
    expect(sumUpEnough([common, rare], size, 0.8)).toMatchObject({ positions: Uint32Array.of(7, 21), scores: Float64Array.of(5, 5) });
  });

  it("begins anew with each question", () => {
    const terms = [1, 2].map((weight) => ({ term, positions: Uint32Array.of(3, 9), frequencies: Float32Array.of(1, 4), weight }));
    expect(sumUpEnough(terms, size, 0.8)).toEqual(sumUpEnough(terms, size, 0.8));
  });
});
