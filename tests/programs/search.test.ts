import { describe, expect, it } from "vitest";
import { searchPrograms } from "../../src/programs/search.ts";
import { parseFilter } from "../../src/search/filter.ts";
import { openTestSite } from "../support/site.ts";

const { programs } = openTestSite().data;
const asked = (query: Record<string, string>) => [...searchPrograms(programs, parseFilter(programs, query)).all()];

/** Whether each comes before all that differ from it: every true one before every false one. */
const isInOrder = (flags: readonly boolean[]) => !flags.some((flag, at) => flag && flags[at - 1] === false);

/** Of those that are open, which are for anybody. */
const forAnybody = (found: ReturnType<typeof asked>) =>
  found.filter(({ status }) => status !== "closed").map(({ scope }) => scope.who === "anybody");

describe("the order of programs", () => {
  it.each([
    "help",
    "i need help",
    "ayuda",
    "necesito ayuda",
    "hablar con alguien",
    "talk to somebody",
    "someone to talk to",
    "hotline",
    "warm line wisconsin",
    "truck driver",
    "no car",
    "older adult drinking",
    "substance abuse",
  ])("begins %j with what is for anybody", (q) => {
    const found = asked({ q });
    expect(forAnybody(found).slice(0, 3)).toEqual([true, true, true]);
  });

  it.each([
    ["gambling", "Gambling"],
    ["nurse who drinks", "Nurses"],
    ["my husband drinks", "Families and friends"],
    ["nar anon", "Families and friends"],
    ["copline", "Police"],
    ["veteran", "Veterans and service members"],
    ["farmer in montana", "Farmers and ranchers"],
    ["young adults", "Teenagers and young adults"],
    ["use drugs alone", "Using drugs alone"],
    ["husband gambles", "Gambling"],
  ])("begins %j with what is for those alone", (q, label) => {
    const labels = asked({ q }).flatMap(({ scope }) => (scope.who === "some" ? [scope.label.en] : []));
    expect(asked({ q })[0]!.scope.who).toBe("some");
    expect(labels).toContain(label);
  });

  it("puts what is for anybody first where nothing special is chosen", () => {
    for (const [facet, value] of [
      ["format", "phone"],
      ["category", "twelve-step"],
      ["help", "alcohol"],
      ["access", "any-hour"],
    ] as const)
      expect(isInOrder(forAnybody(asked({ [facet]: value }))), value).toBe(true);
    expect(isInOrder(forAnybody(asked({})))).toBe(true);
  });

  it("keeps nothing back that was chosen", () => {
    const found = asked({ help: "gambling" });
    expect(found[0]!.scope).toMatchObject({ label: { en: "Gambling" } });
  });

  it("puts a state's own first, and of those what is for anybody", () => {
    const found = asked({ state: "NE" });
    const own = found.map(({ states }) => states !== "nationwide");
    expect(own).toContain(true);
    expect(isInOrder(own)).toBe(true);
  });

  it("never puts what has closed before what is open", () => {
    const queries: Record<string, string>[] = [
      {},
      { sort: "name" },
      { sort: "touched" },
      { state: "WI" },
      { q: "wisconsin warm line" },
      { q: "rational recovery" },
      { q: "secular" },
    ];
    for (const query of queries) expect(isInOrder(asked(query).map(({ status }) => status !== "closed")), JSON.stringify(query)).toBe(true);
  });
});
