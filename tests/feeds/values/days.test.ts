// cspell:ignore lundi vendredi Jeudi samedi tous jours sauf dimanche MTWRF Wensday Thrusday
import { describe, expect, it } from "vitest";
import { dayCountOf, daysOf } from "../../../src/feeds/values/days.ts";
import { noReport, reported } from "../../support/repairs.ts";

describe("days", () => {
  it.each([
    ["0", [0]],
    ["Monday", [1]],
    ["tues", [2]],
    ["Wednesdays", [3]],
    ["miércoles", [3]],
    [
      [6, "1", "Monday"],
      [1, 6],
    ],
    ["Mon, Wed & Fri", [1, 3, 5]],
    ["Friday-Monday", [0, 1, 5, 6]],
    ["daily", [0, 1, 2, 3, 4, 5, 6]],
    ["1,3", [1, 3]],
    ["1.0", [1]],
    [{ 0: "1", 2: "3" }, [1, 3]],
    ["weekdays", [1, 2, 3, 4, 5]],
    ["Weekends", [0, 6]],
    ["Every day", [0, 1, 2, 3, 4, 5, 6]],
    ["todos los días", [0, 1, 2, 3, 4, 5, 6]],
    ["Daily except Sunday", [1, 2, 3, 4, 5, 6]],
    ["Monday, except holidays", [1]],
    ["Mon - Fri (no Wed)", [1, 2, 4, 5]],
    ["Mon, not Tues", [1]],
    ["Everyday but Tuesday", [0, 1, 3, 4, 5, 6]],
    ["Daily, but no Sunday", [1, 2, 3, 4, 5, 6]],
    ["Monday: ", [1]],
    ["du lundi au vendredi", [1, 2, 3, 4, 5]],
    ["Jeudi et samedi", [4, 6]],
    ["tous les jours sauf dimanche", [1, 2, 3, 4, 5, 6]],
    ["Monday, no 1st Monday", [1]],
    ["M-F", [1, 2, 3, 4, 5]],
    ["MWF", [1, 3, 5]],
    ["T/Th", [2, 4]],
    ["TTh", [2, 4]],
    ["Sa & Su", [0, 6]],
    ["Sun.-Thurs.", [0, 1, 2, 3, 4]],
    ["Lunes a Viernes", [1, 2, 3, 4, 5]],
    ["Monday (in person)", [1]],
    ["Sat", [6]],
    ["Sat. & Sun.", [0, 6]],
    ["Mon-Wed-Fri", [1, 3, 5]],
    ["MTWRF", [1, 2, 3, 4, 5]],
    ["M T W R F", [1, 2, 3, 4, 5]],
    ["L-V", [1, 2, 3, 4, 5]],
    ["1 & 3 Tue", [2]],
    ["Saturday 7 pm", [6]],
    ["Wednesday's", [3]],
    ["Wensday", [3]],
    ["Thrusday", [4]],
    ["Sunday except 1st Sunday", [0]],
    ["Mon, Sun except last Sunday", [0, 1]],
    ["Mon-Fri except Monday holidays", [1, 2, 3, 4, 5]],
    ["-1", []],
    ["N/A", []],
    [9, []],
    [{}, []],
    [[[1]], []],
  ])("are read from %j", (value, days) => {
    expect(reported((report) => daysOf(value, "sunday-0", report))).toEqual([days, ["day"]]);
  });

  it("are counted as the whole feed counts them", () => {
    const days = (...pairs: [unknown, string][]) => dayCountOf(pairs.map(([day, words]) => ({ day, words })));
    expect(days([0, ""], [6, ""])).toBe("sunday-0");
    expect(days([0, ""], ["7", ""])).toBe("sunday-7");
    expect(days([7, "Sunday Night"], [1, "Beginners"])).toBe("sunday-7");
    expect(days([7, "Saturday Night"], [1, "sunday-8am"])).toBe("sunday-1");
    expect(days([7, ""], [1, "Sunday or Monday"])).toBe("unsure");
    expect(days([7, "Sunday"], [7, "Saturday"])).toBe("unsure");
    const named = (shift: number) =>
      ["Monday Night", "Tuesday Noon", "Friday Night"].map((name, at): [number, string] => [[1, 2, 5][at]! + shift, name]);
    expect([days(...named(0)), days(...named(1)), days(...named(-1))]).toEqual(["sunday-0", "sunday-1", "monday-0"]);
    expect(days(...named(-1), [3, "Wednesday Group"])).toBe("sunday-0");
    expect(days(["Saturday 7 pm", "Saturday"], [1, "Beginners"])).toBe("sunday-0");
    expect([daysOf(6, "monday-0", noReport), daysOf(0, "monday-0", noReport), daysOf(8, "monday-0", noReport)]).toEqual([[0], [1], []]);
    expect([daysOf(7, "sunday-7", noReport), daysOf(7, "sunday-1", noReport), daysOf(3, "unsure", noReport)]).toEqual([[0], [6], []]);
  });
});
