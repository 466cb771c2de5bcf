import { describe, expect, it } from "vitest";
import { facetValues } from "../../src/listing/vocabulary.ts";
import { stateNamed, usualZoneOfState, zoneOfState } from "../../src/places/states.ts";
import { plainWords } from "../../src/places/town.ts";
import { canonicalZone, isZone, zoneAt } from "../../src/places/zone.ts";
import { vocabulary } from "../support/vocabulary.ts";
import { linesOf } from "./some-places.ts";

const offsets = new Map<string, string>();

/** What clocks say in January and in July. */
function offsetsOf(zone: string): string {
  const at = (month: number) =>
    new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).format(Date.UTC(2026, month, 15)).split("GMT")[1];
  if (!offsets.has(zone)) offsets.set(zone, `${at(0)} ${at(6)}`);
  return offsets.get(zone)!;
}

/** For each state, how many of its ZIP codes keep which clocks. */
function clocksByState(): Map<string, Map<string, number>> {
  const states = new Map<string, Map<string, number>>();
  for (const line of linesOf().split("\n")) {
    const [, , , state = "", , latitude, longitude] = line.split("\t");
    const zone = zoneAt(Number(latitude), Number(longitude));
    const clocks = states.get(state) ?? states.set(state, new Map()).get(state)!;
    if (zone) clocks.set(offsetsOf(zone), (clocks.get(offsetsOf(zone)) ?? 0) + 1);
  }
  return states;
}

describe("time zones", () => {
  it.each([
    ["Bigfork, Montana", 48.0633, -114.0726, "America/Denver"],
    ["El Paso, Texas", 31.7619, -106.485, "America/Denver"],
    ["Dallas, Texas", 32.7767, -96.797, "America/Chicago"],
    ["Pensacola, Florida", 30.4213, -87.2169, "America/Chicago"],
    ["Phoenix, Arizona", 33.4484, -112.074, "America/Phoenix"],
    ["Window Rock, Navajo Nation", 35.6806, -109.0526, "America/Denver"],
    ["Pago Pago, American Samoa", -14.27, -170.7, "Pacific/Pago_Pago"],
    ["San Juan, Puerto Rico", 18.4, -66.06, "America/Puerto_Rico"],
    ["Honolulu, Hawaii", 21.3069, -157.8583, "Pacific/Honolulu"],
  ])("of %s are known from its point", (_, latitude, longitude, zone) => {
    expect(offsetsOf(zoneAt(latitude, longitude)!)).toBe(offsetsOf(zone));
  });

  it.each([
    [40, -140],
    [Number.NaN, 0],
    [91, 0],
    [0, Number.POSITIVE_INFINITY],
  ])("are unknown at %d, %d", (latitude, longitude) => {
    expect(zoneAt(latitude, longitude)).toBeNull();
  });

  it("of a state are known where all of it keeps one", () => {
    expect(zoneOfState("MT")).toBe("America/Denver");
    expect(zoneOfState("dc")).toBe("America/New_York");
    expect(zoneOfState("PR")).toBe("America/Puerto_Rico");
    for (const state of ["TX", "FL", "AZ", "ID", "TN", "XX", "", "Montana"]) expect(zoneOfState(state)).toBeNull();
  });

  it("of a state are those of its ZIP codes, but for a few at a border that the map draws roughly", () => {
    for (const [state, clocks] of clocksByState()) {
      const zone = zoneOfState(state);
      const all = [...clocks.values()].reduce((sum, count) => sum + count, 0);
      if (zone) expect((clocks.get(offsetsOf(zone)) ?? 0) / all, state).toBeGreaterThan(0.95);
      else if (state !== "MH") {
        expect(clocks.size, state).toBeGreaterThan(1);
        expect(clocks.get(offsetsOf(usualZoneOfState(state)!)), state).toBe(Math.max(...clocks.values()));
      }
    }
  });

  it("are told from other words", () => {
    for (const name of ["America/Denver", "America/Indiana/Knox", "UTC"]) expect(isZone(name)).toBe(true);
    for (const name of ["", "Mountain", "America/Bigfork", "-07:00", "+05:30", "America/Denver ", "\0"]) expect(isZone(name)).toBe(false);
  });
});

describe("the name of a time zone", () => {
  it("is one, however it is spelled and whatever else it was called", () => {
    for (const name of ["America/New_York", "aMERICA/new_york", "US/Eastern", "us/eastern"])
      expect(canonicalZone(name)).toBe("America/New_York");
    for (const name of ["", "Mountain", "America/Bigfork", "-07:00", "a".repeat(100_000)]) expect(canonicalZone(name)).toBeNull();
  });

  it("is its own canonical name", () => {
    for (const name of Intl.supportedValuesOf("timeZone")) expect(canonicalZone(canonicalZone(name)!)).toBe(canonicalZone(name));
  });
});

describe("the states", () => {
  it("have one name each, in the vocabulary and where places are read", () => {
    const named = facetValues(vocabulary, "state").map(({ id, label }) => [stateNamed(plainWords(label.en).join(" ")), id]);
    expect(named.filter(([read, id]) => read !== id)).toEqual([]);
  });
});
