import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawReference, referenceKey } from "../../src/reports/reference.ts";

const words = readFileSync(new URL("../../data/reports/reference-words.txt", import.meta.url), "utf8")
  .trimEnd()
  .split("\n");

describe("the words of references", () => {
  it("are short and plain, told apart by their first four letters, and enough for 30 bits in three", () => {
    expect(words.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([]);
    expect(new Set(words.map((word) => word.slice(0, 4))).size).toBe(words.length);
    expect(3 * Math.log2(words.length)).toBeGreaterThanOrEqual(30);
  });

  it("say nothing of what readers come here to get away from", () => {
    const unkind = ["abuse", "addict", "alcohol", "drunk", "drink", "drug", "dose", "clean", "needle", "pill", "ugly", "victim", "wine"];
    expect(words.filter((word) => unkind.includes(word))).toEqual([]);
  });
});

describe("a reference", () => {
  it("is three of them, another one each time", () => {
    const drawn = Array.from({ length: 500 }, drawReference);
    expect(drawn.filter((reference) => reference.split("-").filter((word) => words.includes(word)).length !== 3)).toEqual([]);
    expect(new Set(drawn).size).toBe(500);
  });

  it.each(["amber-mesa-heron", "Amber Mesa Heron", " AMBER, mesa. heron ", "amber_mesa+heron", "ambergris mesas heroic"])(
    "is understood as %s",
    (typed) => expect(referenceKey(typed)).toBe("ambe-mesa-hero"),
  );

  it.each(["", "amber", "amber-mesa", "amber-mesa-heron-four", "123-456-789", "💡-💡-💡"])("is not %j", (typed) => {
    expect(referenceKey(typed)).toBeNull();
  });
});
