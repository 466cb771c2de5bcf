import { describe, expect, it } from "vitest";
import { dayStamp } from "../../../src/feeds/values/day-stamp.ts";

describe("a stamp", () => {
  it.each([
    ["2024-05-31 10:00:00", "2024-05-31"],
    ["2024-05-31", "2024-05-31"],
    ["2016-09-1005:15:00", "2016-09-10"],
    ["2024-02-31", null],
    ["last week", null],
    [5, null],
    ["1/5/2022 7:23:50 AM", "2022-01-05"],
    ["1/5/2022 7:23:50", "2022-01-05"],
    ["2/17/22", "2022-02-17"],
    ["17.2.2022", "2022-02-17"],
    ["2022/1/5", "2022-01-05"],
    [45339, "2024-02-17"],
    ["45339", "2024-02-17"],
    ["45339.307", "2024-02-17"],
    [1_687_055_707, "2023-06-18"],
    [1_687_055_707_791, "2023-06-18"],
    [{ $date: "2023-06-18T02:35:07.791Z" }, "2023-06-18"],
    [{ $date: 1_687_055_707_791 }, "2023-06-18"],
    ["Jan 5, 2022", "2022-01-05"],
    ["Wednesday, 5 January 2022 7:23 am", "2022-01-05"],
    ["13/40/2022", null],
    ["May 2022", null],
    ["02/30/2024", null],
    [{ $date: null }, null],
  ])("of any spelling is its day, if there is such a day: %j is %j", (stamp, day) => expect(dayStamp(stamp)).toBe(day));
});

describe("a stamp with words and short years", () => {
  it.each(["20240531", "updated 5/31/2024", "Last updated: May 31, 2024", "31-May-24", "May 31, '24"])("is a day: %j", (stamp) =>
    expect(dayStamp(stamp)).toBe("2024-05-31"),
  );
});
