// cspell:ignore Ainsworth
import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/database/open.ts";
import { fillPlaces } from "../../src/places/fill.ts";
import { middleOf } from "../../src/places/middle.ts";

const db = openDatabase(":memory:");
beforeAll(() => void fillPlaces(db));

const area = { zip: null, city: null, state: null };
const ainsworth = { latitude: expect.closeTo(42.5, 0), longitude: expect.closeTo(-99.9, 0) };

describe("where an address without coordinates is, about", () => {
  it("is the middle of its ZIP code", () => {
    expect(middleOf(db, { ...area, zip: "69210", state: "NE" })).toEqual(ainsworth);
  });

  it("is the middle of its town, where it has no ZIP code, or one that is not there", () => {
    expect(middleOf(db, { ...area, city: "Ainsworth", state: "NE" })).toEqual(ainsworth);
    expect(middleOf(db, { zip: "00001", city: "AINSWORTH", state: "NE" })).toEqual(ainsworth);
    expect(middleOf(db, { zip: "59911", city: "Ainsworth", state: "NE" })).toEqual(ainsworth);
  });

  it("is nowhere for a state alone, a town without its state, and a town that nobody knows", () => {
    expect(middleOf(db, { ...area, state: "NE" })).toBeNull();
    expect(middleOf(db, { ...area, city: "Ainsworth" })).toBeNull();
    expect(middleOf(db, { ...area, city: "No Such Town", state: "NE" })).toBeNull();
  });
});
