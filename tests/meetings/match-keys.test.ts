// cspell:ignore Distrito

import { describe, expect, it } from "vitest";
import { sameGroupKey, samePlaceKey, townKey } from "../../src/meetings/match-keys.ts";

const place = { name: "Grange Hall", street: "9 Elm Street", city: "St. Paul", state: "MN", approximate: false };

describe("what belongs together", () => {
  it("is one house, however its street and town are written", () => {
    const elm = samePlaceKey(place);
    expect(elm).not.toBeNull();
    expect(samePlaceKey({ ...place, name: "The Grange", street: "9 Elm St.", city: "Saint Paul" })).toBe(elm);
    expect(samePlaceKey({ ...place, street: "9 ELM ST" })).toBe(elm);
    expect(samePlaceKey({ ...place, street: "91 Elm St" })).not.toBe(elm);
    expect(samePlaceKey({ ...place, state: "MO" })).not.toBe(elm);
  });

  it("is a house known by its name where no street is given", () => {
    expect(samePlaceKey({ ...place, street: null })).toBe(samePlaceKey({ ...place, street: null, name: "GRANGE HALL" }));
  });

  it.each([
    ["only a town", { ...place, name: null, street: null }],
    ["a street in no town", { ...place, city: null }],
    ["an address that is only about there", { ...place, approximate: true }],
  ])("is not told by %s", (_, vague) => {
    expect(samePlaceKey(vague)).toBeNull();
  });

  it("is one town", () => {
    expect(townKey({ city: "Ft. Benton" })).toBe(townKey({ city: "Fort Benton" }));
    expect(townKey({ city: "" })).toBeNull();
  });

  it("is a group, but not all that a district has", () => {
    expect(sameGroupKey({ group: "Women’s Way" })).toBe(sameGroupKey({ group: "WOMEN'S WAY" }));
    for (const group of [null, "", "District 07", "Area 40", "Distrito 3"]) expect(sameGroupKey({ group })).toBeNull();
  });
});
