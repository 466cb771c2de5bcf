// cspell:ignore kolkata
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { Frequency, Occurrence } from "../../../src/meetings/meeting.ts";
import { minuteOfWeek, nextLocalTime, nextStart, statusAt, timesOfDay, weeksOf } from "../../../src/meetings/schedule/next.ts";
import { inZone, offsetOf } from "../../../src/places/wall-clock.ts";
import { isZone } from "../../../src/places/zone.ts";

const zones = [
  ...["New_York", "Chicago", "Denver", "Phoenix", "Los_Angeles", "Anchorage", "Puerto_Rico", "St_Johns"].map((city) => `America/${city}`),
  ...["Pacific/Honolulu", "Europe/London", "Asia/Kolkata", "Australia/Lord_Howe"],
];
const HOUR = 3_600_000;
const WEEK = 168 * HOUR;
const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const meets = (day: number, time: string, length: number | null = 60): Occurrence => {
  const [hour, minute] = time.split(":").map(Number);
  return { day, start: hour! * 60 + minute!, length };
};

/** Every change of the clocks of these zones from 2024 to 2028, in epoch milliseconds. */
const changes = zones.flatMap((zone) => {
  const found: number[] = [];
  let moment = Temporal.Instant.from("2024-01-01T00:00Z").toZonedDateTimeISO(zone).getTimeZoneTransition("next");
  for (; moment && moment.year < 2029; moment = moment.getTimeZoneTransition("next")) found.push(moment.epochMilliseconds);
  return found;
});

const anyZone = fc.constantFrom(...zones);
const anyNow = fc.oneof(
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -9 * 1440, max: 9 * 1440 }))
    .map(([change, minutes]) => change + minutes * 60_000),
  fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -3 * HOUR, max: 3 * HOUR })).map(([change, moved]) => change + moved),
);
const anyStart = fc.oneof(
  fc.integer({ min: 0, max: 1439 }),
  fc.integer({ min: 0, max: 240 }),
  fc.constantFrom(0, 119, 120, 150, 179, 180, 1439),
);
const anyOccurrence = fc.record({
  day: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 })),
  start: anyStart,
  length: fc.option(fc.integer({ min: 1, max: 1440 })),
});

/** Day by day through the calendar: each date of the weekday, as Temporal places it. */
function firstEndingAfter({ day, start }: Occurrence, zone: string, now: number, length: number): number {
  let date = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 3 });
  for (;;) {
    const time = Temporal.PlainTime.from({ hour: Math.floor(start / 60), minute: start % 60 });
    const begin = date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
    if (date.dayOfWeek % 7 === day && begin + length * 60_000 > now) return begin;
    date = date.add({ days: 1 });
  }
}

describe("the next start", () => {
  it("is what a second implementation says, around every change of the clocks", () => {
    fc.assert(
      fc.property(anyOccurrence, anyZone, anyNow, (occurrence, zone, now) => {
        expect(nextStart(occurrence, zone, now)).toBe(firstEndingAfter(occurrence, zone, now, occurrence.length ?? 60));
      }),
      { numRuns: 3000 },
    );
  });

  it("is the one under way until it ends, across midnight and the week's end", () => {
    const late = meets(6, "23:30", 90);
    const start = at("2026-11-22T05:30:00Z");
    expect(nextStart(late, "America/Chicago", at("2026-11-22T06:59:00Z"))).toBe(start);
    expect(nextStart(late, "America/Chicago", at("2026-11-22T07:00:00Z"))).toBe(start + WEEK);
  });

  it("takes a meeting without an end for an hour", () => {
    const noon = meets(1, "12:00", null);
    expect(nextStart(noon, "America/Denver", at("2026-11-23T19:59:00Z"))).toBe(at("2026-11-23T19:00:00Z"));
    expect(nextStart(noon, "America/Denver", at("2026-11-23T20:00:00Z"))).toBe(at("2026-11-30T19:00:00Z"));
  });

  it("moves on by the gap in spring, and is the first of two in autumn", () => {
    expect(nextStart(meets(0, "02:30"), "America/New_York", at("2026-03-07T12:00:00Z"))).toBe(at("2026-03-08T03:30:00-04:00"));
    expect(nextStart(meets(0, "01:30"), "America/New_York", at("2026-10-31T12:00:00Z"))).toBe(at("2026-11-01T01:30:00-04:00"));
    expect(nextLocalTime(meets(0, "02:30"), "America/New_York", at("2026-03-07T12:00:00Z"))).toBe(at("2026-03-08T02:30:00Z"));
  });

  it("goes by the weeks of the month where they are given", () => {
    const saturday = meets(6, "10:00");
    const from = at("2026-11-08T00:00:00Z");
    const date = (weeks: Frequency["weeks"]) =>
      new Date(nextLocalTime(saturday, "America/Chicago", from, weeks)).toISOString().slice(0, 10);
    expect(date([])).toBe("2026-11-14");
    expect(date(["first"])).toBe("2026-12-05");
    expect(date(["first", "third"])).toBe("2026-11-21");
    expect(date(["last"])).toBe("2026-11-28");
    expect(date(["fifth"])).toBe("2027-01-30");
  });

  it("finds a fifth weekday from anywhere in 28 years", () => {
    for (let now = at("2024-01-01T00:00:00Z"); now < at("2052-01-01T00:00:00Z"); now += WEEK) {
      const next = new Date(nextLocalTime(meets(2, "19:00"), "America/Phoenix", now, ["fifth"]));
      expect(next.getUTCDate()).toBeGreaterThan(28);
    }
  });
});

describe("the weeks to go by", () => {
  const frequency: Frequency = { value: "monthly", weeks: ["first"], words: "first Saturday", sure: true };
  it("are none where they are unsure or every other", () => {
    expect(weeksOf(frequency)).toEqual(["first"]);
    expect(weeksOf({ ...frequency, sure: false })).toEqual([]);
    expect(weeksOf({ ...frequency, weeks: ["every-other"] })).toEqual([]);
  });
});

describe("the minute of the week", () => {
  it("is what a second implementation says, around every change of the clocks", () => {
    fc.assert(
      fc.property(anyOccurrence, anyZone, anyNow, (occurrence, zone, now) => {
        const start = Temporal.Instant.fromEpochMilliseconds(firstEndingAfter(occurrence, zone, now, 0)).toZonedDateTimeISO("UTC");
        expect(minuteOfWeek(occurrence, zone, now)).toBe((start.dayOfWeek % 7) * 1440 + start.hour * 60 + start.minute);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("its state", () => {
  const monday = meets(1, "18:00", 45);
  const state = (time: string) => statusAt(monday, "America/New_York", at(`2026-11-23T${time}:00-05:00`));
  it("is on now, soon within an hour, or later", () => {
    expect(["16:59", "17:00", "17:59", "18:00", "18:44", "18:45"].map(state)).toEqual([
      "later",
      "soon",
      "soon",
      "on-now",
      "on-now",
      "later",
    ]);
  });

  it("does not say that a first-Monday meeting is on on the fourth", () => {
    expect(statusAt(monday, "America/New_York", at("2026-11-23T18:10:00-05:00"), ["first"])).toBe("later");
  });
});

describe("parts of the day", () => {
  it("overlap, and change on the minute", () => {
    const parts = (time: string) => timesOfDay(meets(0, time).start).join(" ");
    expect(parts("03:59")).toBe("night");
    expect(parts("04:00")).toBe("morning night");
    expect(parts("04:59")).toBe("morning night");
    expect(parts("05:00")).toBe("morning");
    expect(parts("11:00")).toBe("morning midday");
    expect(parts("12:00")).toBe("midday afternoon");
    expect(parts("14:00")).toBe("afternoon");
    expect(parts("17:00")).toBe("afternoon evening");
    expect(parts("18:00")).toBe("evening");
    expect(parts("20:59")).toBe("evening night");
    expect(parts("21:00")).toBe("night");
    expect(parts("00:00")).toBe("night");
  });

  it("leave no minute out", () => {
    for (let minute = 0; minute < 1440; minute++) expect(timesOfDay(minute).length).toBeGreaterThan(0);
  });
});

describe("zones", () => {
  it("have the offset that a second implementation gives, and the day and minutes with it", () => {
    fc.assert(
      fc.property(anyZone, anyNow, (zone, now) => {
        const there = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
        expect(offsetOf(zone, now)).toBe(there.offsetNanoseconds / 60e9);
        expect(inZone(now, zone)).toEqual({ day: there.dayOfWeek % 7, minutes: there.hour * 60 + there.minute });
      }),
      { numRuns: 2000 },
    );
  });

  it("that do not exist throw nothing", () => {
    expect(["Mars/Olympus", "", "\0"].map(isZone)).toEqual([false, false, false]);
    expect(isZone("US/Eastern")).toBe(true);
    expect(inZone(at("2026-11-22T01:30:00Z"), "Mars/Olympus")).toEqual({ day: 0, minutes: 90 });
  });
});
