import { describe, expect, it } from "vitest";
import { idOf, uniqueIds } from "../../../src/feeds/meeting-guide/ids.ts";
import { noReport } from "../../support/repairs.ts";

describe("a record's part of an id", () => {
  it("has only small letters, digits and hyphens", () => {
    expect(idOf("Más%20Allá / 7pm", noReport)).toBe("mas-alla-7pm");
    expect(idOf("100%", noReport)).toBe("100");
    expect(idOf("日本", noReport)).toMatch(/^[a-f0-9]{8}$/);
  });

  it("keeps two long names apart that begin alike", () => {
    const [one, two] = ["a", "b"].map((end) => idOf("step-".repeat(30) + end, noReport));
    expect(one).not.toBe(two);
    expect([one!.length <= 80, two!.length <= 80]).toEqual([true, true]);
  });

  it("is made unique by its order, and never takes one that is another's own", () => {
    expect(uniqueIds(["a", "a", "a-2", "a", "b"])).toEqual(["a", "a-3", "a-2", "a-4", "b"]);
    expect(uniqueIds(["x".repeat(80), "x".repeat(80)])[1]).toBe(`${"x".repeat(78)}-2`);
  });
});
