import { describe, expect, it } from "vitest";
import { searchPrograms } from "../../../src/programs/search.ts";
import { emptyFilter } from "../../../src/search/filter.ts";
import { openTestSite } from "../../support/site.ts";

const { programs } = openTestSite().data;
const search = (q: string) => searchPrograms(programs, { ...emptyFilter, q });

describe("words that are a filter", () => {
  it("are searched as words where the filter would leave nothing of the list", () => {
    for (const q of ["app for farmers", "by mail gambling", "church app"]) {
      const { understood, total } = search(q);
      expect(understood!.impliedFilters, q).toEqual([]);
      expect(total, q).toBeGreaterThan(0);
    }
  });

  it("give way to what is called by its name, and only those that would leave nothing about it", () => {
    const filters = (q: string) => search(q).understood!.impliedFilters.map(({ value }) => value);
    expect(filters("aa meeting by phone")).toEqual([]);
    expect(search("aa meeting by phone").take(0, 1)[0]!.id).toBe("alcoholics-anonymous");
    expect(filters("na meeting near me tonight")).toEqual(["in-person"]);
    expect(filters("al-anon by phone")).toEqual(["phone"]);
    expect(search("na meeting near me tonight").understood!.dropped).not.toContain("me");
  });

  it("stay a filter where it leaves something", () => {
    expect(search("spanish benzos").understood!.impliedFilters).toMatchObject([{ facet: "language", value: "es" }]);
  });
});
