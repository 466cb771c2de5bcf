// Church. cspell:ignore iglesia
import { describe, expect, it } from "vitest";
import { searchPrograms } from "../../../src/programs/search.ts";
import { parseFilter } from "../../../src/search/filter.ts";
import { openTestSite } from "../../support/site.ts";

const { programs } = openTestSite().data;
const search = (q: string) => searchPrograms(programs, parseFilter(programs, { q }));
const first = (q: string) => search(q).take(0, 5);

describe("a word that negates", () => {
  it.each(["besides church", "recovery without prayer", "not christian", "no god please", "isn't religious", "sin iglesia"])(
    "asks for the opposite of a belief: %s",
    (q) => {
      const found = first(q);
      expect(found[0]!.facets["category"]).toContain("secular");
      expect(found.filter(({ facets }) => facets["category"]!.includes("faith-based"))).toEqual([]);
    },
  );

  it.each(["other than AA", "besides alcoholics anonymous", "anything but twelve step"])("leaves out what is about it: %s", (q) => {
    const found = search(q).take(0, 20);
    expect(found.length).toBeGreaterThan(3);
    expect(found.map(({ id }) => id)).not.toContain("alcoholics-anonymous");
  });

  it("leaves out any listing by its name", () => {
    expect(first("apart from celebrate recovery").map(({ id }) => id)).not.toContain("celebrate-recovery");
  });

  it("is only a small word where what follows has no opposite", () => {
    expect(first("no job").map(({ id }) => id)).toEqual(first("job").map(({ id }) => id));
  });
});
