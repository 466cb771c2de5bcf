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

  it("stay a filter where it leaves something", () => {
    expect(search("spanish benzos").understood!.impliedFilters).toMatchObject([{ facet: "language", value: "es" }]);
  });
});
