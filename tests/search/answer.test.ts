import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchDocuments } from "../../src/library/search.ts";
import { searchMeetings } from "../../src/meetings/search.ts";
import { searchPrograms } from "../../src/programs/search.ts";
import type { Answer } from "../../src/search/answer.ts";
import { emptyFilter, type Filter, type ListSchema, parseFilter, toggle } from "../../src/search/filter.ts";
import { openSiteWithMeetings } from "../support/meetings.ts";

const site = openSiteWithMeetings();
const { programs, documents, meetings } = site.data;
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

describe("the count beside an option", () => {
  const lists: [name: string, list: ListSchema, search: (filter: Filter) => Answer<unknown>][] = [
    ["programs", programs, (filter) => searchPrograms(programs, filter)],
    ["documents", documents, (filter) => searchDocuments(documents, filter)],
    ["meetings", meetings, (filter) => searchMeetings(meetings, { filter, from: null, night: null }, site.now())],
  ];
  /** Words that are filters, that are filters and more, that are neither, and that nothing has. */
  const words = [
    "phone",
    "online",
    "spanish",
    "monday",
    "evening",
    "daily",
    "montana",
    "secular",
    "aa",
    "women",
    "drinking",
    "group",
    "zzzzz",
  ];
  const typed = fc.array(fc.constantFrom(...words), { maxLength: 3 }).map((some) => some.join(" "));
  const beside = (list: ListSchema, search: (filter: Filter) => Answer<unknown>, filter: Filter) => {
    const { counts } = search(filter);
    return list.facets.flatMap((facet) =>
      facet.values.map(({ id }, at) => ({ filter, facet, value: id, count: counts[facet.name]![at]! })),
    );
  };

  it.each(lists)("of %s is what choosing it shows, whatever was typed and chosen", (_, list, search) => {
    const values = list.facets.flatMap(({ name, values }) => values.map(({ id }) => [name, id] as const));
    const chosen = fc.array(fc.constantFrom(...values), { maxLength: 2 });
    const check = (q: string, choices: (readonly [string, string])[]) => {
      const filter = choices.reduce((asked, [name, id]) => toggle(list, asked, name, id), { ...emptyFilter, q });
      for (const { facet, value, count } of beside(list, search, filter)) {
        const already = filter.chosen[facet.name] ?? [];
        if (already.includes(value)) continue;
        const { total } = search(toggle(list, filter, facet.name, value));
        const said = `${JSON.stringify(filter)} and ${facet.name}=${value}`;
        if (already.length === 0 || facet.single) expect(total, said).toBe(count);
        else expect(total, said).toBeGreaterThanOrEqual(count);
      }
    };
    fc.assert(fc.property(typed, chosen, check), {
      numRuns: 40,
      examples: [
        ["phone", [["access", "online-from-home"]]],
        ["zzzzz phone", []],
      ],
    });
  });
});
