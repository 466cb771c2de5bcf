// cspell:ignore Distrito

import { describe, expect, it } from "vitest";
import { houseOf, sameGroupKey, samePlaceKey, townKey } from "../../src/meetings/match-keys.ts";

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

  it.each([
    ["9 Third St", "9 3rd Street"],
    ["9 N. Twelfth Ave", "9 North 12th Avenue"],
    ["9 County Road 12", "9 Co Rd 12"],
    ["9 CR 12", "9 County Rd. 12"],
    ["9 Elm Circle", "9 Elm Cir."],
    ["9 Saint Mary's Road", "9 St. Mary's Rd, Room 4"],
  ])("is one house for two lists: %j, %j", (one, other) => {
    const [a, b] = [one, other].map((street) => houseOf(samePlaceKey({ ...place, street })!));
    expect(a).toBe(b);
    expect(houseOf(samePlaceKey({ ...place, street: one.replace("9", "19") })!)).not.toBe(b);
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
