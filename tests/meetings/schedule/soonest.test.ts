import { describe, expect, it } from "vitest";
import { openDatabase } from "../../../src/database/open.ts";
import type { Frequency } from "../../../src/meetings/meeting.ts";
import { saveMeeting } from "../../../src/meetings/save.ts";
import { isOutdated, weekOf } from "../../../src/meetings/schedule/week.ts";
import { searchMeetings } from "../../../src/meetings/search.ts";
import { emptyFilter } from "../../../src/search/filter.ts";
import { openMeetingsOf } from "../../support/open-meetings.ts";
import { someMeeting } from "../../support/some-meeting.ts";
import { vocabulary } from "../../support/vocabulary.ts";

const day = 86_400_000;
const saturday = 6;
/** Saturday, 14 November 2026, 19:00 in Denver: the second of its month. */
const second = Date.parse("2026-11-15T02:00:00Z");

const inWeeks = (weeks: Frequency["weeks"], sure = true): Frequency => ({ value: "monthly", weeks, words: "words", sure });

/** The names of all meetings in the order that people see. */
function orderAt(now: number, asked = now, open24 = false): string[] {
  const db = openDatabase(":memory:");
  const meet = (name: string, weekday: number, hour: number, frequency: Frequency, zone: string | null = "America/Denver", length = 60) =>
    saveMeeting(
      db,
      vocabulary,
      {
        ...someMeeting,
        id: `prairie-${name}`,
        name,
        occurrences: [{ day: weekday, start: hour * 60, length }],
        zone: zone === null ? null : { name: zone, from: "feed" },
        frequency,
      },
      [],
      1,
    );
  meet("weekly", saturday, 20, someMeeting.frequency);
  meet("first", saturday, 19, inWeeks(["first"]));
  meet("second and fourth", saturday, 19, inWeeks(["second", "fourth"]));
  meet("fifth", saturday, 19, inWeeks(["fifth"]));
  meet("first, perhaps", saturday, 21, inWeeks(["first"], false));
  meet("every other", saturday, 22, inWeeks(["every-other"]));
  meet("no zone", saturday, 19, someMeeting.frequency, null);
  meet("third", saturday, 19, inWeeks(["third"]));
  if (open24) {
    meet("open all day", saturday, 0, someMeeting.frequency, "America/Denver", 1440);
    meet("on Sunday", 0, 9, someMeeting.frequency);
  }
  const opened = openMeetingsOf(db, now);
  const week = isOutdated(opened.week, asked) ? weekOf(opened.times, asked) : opened.week;
  const meetings = { ...opened, week };
  return searchMeetings(meetings, { filter: emptyFilter, from: null, night: null }, asked)
    .take(0, 20)
    .map(({ fitting: [{ meeting }] }) => meeting.name);
}

describe("soonest first", () => {
  it("puts what meets only in a later week behind the whole week, soonest first, and what has no time last", () => {
    expect(orderAt(second)).toEqual([
      "second and fourth",
      "weekly",
      "first, perhaps",
      "every other",
      // In exactly a week is not now.
      "third",
      "first",
      "fifth",
      "no zone",
    ]);
  });

  it("has it among the others once it comes round", () => {
    expect(orderAt(second + 16 * day)).toEqual([
      "first",
      "weekly",
      "first, perhaps",
      "every other",
      "second and fourth",
      "third",
      "fifth",
      "no zone",
    ]);
  });

  it("puts what is open all day first for as long as it is, and once only", () => {
    const opens = (hours: number) => orderAt(second, second + hours * 3_600_000, true).map((name) => name === "open all day");
    expect(opens(4.5).indexOf(true)).toBe(0);
    expect(opens(4.5).filter(Boolean)).toHaveLength(1);
    // At midnight it closes: the next is Sunday's.
    expect(opens(5.5).indexOf(true)).toBe(1);
  });

  it("looks again when time has passed", () => {
    expect(orderAt(second, second + 20 * day)[0]).toBe("first");
  });
});
