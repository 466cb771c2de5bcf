import { describe, expect, it } from "vitest";
import { findPlace } from "../../src/places/find.ts";
import { readJson } from "../../src/places/read-json.ts";
import { regionLabel, regionsNamed } from "../../src/places/regions.ts";
import { foldTown, plainWords } from "../../src/places/town.ts";
import { somePlaces } from "./some-places.ts";

const db = somePlaces();
const names = (readJson("regions.json") as { name: string }[]).map(({ name }) => name);

describe("regions", () => {
  it("are around a town that exists, in one of their states", () => {
    const wrong = names.flatMap((name) =>
      regionsNamed(foldTown(plainWords(name)), []).filter(({ around, states }) => {
        const middle = around === null ? null : findPlace(db, around);
        return around !== null && !states.includes(middle?.state ?? "");
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("can be asked for by what they are shown as", () => {
    const shown = names.flatMap((name) => regionsNamed(foldTown(plainWords(name)), []));
    expect(shown.length).toBeGreaterThan(100);
    for (const region of shown.filter(({ around }) => around !== null)) {
      const label = regionLabel(region);
      expect(findPlace(db, label), label).toMatchObject({ zip: null, state: expect.stringMatching(/^[A-Z]{2}$/) });
    }
  });

  it("that share a name are told apart by their state", () => {
    expect(regionsNamed("panhandle", []).length).toBeGreaterThan(5);
    expect(regionsNamed("panhandle", ["TX"]).map(({ name }) => name)).toEqual(["Texas Panhandle"]);
    expect(findPlace(db, "panhandle, NE")?.label).toBe("Nebraska Panhandle, NE");
  });
});
