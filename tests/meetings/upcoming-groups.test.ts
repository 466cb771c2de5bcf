import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../src/database/open.ts";
import { type Meeting, weekdays } from "../../src/meetings/meeting.ts";
import { saveMeeting } from "../../src/meetings/save.ts";
import { searchMeetings } from "../../src/meetings/search.ts";
import { idOfGroup, nameOfGroup, timesOfGroup, type UpcomingGroup } from "../../src/meetings/upcoming-groups.ts";
import { emptyFilter, type Filter } from "../../src/search/filter.ts";
import { openMeetingsOf } from "../support/open-meetings.ts";
import { copiesOf } from "../support/site.ts";
import { someMeeting } from "../support/some-meeting.ts";
import { vocabulary } from "../support/vocabulary.ts";

/** Migrated once. */
const emptyDatabase = copiesOf(() => openDatabase(":memory:"));

/** Saturday, 14 November 2026, 19:00 in Denver. */
const now = Date.parse("2026-11-15T02:00:00Z");
const zone = { name: "America/Denver", from: "feed" } as const;

function openWith(meetings: readonly Partial<Meeting>[]) {
  const db = emptyDatabase();
  for (const [at, meeting] of meetings.entries())
    saveMeeting(db, vocabulary, { ...someMeeting, id: `prairie-${at}`, zone, ...meeting }, [], 1);
  return openMeetingsOf(db, now);
}

const ask = (meetings: readonly Partial<Meeting>[], filter: Partial<Filter> = {}) =>
  searchMeetings(openWith(meetings), { filter: { ...emptyFilter, ...filter }, from: null, night: null }, now);

const house = (street: string | null, name: string | null = null) => ({ ...someMeeting.place, name, street, city: "Bigfork", state: "MT" });
const at = (day: number, hour: number) => ({ day, start: hour * 60, length: 60 });

const anyMeeting: fc.Arbitrary<Partial<Meeting>> = fc.record({
  name: fc.constantFrom("Sunrise", "Nooners", "Women’s Way"),
  group: fc.constantFrom(null, null, "Bigfork Group", "District 7"),
  place: fc.constantFrom(house("1 Main St"), house("1 Main Street"), house("2 Main St"), house(null)),
  occurrences: fc
    .uniqueArray(fc.record({ day: fc.nat(6), hour: fc.integer({ min: 6, max: 22 }) }), {
      selector: ({ day, hour }) => day * 24 + hour,
      maxLength: 3,
    })
    .map((some) => some.map(({ day, hour }) => at(day, hour))),
  join: fc.constantFrom("in-person", "in-person", "in-person", "paused"),
});

const timesOf = (meetings: readonly Partial<Meeting>[]) =>
  meetings.flatMap(({ occurrences = [] }, id) =>
    (occurrences.length > 0 ? occurrences : [null]).map((time) => timeKey(`prairie-${id}`, time)),
  );
const timeKey = (id: string, time: { day: number; start: number } | null) =>
  `${id} ${time ? time.day * 1440 + time.start : "by arrangement"}`;
const keysOf = (groups: readonly UpcomingGroup[]) =>
  groups.flatMap(({ fitting }) => fitting.map(({ meeting, occurrence }) => timeKey(meeting.id, occurrence)));

describe("groups of meetings", () => {
  it("lose no time and have none twice, on whichever page, each group at the first of its times", () => {
    fc.assert(
      fc.property(fc.array(anyMeeting, { maxLength: 30 }), fc.constantFrom("name", null), (meetings, sort) => {
        const answer = ask(meetings, { sort });
        const pages = Array.from({ length: Math.ceil(answer.total / 5) }, (_, page) => answer.take(page * 5, 5));
        const groups = pages.flat();
        expect(groups).toHaveLength(answer.total);
        expect([...answer.all()]).toEqual(groups);
        expect(keysOf(groups).sort()).toEqual(timesOf(meetings).sort());
        for (const { fitting, times } of groups) {
          expect(times).toHaveLength(fitting.length);
          expect(new Set(times.map(({ meeting }) => JSON.stringify([meeting.place.street?.slice(0, 1), meeting.join])))).toHaveProperty(
            "size",
            1,
          );
        }
        const starts = groups.map(({ fitting: [next] }) => next.startsAt ?? Number.POSITIVE_INFINITY);
        if (sort === null) expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        for (const { fitting } of groups) {
          const own = fitting.map(({ startsAt }) => startsAt ?? Number.POSITIVE_INFINITY);
          expect(own).toEqual(own.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("are found by any of their times, and keep all others in the row", () => {
    fc.assert(
      fc.property(fc.array(anyMeeting, { maxLength: 20 }), fc.nat(6), (meetings, day) => {
        const id = weekdays[day]!;
        const answer = ask(meetings, { chosen: { day: [id] } });
        const groups = answer.take(0, 100);
        const onDay = timesOf(meetings.map((one) => (one.join === "paused" ? { occurrences: [] } : one))).filter(
          (key) => Math.floor(Number(key.split(" ")[1]) / 1440) === day,
        );
        expect(keysOf(groups).sort()).toEqual(onDay.sort());
        expect(answer.counts["day"]![day]).toBe(groups.length);
        const every = ask(meetings).take(0, 100);
        for (const group of groups) {
          const whole = every.find(({ times }) => idOfGroup(times) === idOfGroup(group.times))!;
          expect(timesOfGroup(group.times)).toEqual(timesOfGroup(whole.times));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("are one however the house is written, and two where one joins them in two ways, in two weeks, or where they are for women or in Spanish", () => {
    const [main, street] = [house("1 Main St"), house("1 Main Street")];
    const monthly = { value: "monthly", weeks: ["first"], words: "x", sure: true } as const;
    expect(ask([{ place: main }, { place: street, occurrences: [at(2, 19)] }]).total).toBe(1);
    expect(
      ask([{ place: main }, { place: main, join: "hybrid", online: { url: "https://video.example.org/j/1", notes: null } }]).total,
    ).toBe(2);
    expect(ask([{ place: main }, { place: main, frequency: { ...monthly, weeks: [...monthly.weeks] } }]).total).toBe(2);
    expect(ask([{ place: main }, { place: house("2 Main St") }]).total).toBe(2);
    expect(ask([{ place: main }, { place: main, types: ["women"] }, { place: main, types: ["men", "open"] }]).total).toBe(3);
    expect(ask([{ place: main }, { place: main, types: ["speaker"] }, { place: main, languages: ["es"] }]).total).toBe(2);
    const inTown = (city: string) => ({ ...house(null), city });
    expect(ask([{ place: inTown("Bigfork") }, { place: inTown("Libby") }]).total).toBe(2);
  });

  it("are called by the name that all their meetings have, else by the group's own", () => {
    const names = (meetings: readonly Partial<Meeting>[]) =>
      ask(meetings)
        .take(0, 9)
        .map(({ times }) => nameOfGroup(times));
    const place = house("1 Main St");
    expect(
      names([
        { place, group: "Bigfork Group", name: "Big Book" },
        { place, group: "Bigfork group", name: "Steps" },
      ]),
    ).toEqual(["Bigfork Group"]);
    expect(names([{ place, group: "Bigfork Group", name: "Big Book" }])).toEqual(["Big Book"]);
  });

  it("meet so many times a week: what is paused or by arrangement does not", () => {
    const place = house("1 Main St");
    const answer = ask([
      { place, occurrences: [at(1, 7), at(3, 7)] },
      { place, name: "Paused", join: "paused" },
      { place, occurrences: [] },
    ]);
    expect([answer.total, answer.times]).toEqual([2, 2]);
  });
});
