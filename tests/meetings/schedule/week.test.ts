import { describe, expect, it } from "vitest";
import { minuteOfWeek, minutesAWeek } from "../../../src/meetings/schedule/next.ts";
import { type Times, weekOf } from "../../../src/meetings/schedule/week.ts";

const zoneNames = ["America/Denver", "America/Phoenix", "America/St_Johns", "Europe/London", "Asia/Kathmandu", "Pacific/Kiritimati"];
/** A time every half hour of the week in each zone. */
const starts = zoneNames.flatMap((_, zone) => Array.from({ length: minutesAWeek / 30 }, (_, half) => ({ zone, minute: half * 30 })));
const times: Times = {
  minutes: Int16Array.from(starts, ({ minute }) => minute),
  lengths: new Uint16Array(starts.length).fill(60),
  zones: Uint16Array.from(starts, ({ zone }) => zone),
  zoneNames,
  weeks: new Map(),
};

describe("the week", () => {
  it.each([
    ["while no clock changes", "2026-11-30T22:10:00Z"],
    ["before Denver's clocks go back", "2026-10-28T22:10:00Z"],
    ["on the day on which London's go back", "2026-10-25T00:30:00Z"],
    ["an hour before Denver's go forward", "2027-03-14T08:00:00Z"],
    ["just after they did", "2027-03-14T09:00:00Z"],
  ])("has each start at its minute in UTC, %s", (_, instant) => {
    const now = Date.parse(instant);
    const { order, minutes } = weekOf(times, now);
    const expected = starts.map(({ zone, minute }) =>
      minuteOfWeek({ day: Math.floor(minute / 1440), start: minute % 1440, length: 60 }, zoneNames[zone]!, now),
    );
    expect(order.length).toBe(starts.length);
    expect(Array.from(order, (position) => expected[position])).toEqual([...minutes]);
    expect([...minutes]).toEqual([...minutes].sort((a, b) => a - b));
  });
});
