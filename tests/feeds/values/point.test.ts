import { describe, expect, it } from "vitest";
import { pointIn, pointOf } from "../../../src/feeds/values/point.ts";
import { reported } from "../../support/repairs.ts";

describe("coordinates", () => {
  it("may come as strings", () => {
    const helena = { latitude: 46.5, longitude: -110.2 };
    expect(reported((report) => pointOf("46.5", "-110.2", report))).toEqual([helena, ["coordinates"]]);
    for (const [north, west] of [
      ["46,5", "-110,2"],
      ["46.5° N", "110.2° W"],
      ["46.5,-110.2", ""],
      ["+46.5", "110.2W"],
    ] as const)
      expect(reported((report) => pointOf(north, west, report))).toEqual([helena, ["coordinates"]]);
  });

  it.each([
    [0, 0],
    [181, 10],
    ["north", 10],
    [45, null],
    [Number.NaN, 1],
  ])("are unknown at %j, %j", (latitude, longitude) => {
    expect(reported((report) => pointOf(latitude, longitude, report))).toEqual([null, ["coordinates"]]);
  });
});

describe("a point in its state", () => {
  const circle = { latitude: 47.41, longitude: -105.58 };
  const put = (latitude: number, longitude: number, state: string | null) =>
    reported((report) => pointIn(state, { latitude, longitude }, report));

  it("is as it was, or put right where it plainly lost its minus or its order", () => {
    expect(put(47.41, -105.58, "MT")).toEqual([circle, []]);
    expect(put(47.41, 105.58, "MT")).toEqual([circle, ["coordinates"]]);
    expect(put(-105.58, 47.41, "MT")).toEqual([circle, ["coordinates"]]);
    expect(put(105.58, 47.41, "MT")).toEqual([circle, ["coordinates"]]);
  });

  it("is not believed elsewhere", () => {
    expect(put(40.7, -74, "MT")).toEqual([null, ["coordinates"]]);
    expect(put(-105.58, 47.41, null)).toEqual([null, ["coordinates"]]);
  });
});
