import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meetingCollection } from "../../src/meetings/facets.ts";
import { programCollection } from "../../src/programs/facets.ts";
import { choose, type Filter, filterQuery, parseFilter, sortsFor, toggle } from "../../src/search/filter.ts";
import { recordNormalized } from "../support/normalized.ts";
import { vocabulary } from "../support/vocabulary.ts";

const programs = programCollection(vocabulary);
const meetings = meetingCollection(vocabulary, []);

const parse = (query: string, schema: typeof programs | typeof meetings = programs): Filter => {
  const record: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    record[name] ??= [];
    record[name].push(value);
  }
  return parseFilter(schema, record);
};
const print = (filter: Filter) => filterQuery(programs, filter);
const countChoices = ({ chosen }: Filter) => Object.values(chosen).flat().length;

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

  it("keeps at most three unknown values of a facet, after all known ones", () => {
    const many = Array.from({ length: 40 }, (_, at) => `format=x${at}`).join("&");
    expect(parse(`${many}&format=phone`).chosen).toEqual({ format: ["phone", "x0", "x1", "x10"] });
  });

  it("keeps at most forty choices", () => {
    const every = meetings.facets.flatMap(({ name, values }) => values.map(({ id }) => `${name}=${id}`));
    expect(every.length).toBeGreaterThan(60);
    const filter = parse(every.join("&"), meetings);
    expect(countChoices(filter)).toBe(40);
    expect(countChoices(toggle(meetings, filter, "language", "es"))).toBe(40);
  });

  it("is never longer than 1,900 bytes in an address", () => {
    const anyText = fc.string({ unit: "grapheme", minLength: 150, maxLength: 300 });
    const texts = fc.record(Object.fromEntries(["q", "near", "tz", "within", "state", "sort"].map((name) => [name, anyText])));
    const values = fc.dictionary(fc.constantFrom(...meetings.facets.map(({ name }) => name)), fc.array(anyText, { maxLength: 10 }));
    fc.assert(
      fc.property(texts, values, (said, chosen) => {
        const query = filterQuery(meetings, parseFilter(meetings, { ...said, ...chosen, page: "99999", exact: "1" }));
        expect(query.length).toBeLessThanOrEqual(1900);
        expect(filterQuery(meetings, parse(query, meetings))).toBe(query);
      }),
    );
  });

  it("takes one state only", () => {
    expect(parse("state=MT&state=ID").chosen).toEqual({ state: ["ID"] });
  });

  it("cuts a search of ten thousand letters to two hundred, fewer where they take more of an address, and drops control characters", () => {
    expect(parse(`q=${"e".repeat(10_000)}`).q).toHaveLength(200);
    expect(parse(`q=${"é".repeat(10_000)}`).q).toHaveLength(100);
    expect(parse("q=a%00b%E2%80%AEc").q).toBe("a b c");
    expect(parse(`q=${"+".repeat(799)}${"😀".repeat(9)}`).q).toBe("");
  });

  it("cuts text before it is normalized", () => {
    const marks = `a${"\u0301".repeat(50_000)}${"\u0316".repeat(50_000)}`;
    const names = ["q", "near", "tz", "within", "sort", "page", "state", "day", "format", "type"];
    const lengths = recordNormalized(() => parseFilter(meetings, Object.fromEntries(names.map((name) => [name, [marks, marks]]))));
    expect(Math.max(...lengths)).toBe(800);
  });

  it("has one spelling of a time zone and of a distance, and drops those that do not exist", () => {
    expect(parse("tz=aMERICA/new_york&within=25", meetings).parameters).toEqual({ tz: "America/New_York", within: "25" });
    expect(parse("tz=Nowhere/Town&within=26", meetings).parameters).toEqual({});
  });

  it("chooses values in the order of the vocabulary", () => {
    const filter = choose(meetings, parse("day=friday&type=women", meetings), "day", ["tuesday", "sunday", "tuesday"]);
    expect(filter.chosen).toEqual({ day: ["sunday", "tuesday"], type: ["women"] });
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
