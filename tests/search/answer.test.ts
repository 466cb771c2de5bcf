import { describe, expect, it } from "vitest";
import { searchPrograms } from "../../src/programs/search.ts";
import { emptyFilter, parseFilter } from "../../src/search/filter.ts";
import { openTestSite } from "../support/site.ts";

const { programs } = openTestSite().data;
const withoutOf = (query: Record<string, string[]>) => searchPrograms(programs, parseFilter(programs, query)).without();

describe("what there is without each choice", () => {
  it("is what the same question without it finds", () => {
    const query = { format: ["app"], category: ["recovery-center"] };
    const [app, center] = withoutOf(query);
    const totalOf = (chosen: Record<string, string[]>) => searchPrograms(programs, { ...emptyFilter, chosen }).total;
    expect(app).toEqual({ facet: "format", value: "app", total: totalOf({ category: ["recovery-center"] }) });
    expect(center).toEqual({ facet: "category", value: "recovery-center", total: totalOf({ format: ["app"] }) });
  });

  it("is counted for a dozen choices at most", () => {
    const every = Object.fromEntries(programs.facets.map(({ name, values }) => [name, values.map(({ id }) => id)]));
    expect(withoutOf(every)).toHaveLength(12);
  });

  it("is not counted for an unknown value beside others, which makes no difference", () => {
    expect(withoutOf({ format: ["app", "telegraph"], category: ["witchcraft", "alchemy"] })).toMatchObject([{ value: "app" }]);
    expect(withoutOf({ category: ["witchcraft"] })).toEqual([{ facet: "category", value: "witchcraft", total: programs.rows.length }]);
  });
});
