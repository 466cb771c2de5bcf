// cspell:disable -- Spanish
import { describe, expect, it } from "vitest";
import { withoutDaysOff } from "../../../src/feeds/values/days-off.ts";

/** Which of some days are left ("15": Monday and Friday), with "?" where the words leave a doubt. */
function left(days: string, note: string): string {
  const occurrences = [...days].map((day) => ({ day: Number(day), start: 720, length: 60 }));
  const kept = withoutDaysOff(occurrences, [null, note]);
  return kept.occurrences.map(({ day }) => day).join("") + (kept.doubt === null ? "" : "?");
}

describe("weekdays on which notes say that nobody meets", () => {
  it.each([
    ["135", "No meeting on Fridays", "13"],
    ["135", "Bring a mug. There are no meetings Mondays or Fridays!", "3"],
    ["0123456", "Daily except Sunday", "123456"],
    ["0123456", "Meets every day, but not on Saturdays", "012345"],
    ["123", "Not on Tuesdays", "13"],
    ["06", "The church is closed Sundays", "6"],
    ["12345", "No hay reunión los viernes", "1234"],
    ["12345", "Todos los días excepto los lunes", "2345"],
    ["12345", "We do not meet every Wednesday.", "1245"],
  ])("are taken out where others are left: %s, %s", (days, note, kept) => expect(left(days, note)).toBe(kept));

  it.each([
    ["13", "No meeting Wednesday"],
    ["12345", "No Friday meeting"],
    ["1", "Closed on Mondays"],
    ["24", "Closed Tuesdays"],
    ["5", "No meetings on Fridays"],
  ])("are in doubt where they may be this week's, about who may come, or all: %s, %s", (days, note) =>
    expect(left(days, note)).toBe(`${days}?`),
  );

  it.each([
    ["3", "Closed on Mondays"],
    ["24", "No meeting on Fridays"],
    ["135", "No meeting on Fridays in July"],
    ["135", "No childcare on Fridays"],
    ["24", "Open Tuesdays, closed Thursdays"],
    ["15", "The office is closed Fridays"],
    ["15", "No smoking. Fridays are potlucks"],
    ["5", "No meeting the last Friday"],
    ["15", "Open to all except Fridays"],
    ["5", "No meeting on Friday, December 25"],
  ])("are none, or none of its days: %s, %s", (days, note) => expect(left(days, note)).toBe(days));
});
