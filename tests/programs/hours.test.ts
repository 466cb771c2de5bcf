import { describe, expect, it } from "vitest";
import { hoursSchema } from "../../src/programs/hours.ts";

const words = { en: "Weekdays 8 to 5" };
const weekdays = { days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", to: "17:00" };

describe("hoursSchema", () => {
  it("takes day and night, spans of days, and words alone", () => {
    for (const times of ["always", [weekdays], [{ ...weekdays, from: "20:00", to: "02:00" }], [{ ...weekdays, to: "24:00" }], []])
      expect(hoursSchema.safeParse({ words, times }).success, JSON.stringify(times)).toBe(true);
  });

  it("takes silence on zone, holidays and messages for not knowing", () => {
    expect(hoursSchema.parse({ words, times: [] })).toEqual({ words, times: [], zone: null, asOf: null, holidays: null, message: false });
  });

  const faults: [what: string, hours: Record<string, unknown>, said: string][] = [
    ["a time that no clock shows", { times: [{ ...weekdays, from: "24:00" }] }, "write a time as 08:00"],
    ["a time of half a day", { times: [{ ...weekdays, to: "5 pm" }] }, "write a time as 08:00"],
    ["a day spelled out", { times: [{ ...weekdays, days: ["Monday"] }] }, "a day is one of sun, mon"],
    ["a day named twice", { times: [{ ...weekdays, days: ["mon", "mon"] }] }, "name each day once"],
    ["a zone without a name", { times: [weekdays], zone: "Mountain" }, "name a time zone as America/Denver"],
    ["times in words", { times: "24/7" }, 'write times as "always"'],
    ["always, and closed on holidays", { times: "always", holidays: "closed" }, "other hours on holidays"],
  ];

  it.each(faults)("refuses %s", (_, hours, said) => {
    const { error } = hoursSchema.safeParse({ words, ...hours });
    expect(JSON.stringify(error?.issues)).toContain(JSON.stringify(said).slice(1, -1));
  });
});
