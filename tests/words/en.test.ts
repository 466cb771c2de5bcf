import { describe, expect, it } from "vitest";
import { en } from "../../src/words/en.ts";
import type { FilterPhrases } from "../../src/words/filter-phrases.ts";

const filter: FilterPhrases = {
  q: "AA",
  facets: [
    { name: "state", phrases: ["in Montana"] },
    { name: "format", phrases: ["by phone", "by video", "in person"] },
    { name: "category", phrases: ["secular", "faith-based"] },
  ],
};

describe("a filter", () => {
  it("is a sentence that begins with the words and the kind and ends with the state", () => {
    expect(en.results.sentence(filter)).toBe("“AA”, secular or faith-based, by phone, by video or in person, in Montana.");
    expect(en.results.sentence({ ...filter, q: null, facets: filter.facets.slice(0, 1) })).toBe("In Montana.");
  });

  it("is a title without a full stop, and goes on in the middle of a sentence without a capital", () => {
    const only = { q: null, facets: [{ name: "format" as const, phrases: ["by phone"] }] };
    expect(en.results.titled(only, "Find support")).toBe("By phone · Find support");
    expect(en.results.wished(only, ["call in"])).toBe("Showing what is by phone, because you typed “call in”.");
  });
});

describe("a time of day", () => {
  it.each([
    [0, "midnight"],
    [1, "12:01 am"],
    [11 * 60, "11 am"],
    [12 * 60, "noon"],
    [19 * 60 + 30, "7:30 pm"],
    [24 * 60 + 30, "12:30 am"],
  ])("of %i minutes is %s", (minutes, said) => expect(en.clock(minutes)).toBe(said));

  it.each([
    [19 * 60, 20 * 60, "7 to 8 pm"],
    [11 * 60, 13 * 60, "11 am to 1 pm"],
    [11 * 60, 12 * 60, "11 am to noon"],
    [23 * 60 + 30, 24 * 60 + 30, "11:30 pm to 12:30 am"],
  ])("from %i to %i is %s", (start, end, said) => expect(en.span(start, end)).toBe(said));
});

describe("a count", () => {
  it.each([
    [0, "0 groups"],
    [1, "1 group"],
    [1234, "1,234 groups"],
  ])("of %i reads %s", (count, said) => expect(en.meetings.count(count)).toBe(said));
});

describe("a county", () => {
  it.each([
    ["Flathead", "MT", "Flathead County"],
    ["Orleans Parish", "LA", "Orleans Parish"],
    ["Baltimore (city)", "MD", "Baltimore (city)"],
    ["City of Alexandria", "VA", "City of Alexandria"],
  ])("%s of %s is %s", (name, state, said) => expect(en.places.county(name, state)).toBe(said));
});

describe("whether somebody answers", () => {
  const { always, until, opens, moment } = en.answers;

  it.each([
    [always, "Answers now, day and night"],
    [until(moment(null, 21 * 60, "America/Denver")), "Answers now, until 9 pm Mountain"],
    [until(moment(null, 1440, "America/New_York")), "Answers now, until midnight Eastern"],
    [opens(moment("Monday", 8 * 60 + 30, "America/Phoenix"), false), "Opens Monday 8:30 am Arizona"],
    [opens(moment(null, 720, "Pacific/Honolulu"), true), "Opens noon Hawaii; leave a message until then"],
  ])("%s", (said, words) => {
    expect(said).toBe(words);
  });
});
