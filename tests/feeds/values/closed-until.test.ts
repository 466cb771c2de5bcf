// cspell:disable -- Spanish
import { describe, expect, it } from "vitest";
import { reopeningDay } from "../../../src/feeds/values/closed-until.ts";
import { readClosing } from "../../../src/feeds/values/closing.ts";

const closing = (note: string) => readClosing({ name: "Cottonwood Group", group: null, place: "Harbor Club", notes: [note], open: false });
const day = (month: number, day: number, year: number | null = null) => ({ year, month, day });

describe("closed until a day", () => {
  it.each([
    ["The church is closed until January 15.", day(1, 15)],
    ["Closed until Jan. 15th, 2027 for repairs.", day(1, 15, 2027)],
    ["Meeting suspended until 15 January 2027", day(1, 15, 2027)],
    ["Meeting suspended until the 15th of January", day(1, 15)],
    ["No meetings until Monday, March 1", day(3, 1)],
    ["On hold till 3/1/27", day(3, 1, 2027)],
    ["On hold until 3/1.", day(3, 1)],
    ["Suspended until 2027-03-01", day(3, 1, 2027)],
    ["The group is on a break until September", day(9, 1)],
    ["On hiatus until September 2027.", day(9, 1, 2027)],
    ["Cancelled until the end of May", day(6, 1)],
    ["Building closed through December 31, 2026", day(1, 1, 2027)],
    ["Closed through March.", day(4, 1)],
    ["Closed until after February 28, 2027", day(3, 1, 2027)],
    ["Reuniones suspendidas hasta el 15 de enero de 2027.", day(1, 15, 2027)],
    ["La iglesia está cerrada hasta enero", day(1, 1)],
  ])("is read with the day: %s", (note, until) => {
    expect(closing(note)).toMatchObject({ until });
  });

  it.each([
    "Closed until further notice.",
    "The church is closed until spring.",
    "On hiatus until fall.",
    "Suspended until mid January",
    "Closed until February 31",
    "Disbanded in 2022.",
  ])("has no day where nobody names one that there is: %s", (note) => {
    const found = closing(note);
    expect(found).not.toBeNull();
    // The 31st of February is the 3rd of March, as calendars count on.
    expect(found!.until).toEqual(note.includes("31") ? day(3, 2) : null);
  });

  it.each([
    "The front gate is closed until 6:45 pm.",
    "Church is closed until 6 p.m., please wait outside.",
    "Building closed until noon on Sundays",
    "El edificio está cerrado hasta las 6:30",
  ])("is no closing where it is an hour: %s", (note) => {
    expect(closing(note)).toBeNull();
  });
});

describe("the day on which it meets again", () => {
  it.each([
    ["as it is said", day(1, 15, 2027), null, "2026-11-23", "2027-01-15"],
    ["the first after the record was written", day(1, 15), "2024-12-20", "2026-11-23", "2025-01-15"],
    ["the day itself", day(1, 15), "2025-01-15", "2026-11-23", "2025-01-15"],
    ["the nearest to today, to come", day(1, 15), null, "2026-11-23", "2027-01-15"],
    ["the nearest to today, past", day(1, 15), null, "2027-02-01", "2027-01-15"],
    ["rather too late than too early", day(9, 1), null, "2027-03-04", "2027-09-01"],
  ])("is %s", (_, until, updated, today, reopens) => {
    expect(reopeningDay(until, { updated, today })).toBe(reopens);
  });
});
