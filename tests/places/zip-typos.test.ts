import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zipsOneSlipFrom } from "../../src/places/zip-typos.ts";
import { editDistance } from "../../src/search/words/edit-distance.ts";

describe("slips in a name", () => {
  it.each([
    ["bigfork", "bigfork", 0],
    ["bigfrok", "bigfork", 1],
    ["bigfor", "bigfork", 1],
    ["biggfork", "bigfork", 1],
    ["bigfirk", "bigfork", 1],
    ["bgifrok", "bigfork", 2],
    ["", "ab", 2],
  ])("are between %j and %j %i", (a, b, slips) => {
    expect(editDistance(a, b, 2)).toBe(slips);
  });

  it("are as many either way, and more than the maxDistance where it stops counting", () => {
    const name = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        const all = editDistance(a, b, 20);
        expect(editDistance(b, a, 20)).toBe(all);
        const some = editDistance(a, b, 2);
        if (all <= 2) expect(some).toBe(all);
        else expect(some).toBeGreaterThan(2);
      }),
    );
  });
});

describe("slips in a ZIP code", () => {
  it("are two digits swapped, the nearest first, then one wrong", () => {
    const slips = zipsOneSlipFrom("59191");
    expect(slips.slice(0, 2)).toEqual(["59119", "59911"]);
    expect(slips).toContain("59101");
    expect(slips).not.toContain("59191");
    expect(new Set(slips).size).toBe(slips.length);
  });

  it("are a zero lost in front before any other digit lost", () => {
    expect(zipsOneSlipFrom("2134")[0]).toBe("02134");
    expect(zipsOneSlipFrom("2134")).toContain("21354");
  });

  it("are one digit too many", () => {
    expect(zipsOneSlipFrom("599111")).toEqual(["59911", "59111", "99111"]);
  });
});
