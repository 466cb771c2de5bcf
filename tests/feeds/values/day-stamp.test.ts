import { describe, expect, it } from "vitest";
import { dayStamp } from "../../../src/feeds/values/day-stamp.ts";

describe("a stamp", () => {
  it("is cut to its day, if there is such a day", () => {
    expect(["2024-05-31 10:00:00", "2024-05-31", "2016-09-1005:15:00", "2024-02-31", "last week", 5].map(dayStamp)).toEqual([
      "2024-05-31",
      "2024-05-31",
      "2016-09-10",
      null,
      null,
      null,
    ]);
  });
});
