import { describe, expect, it } from "vitest";
import type { Frequency } from "../../../src/meetings/meeting.ts";
import { sayOccurrence, sayWeek, sayWeeks, sayYourTime } from "../../../src/pages/meetings/times.ts";
import { en } from "../../../src/words/en.ts";

const saturday = { day: 6, start: 23 * 60 + 30, length: 60 };
const monthly = (weeks: Frequency["weeks"], sure = true): Frequency => ({ value: "monthly", weeks, words: "words", sure });

describe("a time in words", () => {
  it("names its day, its ends and its zone as people call it", () => {
    expect(sayOccurrence(saturday, "America/Denver", en)).toBe("Saturday, 11:30 pm to 12:30 am Mountain");
    expect(sayOccurrence({ ...saturday, start: 720, length: null }, "US/Central", en)).toBe("Saturday, noon Central");
    expect(sayOccurrence({ ...saturday, start: 720, length: null }, null, en)).toBe("Saturday, noon, time zone not known");
  });

  it("is the reader's own across midnight and a change of the clocks", () => {
    // Denver 23:30 on the Saturday before clocks go back, and on the Sunday after.
    expect(sayYourTime(Date.parse("2026-11-01T05:30:00Z"), "America/New_York", 6, en)).toBe("Sunday, 1:30\u00a0am\u00a0your\u00a0time");
    expect(sayYourTime(Date.parse("2026-11-02T06:30:00Z"), "America/Phoenix", 0, en)).toBe("11:30\u00a0pm\u00a0your\u00a0time");
  });
});

describe("the times of a week in words", () => {
  const at = (day: number, hour: number) => ({ day, start: hour * 60, length: null });
  const week = [at(0, 12), at(0, 20), at(1, 12), at(2, 12), at(2, 18), at(2, 20)];

  it("say each day once, each half of a day once, and what comes next apart", () => {
    expect(sayWeek(week, ({ day, start }) => day === 0 && start === 20 * 60, en)).toEqual([
      { before: "Sun noon,", next: "8\u00a0pm", after: null },
      { before: "Mon noon", next: null, after: null },
      { before: "Tue noon, 6, 8\u00a0pm", next: null, after: null },
    ]);
  });

  it("begin with the day of what comes next", () => {
    expect(sayWeek(week, ({ day, start }) => day === 2 && start < 20 * 60, en).map(({ before, next }) => before ?? next)).toEqual([
      "Tue noon, 6\u00a0pm",
      "Sun noon, 8\u00a0pm",
      "Mon noon",
    ]);
  });
});

describe("the weeks in words", () => {
  it("are said where it is not each week", () => {
    const said = (frequency: Frequency) => sayWeeks(frequency, saturday, en);
    expect(said(monthly(["first"]))).toBe("first Saturday only");
    expect(said(monthly(["first", "third"]))).toBe("first and third Saturday only");
    expect(said(monthly(["first", "third", "fifth"]))).toBe("first, third and fifth Saturday only");
    expect(said(monthly([]))).toBe(en.meetings.monthly);
    expect(said(monthly(["first"], false))).toBe(en.meetings.seeNote);
    expect(said({ value: "weekly", weeks: [], words: null, sure: true })).toBeNull();
  });
});
