import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBit, allBits, type Bits, countBits, countBoth, noBits } from "../../../src/search/facets/bits.ts";

const size = fc.integer({ min: 0, max: 1100 });
const anySet = (size: number) => fc.array(fc.boolean(), { minLength: size, maxLength: size, size: "max" });

function setOf(has: readonly boolean[]): Bits {
  const bits = noBits(has.length);
  for (const [position, is] of has.entries()) if (is) addBit(bits, position);
  return bits;
}

describe("counting what two sets share", () => {
  it("is exact, whatever the sets and however many words they take", () => {
    const twoSets = size.chain((size) => fc.tuple(anySet(size), anySet(size)));
    fc.assert(
      fc.property(twoSets, ([a, b]) => {
        expect(countBoth(setOf(a), setOf(b))).toBe(a.filter((is, at) => is && b[at]).length);
      }),
    );
  });

  it("carries all the way where every bit is one", () => {
    fc.assert(
      fc.property(size, (size) => {
        expect(countBoth(allBits(size), allBits(size))).toBe(size);
        expect(countBits(allBits(size))).toBe(size);
      }),
    );
  });
});
