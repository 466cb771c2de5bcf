import { describe, expect, it } from "vitest";
import { isFederalHoliday } from "../../src/programs/federal-holidays.ts";

const msPerDay = 86_400_000;

/** The holidays of a year. */
const holidaysOf = (year: number): string[] => {
  const days = Array.from({ length: 366 }, (_, day) => Date.UTC(year, 0, 1) + day * msPerDay);
  return days
    .filter((day) => new Date(day).getUTCFullYear() === year && isFederalHoliday(day))
    .map((day) => new Date(day).toISOString().slice(5, 10));
};

describe("isFederalHoliday", () => {
  it("knows those of 2026, when the Fourth of July is a Saturday", () => {
    // As the Office of Personnel Management lists them, and the Fourth itself.
    const official = ["01-01", "01-19", "02-16", "05-25", "06-19", "07-03", "09-07", "10-12", "11-11", "11-26", "12-25"];
    expect(holidaysOf(2026)).toEqual([...official, "07-04"].sort());
  });

  it("keeps New Year’s Day of a Saturday on the last day of the year before", () => {
    expect(holidaysOf(2027)).toContain("12-31");
    expect(holidaysOf(2028)).toContain("01-01");
  });

  it("keeps a holiday of a Sunday on the Monday after", () => {
    expect(holidaysOf(2027)).toEqual(expect.arrayContaining(["07-04", "07-05"]));
  });
});
