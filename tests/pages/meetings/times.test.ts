import { describe, expect, it } from "vitest";
import type { Frequency } from "../../../src/meetings/meeting.ts";
import { sayOccurrence, sayWeeks, sayYourTime } from "../../../src/pages/meetings/times.ts";
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
    expect(sayYourTime(Date.parse("2026-11-01T05:30:00Z"), "America/New_York", 6, en)).toBe("Sunday, 1:30 am your time");
    expect(sayYourTime(Date.parse("2026-11-02T06:30:00Z"), "America/Phoenix", 0, en)).toBe("11:30 pm your time");
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
