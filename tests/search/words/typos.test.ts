import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "../../../src/search/words/edit-distance.ts";
import { correctionFor } from "../../../src/search/words/typos.ts";

const word = fc.string({ unit: fc.constantFrom("a", "b", "s", "é", "7"), minLength: 3, maxLength: 10 });

describe("the word that was meant", () => {
  it("is one slip away, or two in a long word, wherever such a word is known", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), word, (known, typed) => {
        const furthest = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
        const near = known.filter((one) => one.length >= 4 && furthest > 0 && editDistance(typed, one, furthest) <= furthest);
        const meant = correctionFor(
          typed,
          known.map((one) => [one, 1] as const),
        );
        if (near.length === 0) expect(meant).toBeNull();
        else expect(near).toContain(meant);
      }),
      { numRuns: 2000 },
    );
  });
});
