import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { programCollection } from "../../src/programs/facets.ts";
import { type Filter, filterQuery, parseFilter, sortsFor, toggle } from "../../src/search/filter.ts";
import { vocabulary } from "../support/vocabulary.ts";

const programs = programCollection(vocabulary);

const parse = (query: string): Filter => {
  const record: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    record[name] ??= [];
    record[name].push(value);
  }
  return parseFilter(programs, record);
};
const print = (filter: Filter) => filterQuery(programs, filter);

const anyValue = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("phone", "MT", "secular", "weekly-or-more", "2", "name", ""));
const anyQuery = fc.dictionary(
  fc.constantFrom("q", "page", "sort", "state", "format", "category", "help", "access", "frequency", "language", "exact", "nonsense"),
  fc.oneof(anyValue, fc.array(anyValue, { maxLength: 5 }), fc.constant(undefined), fc.object()),
);

describe("a filter", () => {
  it("is read from any query at all, and printing and parsing it again gives the same filter", () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const filter = parseFilter(programs, query);
        expect(parse(print(filter))).toEqual(filter);
      }),
      { numRuns: 1000 },
    );
  });

  it("has exactly one address: order and repetition make no difference", () => {
    expect(print(parse("format=video&format=phone&category=secular&format=video"))).toBe("format=phone&format=video&category=secular");
  });

  it("leaves defaults out of its address", () => {
    expect(print(parse("q=&sort=reach&page=1&state=&format="))).toBe("");
    expect(print(parse("q=beer&sort=match"))).toBe("q=beer");
  });

  it("takes an unreadable page for the first", () => {
    for (const page of ["0", "-1", "1e9", "x", "1.5", "99999999"]) expect(parse(`page=${page}`).page).toBe(1);
    expect(parse("page=3").page).toBe(3);
  });

  it("keeps an unknown value, so that the page can say so", () => {
    expect(parse("category=witchcraft").chosen).toEqual({ category: ["witchcraft"] });
  });

  it("takes one state only", () => {
    expect(parse("state=MT&state=ID").chosen).toEqual({ state: ["ID"] });
  });

  it("cuts a search of ten thousand letters to two hundred, and drops control characters", () => {
    expect([...parse(`q=${"é".repeat(10_000)}`).q].length).toBe(200);
    expect(parse("q=a%00b%E2%80%AEc").q).toBe("a b c");
  });

  it("toggles a value on and off again, back on the first page", () => {
    const filter = parse("format=phone&page=4");
    const on = toggle(programs, filter, "category", "secular");
    expect(print(on)).toBe("format=phone&category=secular");
    expect(print(toggle(programs, on, "category", "secular"))).toBe("format=phone");
  });

  it("replaces the value of a single facet", () => {
    expect(print(toggle(programs, parse("state=MT"), "state", "ID"))).toBe("state=ID");
  });

  it("offers best match only where there are words", () => {
    expect(sortsFor(programs, "")[0]).toBe("reach");
    expect(sortsFor(programs, "beer")[0]).toBe("match");
    expect(parse("sort=match").sort).toBeNull();
    expect(parse("q=beer&sort=reach").sort).toBe("reach");
  });
});
