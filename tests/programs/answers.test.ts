import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answers, answersAt } from "../../src/programs/answers.ts";
import { type Hours, hoursSchema } from "../../src/programs/hours.ts";

const everyDay = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const weekdays = everyDay.slice(1, 6);
const hours = (given: object): Hours => hoursSchema.parse({ words: { en: "As printed" }, times: [], ...given });
const at = (iso: string) => Date.parse(iso);

const montana = hours({
  times: [
    { days: weekdays, from: "08:00", to: "21:00" },
    { days: ["sat", "sun"], from: "12:00", to: "21:00" },
  ],
  zone: "America/Denver",
});
const night = hours({ times: [{ days: everyDay, from: "17:00", to: "09:00" }], zone: "America/Chicago" });
const office = hours({ times: [{ days: weekdays, from: "09:00", to: "17:00" }], zone: "America/New_York", holidays: "closed" });
const weekday = { ...office, holidays: null };
const holiday = { ...office, holidays: [{ from: "15:00", to: "22:00" }] };
const toMidnight = hours({ times: [{ days: everyDay, from: "08:30", to: "24:00" }], zone: "America/New_York" });
const callersClock = hours({ times: [{ days: everyDay, from: "08:00", to: "20:00" }] });

/** What it says as one reads it: "open 2026-11-28T21:00-07:00" in UTC. */
const said = (answers: Answers): string => {
  if (answers.state === "unknown") return answers.until === null ? "unknown" : `unknown ${new Date(answers.until).toISOString()}`;
  const instant = answers.state === "open" ? answers.until : answers.opens;
  return instant === null ? answers.state : `${answers.state} ${new Date(instant).toISOString()} ${answers.zone}`;
};

describe("answersAt", () => {
  const cases: [what: string, hours: Hours | null, now: string, callerZone: string | null, answers: string][] = [
    ["no hours", null, "2026-11-28T12:00-07:00", null, "unknown"],
    ["hours in words alone", hours({}), "2026-11-28T12:00-07:00", null, "unknown"],
    ["day and night", hours({ times: "always" }), "2026-11-28T03:00-07:00", null, "open"],
    ["a Saturday at 11 pm", montana, "2026-11-28T23:00-07:00", null, "shut 2026-11-29T19:00:00.000Z America/Denver"],
    ["a Saturday at noon", montana, "2026-11-28T12:00-07:00", null, "open 2026-11-29T04:00:00.000Z America/Denver"],
    ["the minute before", montana, "2026-11-28T11:59-07:00", null, "shut 2026-11-28T19:00:00.000Z America/Denver"],
    ["the minute of closing", montana, "2026-11-27T21:00-07:00", null, "shut 2026-11-28T19:00:00.000Z America/Denver"],
    [
      "on the clock of the state asked for",
      office,
      "2026-11-30T10:00-07:00",
      "America/Denver",
      "open 2026-11-30T22:00:00.000Z America/Denver",
    ],
    ["past midnight", night, "2026-11-30T02:00-06:00", null, "open 2026-11-30T15:00:00.000Z America/Chicago"],
    ["to the end of the day", toMidnight, "2026-11-30T23:59-05:00", null, "open 2026-12-01T05:00:00.000Z America/New_York"],
    ["from the end of the day", toMidnight, "2026-12-01T00:00-05:00", null, "shut 2026-12-01T13:30:00.000Z America/New_York"],
    ["over a weekend", office, "2026-12-04T18:00-05:00", null, "shut 2026-12-07T14:00:00.000Z America/New_York"],
    ["on the day before Thanksgiving", office, "2026-11-25T18:00-05:00", null, "shut 2026-11-27T14:00:00.000Z America/New_York"],
    ["on Christmas", office, "2026-12-25T12:00-05:00", null, "shut 2026-12-28T14:00:00.000Z America/New_York"],
    ["on a holiday with hours of its own", holiday, "2026-12-25T12:00-05:00", null, "shut 2026-12-25T20:00:00.000Z America/New_York"],
    ["on a holiday of which no source speaks", weekday, "2026-12-25T12:00-05:00", null, "unknown 2026-12-25T22:00:00.000Z"],
    ["after the hours of such a holiday", weekday, "2026-12-25T18:00-05:00", null, "shut 2026-12-28T14:00:00.000Z America/New_York"],
    ["on the evening before such a holiday", weekday, "2026-12-24T18:00-05:00", null, "shut 2026-12-28T14:00:00.000Z America/New_York"],
    ["every day, holidays too", toMidnight, "2026-12-25T12:00-05:00", null, "open 2026-12-26T05:00:00.000Z America/New_York"],
    ["the caller’s clock, known", callersClock, "2026-11-30T21:30-05:00", "America/Denver", "open 2026-12-01T03:00:00.000Z America/Denver"],
    ["the caller’s clock, not known", callersClock, "2026-11-30T21:30-05:00", null, "unknown"],
    // Clocks go forward on 14 March 2027 and back on 7 November 2027: the night in between is an hour shorter, or longer.
    ["while the clocks go forward", night, "2027-03-14T01:30-06:00", null, "open 2027-03-14T14:00:00.000Z America/Chicago"],
    ["while the clocks go back", night, "2027-11-07T01:30-06:00", null, "open 2027-11-07T15:00:00.000Z America/Chicago"],
    [
      "where the clocks stay",
      { ...office, zone: "America/Phoenix" },
      "2027-07-01T08:59-07:00",
      null,
      "shut 2027-07-01T16:00:00.000Z America/Phoenix",
    ],
  ];

  it.each(cases)("%s", (_, given, now, callerZone, answers) => {
    expect(said(answersAt(given, at(now), callerZone))).toBe(answers);
  });

  it("takes hours that touch for one", () => {
    const halves = hours({
      times: [
        { days: weekdays, from: "08:00", to: "12:00" },
        { days: weekdays, from: "12:00", to: "21:00" },
      ],
      zone: "America/Denver",
    });
    expect(said(answersAt(halves, at("2026-11-30T09:00-07:00"), null))).toBe("open 2026-12-01T04:00:00.000Z America/Denver");
  });

  it("opens when it says that it opens, and shuts when it says that it shuts", () => {
    const clock = fc.integer({ min: 0, max: 47 }).map((half) => `${String(half >> 1).padStart(2, "0")}:${half % 2 ? "30" : "00"}`);
    const span = fc.record({ days: fc.subarray(everyDay, { minLength: 1, maxLength: 6 }), from: clock, to: clock });
    const zone = fc.constantFrom("America/New_York", "America/Denver", "America/Phoenix", "Pacific/Honolulu", "America/Anchorage");
    const holidays = fc.constantFrom("closed", "open");
    const times = fc.array(span, { minLength: 1, maxLength: 3 });
    const now = fc.integer({ min: at("2026-01-01T00:00Z"), max: at("2028-12-31T00:00Z") });
    fc.assert(
      fc.property(times, zone, holidays, now, (times, zone, holidays, now) => {
        const given = hours({ times, zone, holidays });
        const answers = answersAt(given, now, null);
        if (answers.state === "unknown" || (answers.state === "open" && answers.until === null)) return;
        const turn = answers.state === "open" ? answers.until : answers.opens;
        expect(turn).toBeGreaterThan(now);
        expect(answersAt(given, turn - 1, null).state).toBe(answers.state);
        expect(answersAt(given, turn, null).state).toBe(answers.state === "open" ? "shut" : "open");
      }),
    );
  });
});
