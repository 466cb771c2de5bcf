import { describe, expect, it } from "vitest";
import { pageCount, pageSize, pageStart } from "../../../src/pages/results/list-page.ts";
import { searchPrograms } from "../../../src/programs/search.ts";
import { parseFilter } from "../../../src/search/filter.ts";
import { openTestSite } from "../../support/site.ts";

const site = openTestSite();
const search = (query: Record<string, string>) => {
  const filter = parseFilter(site.data.programs, query);
  const answer = searchPrograms(site.data.programs, filter);
  return { ...answer, pages: pageCount(answer.total), cards: answer.take(pageStart(filter), pageSize) };
};
const ids = (q: string) => search({ q }).cards.map(({ id }) => id);

describe("searching programs", () => {
  it("puts a program first that is called so", () => {
    expect(ids("smart recovery")[0]).toBe("smart-recovery");
    expect(ids("montana warm line")[0]).toBe("montana-warm-line");
    expect(ids("al-anon")[0]).toBe("al-anon");
  });

  it("knows other names and category words", () => {
    expect(ids("montana warmline")[0]).toBe("montana-warm-line");
    expect(ids("Self-Management and Recovery Training")[0]).toBe("smart-recovery");
    expect(ids("secular")).toContain("lifering");
  });

  it("finds word stems", () => {
    expect(ids("gambling")).toEqual(expect.arrayContaining(ids("gamblers")));
    expect(ids("meetings")).toEqual(ids("meeting"));
  });

  it("finds the beginning of a word, but does not take one short word for another", () => {
    expect(ids("alcoholi")).toContain("alcoholics-anonymous");
    expect(ids("buddh")).toContain("recovery-dharma");
    const men = search({ q: "men" }).total;
    expect(men).toBeLessThan(search({ q: "mental" }).total + men);
    expect(ids("men")).not.toContain("988-lifeline");
  });

  it("makes no difference between apostrophes, accents and capitals", () => {
    expect(ids("WOMEN’S")).toEqual(ids("womens"));
    expect(ids("women's")).toEqual(ids("womens"));
    expect(ids("Récóvery")).toEqual(ids("recovery"));
  });

  it("puts what has every word first, and what has some of them after it", () => {
    const found = ids("secular women");
    expect(found[0]).toBe("women-for-sobriety");
    expect(found).toContain("she-recovers");
  });

  it("asks for every word where they are taken exactly", () => {
    const both = search({ q: "secular women", exact: "1" });
    expect(both.total).toBeGreaterThan(0);
    expect(both.total).toBeLessThan(search({ q: "secular", exact: "1" }).total);
    for (const { id } of both.cards) expect(search({ q: "women", exact: "1" }).cards.map((card) => card.id)).toContain(id);
  });

  it("does not let one listing that has every small word hide what was meant", () => {
    const { cards, total } = search({ q: "AA or NA" });
    expect(cards.slice(0, 3).map(({ id }) => id)).toEqual(expect.arrayContaining(["alcoholics-anonymous", "narcotics-anonymous"]));
    expect(total).toBeGreaterThan(10);
  });

  it("finds nothing, and does not fail, for what is no word at all", () => {
    for (const q of ['"', "NEAR(", "* AND OR NOT", "a:b", "^x", "🤝", "שלום", "'; DROP TABLE programs", "(", "{}", "-", "\\"]) {
      expect(() => search({ q })).not.toThrow();
    }
    expect(search({ q: "🤝" }).total).toBe(0);
  });

  it("narrows the words' hits by facets, and counts within them", () => {
    const all = search({ q: "recovery" });
    const byPhone = search({ q: "recovery", format: "phone" });
    const at = site.data.programs.facets.find(({ name }) => name === "format")!.values.findIndex(({ id }) => id === "phone");
    expect(byPhone.total).toBe(all.counts["format"]![at]);
    expect(byPhone.total).toBeGreaterThan(0);
    expect(byPhone.total).toBeLessThan(all.total);
  });
});

describe("the order of programs", () => {
  it("begins with what any phone reaches at any hour, and ends with what has closed", () => {
    const first = search({}).cards[0]!;
    expect(first.facets["access"]).toEqual(expect.arrayContaining(["any-phone", "any-hour"]));
    const { pages } = search({});
    expect(search({ page: String(pages) }).cards.at(-1)!.status).toBe("closed");
  });

  it("puts a state's own programs before the nationwide ones", () => {
    const { cards } = search({ state: "MT" });
    const own = cards.map(({ states }) => states !== "nationwide");
    expect(own[0]).toBe(true);
    expect(own.lastIndexOf(true)).toBeLessThan(own.indexOf(false));
  });

  it("goes from A to Z when asked", () => {
    const names = search({ sort: "name" }).cards.map(({ name }) => name.toLowerCase());
    expect(names).toEqual([...names].sort());
  });

  it("is the same taken whole or page by page, each program once", () => {
    for (const query of [{}, { state: "VT" }, { sort: "name" }, { q: "recovery" }]) {
      const { pages, total, all } = search(query);
      const seen = Array.from({ length: pages }, (_, at) => search({ ...query, page: String(at + 1) }).cards.map(({ id }) => id)).flat();
      expect(new Set(seen).size).toBe(total);
      expect([...all()].map(({ id }) => id)).toEqual(seen);
    }
  });
});
