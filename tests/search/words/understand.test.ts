import { describe, expect, it } from "vitest";
import { understand } from "../../../src/search/words/understand.ts";
import { openTestSite } from "../../support/site.ts";

describe("a search that begins many names", () => {
  it("asks for a dozen of them and no more, however many there are", () => {
    const { programs } = openTestSite().data;
    const names = Array.from({ length: 500 }, (_, at) => `county circle number ${at}`);
    const byName = new Map(names.map((name, at) => [name.replaceAll(" ", ""), { name, positions: [at] }]));
    const { terms } = understand({ ...programs, byName, sortedNames: [...byName.keys()].sort() }, "county circle", []);
    expect(terms).toHaveLength(1);
    expect(terms[0]!.phrases).toHaveLength(12);
  });
});
