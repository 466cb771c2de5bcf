import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unlessRepeated } from "../../../src/feeds/values/areas.ts";
import { plainWords } from "../../../src/places/town.ts";

const part = fc.constantFrom(
  "123 Main St.",
  "“Élan” House",
  "St. Paul",
  "saint paul",
  "MN",
  "55101",
  "(Bigfork)",
  "bigfork",
  "O’Brien’s",
  "obriens",
);

describe("the name of a building", () => {
  it("is left out where it is the same words as its street, town, state or ZIP code, or several of these in a row", () => {
    expect(unlessRepeated("bigfork MT", "1 Main St", "Bigfork", "MT", null)).toBeNull();
    expect(unlessRepeated("(Bigfork)", null, "bigfork", "MT", null)).toBeNull();
    expect(unlessRepeated("Bigfork Grange", null, "Bigfork", "MT", null)).toBe("Bigfork Grange");
    expect(unlessRepeated(null, "Bigfork")).toBeNull();
  });

  it("is what comparing all rows of words says", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), fc.array(fc.option(part), { maxLength: 4 }), (own, said) => {
        const name = own.join(" ");
        const words = said.filter((one) => one !== null).map((one) => plainWords(one).join(" "));
        const rows = words.flatMap((_, from) => words.slice(from).map((_, more) => words.slice(from, from + more + 1).join(" ")));
        expect(unlessRepeated(name, ...said)).toBe(rows.includes(plainWords(name).join(" ")) ? null : name);
      }),
      { numRuns: 300 },
    );
  });
});
