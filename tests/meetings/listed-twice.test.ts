// cspell:ignore amanecer
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { findGroup } from "../../src/meetings/find-group.ts";
import type { Meeting } from "../../src/meetings/meeting.ts";
import { removeFeedMeetings, saveMeeting } from "../../src/meetings/save.ts";
import { searchMeetings } from "../../src/meetings/search.ts";
import { emptyFilter } from "../../src/search/filter.ts";
import { openMeetingsOf } from "../support/open-meetings.ts";
import { copiesOf } from "../support/site.ts";
import { someMeeting } from "../support/some-meeting.ts";
import { vocabulary } from "../support/vocabulary.ts";

/** Migrated once. */
const emptyDatabase = copiesOf(() => openDatabase(":memory:"));

/** Saturday, 14 November 2026, 19:00 in Denver. */
const now = Date.parse("2026-11-15T02:00:00Z");
const monday = { day: 1, start: 19 * 60, length: 60 };
const church = { ...someMeeting.place, name: "First Church", street: "12 Main St", city: "Bigfork", state: "MT" };
const at = (latitude: number, longitude: number, place: Partial<Meeting["place"]> = {}) => ({
  ...church,
  ...place,
  point: { latitude, longitude },
});
const zoom = (number: string) => ({ url: `https://us02web.zoom.us/j/${number}?pwd=abc`, notes: null });

type Listed = Partial<Meeting> & { feed: "region" | "state" | "aggregator" };

function databaseOf(listed: readonly Listed[]): Database {
  const db = emptyDatabase();
  for (const [number, one] of listed.entries())
    saveMeeting(
      db,
      vocabulary,
      { ...someMeeting, id: `${one.feed}-${number}`, name: "Sunrise", occurrences: [monday], place: church, ...one },
      [],
      1,
    );
  return db;
}

/** What is shown of some lists: the ids of each group's times, and of the records that are named beside them. */
function shown(listed: readonly Listed[]): string[] {
  const meetings = openMeetingsOf(databaseOf(listed), now);
  const groups = searchMeetings(meetings, { filter: emptyFilter, from: null, night: null }, now).take(0, 100);
  return groups
    .map(({ times }) => {
      const { alsoListed } = findGroup(meetings, times[0]!.meeting.id)!;
      const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id).join(" ");
      return [ids(times.map(({ meeting }) => meeting)), ids(alsoListed)].filter(Boolean).join(", also ");
    })
    .sort();
}

describe("one meeting in two lists", () => {
  it.each<[string, Listed, Listed]>([
    ["at one address, however it is written", { feed: "region" }, { feed: "aggregator", place: { ...church, street: "12 Main Street" } }],
    ["whose name one of them ends with what it is", { feed: "region" }, { feed: "aggregator", name: "The Sunrise Group of AA" }],
    ["whose name says more in one of them", { feed: "region" }, { feed: "aggregator", name: "Sunrise Big Book" }],
    ["that one of them files under its group", { feed: "region", name: "Monday Book", group: "Sunrise" }, { feed: "aggregator" }],
    [
      "at points a few steps apart",
      { feed: "region", place: at(48.06, -114.07) },
      { feed: "aggregator", place: at(48.0604, -114.0702, { street: "Main & Electric" }) },
    ],
    [
      "in one room on the line, whatever its link ends with",
      { feed: "region", join: "video", place: someMeeting.place, online: zoom("850112") },
      { feed: "aggregator", join: "video", place: someMeeting.place, online: { url: "https://zoom.us/j/850112", notes: null } },
    ],
    [
      "on one number with one code",
      { feed: "region", join: "phone", place: someMeeting.place, phone: { number: "+13126266799,,850112#", notes: null } },
      { feed: "aggregator", join: "phone", place: someMeeting.place, phone: { number: "312-626-6799", notes: "Meeting ID 850112" } },
    ],
    ["of which one says the room", { feed: "region", place: { ...church, name: "First Church, room 4" } }, { feed: "aggregator" }],
    ["with Saint in full", { feed: "region", name: "Saint Cloud Sunrise" }, { feed: "aggregator", name: "St. Cloud Sunrise" }],
    ["that has no name but what it is", { feed: "region", name: "Recovery Group" }, { feed: "aggregator", name: "Recovery Group NA" }],
    [
      "of which one says the suite",
      { feed: "region", place: { ...church, street: "12 Main St, Suite 4" } },
      { feed: "aggregator", place: { ...church, street: "12 Main St." } },
    ],
    [
      "in one suite",
      { feed: "region", place: { ...church, street: "12 Main St, Suite 4" } },
      { feed: "aggregator", place: { ...church, street: "12 Main St Ste. 4", name: null } },
    ],
    ["without a ZIP code in one of them", { feed: "region", place: { ...church, zip: "59911" } }, { feed: "aggregator" }],
    [
      "on a highway of the US",
      { feed: "region", place: { ...church, street: "940 US Highway 93" } },
      { feed: "aggregator", place: { ...church, street: "940 US Hwy 93" } },
    ],
    ["paused in both", { feed: "region", join: "paused" }, { feed: "aggregator", join: "paused" }],
  ])("%s is shown once", (_, one, other) => {
    expect(shown([{ ...one, notes: "Fuller", url: "https://region.example.org/1" }, other])).toEqual(["region-0, also aggregator-1"]);
    expect(shown([one, { ...other, notes: "Fuller", url: "https://aggregator.example.org/1" }])).toEqual(["aggregator-1, also region-0"]);
  });

  it.each<[string, Listed, Listed]>([
    ["two groups at one hour in one church", { feed: "region" }, { feed: "aggregator", name: "Nooners" }],
    ["two groups of which one has no name of its own", { feed: "region" }, { feed: "aggregator", name: "AA Meeting" }],
    ["English and Spanish", { feed: "region" }, { feed: "aggregator", languages: ["es"] }],
    ["women's and the other", { feed: "region" }, { feed: "aggregator", name: "Sunrise Women" }],
    ["women's and men's", { feed: "region", types: ["women"] }, { feed: "aggregator", types: ["men"] }],
    [
      "two rooms of a house",
      { feed: "region", place: { ...church, name: "First Church, room 4" } },
      { feed: "aggregator", place: { ...church, notes: "In the basement" } },
    ],
    [
      "two suites of a house",
      { feed: "region", place: { ...church, street: "12 Main St, Suite 4" } },
      { feed: "aggregator", place: { ...church, street: "12 Main St, Suite 5" } },
    ],
    ["a room and a line", { feed: "region" }, { feed: "aggregator", join: "video", online: zoom("850112") }],
    ["half an hour apart", { feed: "region" }, { feed: "aggregator", occurrences: [{ ...monday, start: 19 * 60 + 30 }] }],
    ["beginners' and the other", { feed: "region" }, { feed: "aggregator", name: "Sunrise Beginners" }],
    [
      "two houses of one name",
      { feed: "region", place: at(48.06, -114.07) },
      { feed: "aggregator", place: at(48.07, -114.07, { street: "9 Elm St" }) },
    ],
    ["two towns", { feed: "region" }, { feed: "aggregator", place: { ...church, city: "Libby" } }],
    [
      "middles of a town",
      { feed: "region", place: at(48.06, -114.07, { street: null, name: null, approximate: true }) },
      { feed: "aggregator", place: at(48.06, -114.07, { street: null, name: null, approximate: true }) },
    ],
    ["other hours", { feed: "region" }, { feed: "aggregator", occurrences: [{ ...monday, start: 20 * 60 }] }],
    ["other weeks", { feed: "region" }, { feed: "aggregator", frequency: { value: "monthly", weeks: ["first"], words: "x", sure: true } }],
    ["other programs", { feed: "region" }, { feed: "aggregator", program: "narcotics-anonymous" }],
    ["other clocks", { feed: "region" }, { feed: "aggregator", zone: { name: "America/Chicago", from: "feed" } }],
    ["what one list says has paused", { feed: "region" }, { feed: "aggregator", join: "paused" }],
    [
      "rooms on the line",
      { feed: "region", join: "video", place: someMeeting.place, online: zoom("850112") },
      { feed: "aggregator", join: "video", place: someMeeting.place, online: zoom("850113") },
    ],
    [
      "a number that many share",
      { feed: "region", join: "phone", place: someMeeting.place, phone: { number: "+13126266799", notes: null } },
      {
        feed: "aggregator",
        join: "phone",
        name: "Sunrise Steps",
        place: someMeeting.place,
        phone: { number: "+13126266799", notes: null },
      },
    ],
    [
      "a link to a site and no room",
      { feed: "region", join: "video", place: someMeeting.place, online: { url: "https://zoom.us/", notes: null } },
      { feed: "aggregator", join: "video", place: someMeeting.place, online: { url: "https://zoom.us", notes: null } },
    ],
    ["no place at all", { feed: "region", place: someMeeting.place }, { feed: "aggregator", place: someMeeting.place }],
  ])("%s are two", (_, one, other) => {
    expect(shown([one, other])).toEqual(["aggregator-1", "region-0"]);
  });

  it("are two where it could be either of two", () => {
    const [steps, book] = ["Sunrise Steps", "Sunrise Book"].map((name) => ({ feed: "aggregator", name }) as const);
    expect(shown([{ feed: "region" }, steps!, book!])).toEqual(["aggregator-1", "aggregator-2", "region-0"]);
    expect(shown([{ feed: "region", notes: "Fuller" }, steps!, { feed: "aggregator" }])).toEqual([
      "aggregator-1",
      "region-0, also aggregator-2",
    ]);
  });

  it("is never two of one list", () => expect(shown([{ feed: "region" }, { feed: "region" }])).toEqual(["region-0 region-1"]));

  it("is one in three lists, unless two of them are at odds", () => {
    expect(shown([{ feed: "region", notes: "Fuller" }, { feed: "state" }, { feed: "aggregator", name: "Sunrise Group" }])).toEqual([
      "region-0, also aggregator-2 state-1",
    ]);
    const odd = shown([{ feed: "region", types: ["women"] }, { feed: "state", types: ["men"] }, { feed: "aggregator" }]);
    expect(odd).toHaveLength(2);
  });

  it("has in one row the times that only one of the lists has, as long as one joins them alike", () => {
    const on = (...days: number[]) => days.map((day) => ({ ...monday, day }));
    expect(
      shown([
        { feed: "region", notes: "Fuller", occurrences: on(1, 3, 5) },
        { feed: "aggregator", name: "Sunrise Group", occurrences: on(1, 3, 6) },
      ]),
    ).toEqual(["region-0 region-0 region-0 aggregator-1, also aggregator-1"]);
  });

  it("is that of the list that says more of the whole group, so that its times stay together", () => {
    const listed = [1, 2, 3].flatMap((day): Listed[] => {
      const occurrences = [{ ...monday, day }];
      return [
        { feed: "region", occurrences, notes: "One", url: day === 2 ? null : "https://region.example.org", phone: null },
        { feed: "aggregator", occurrences, notes: "One", group: day === 2 ? "Sunrise" : null },
      ];
    });
    expect(shown(listed)).toEqual(["region-0 region-2 region-4, also aggregator-1 aggregator-3 aggregator-5"]);
  });

  it("is that of the other list once one is gone, and led to by either id", () => {
    const db = databaseOf([{ feed: "region", notes: "Fuller" }, { feed: "aggregator" }]);
    const both = openMeetingsOf(db, now);
    expect(findGroup(both, "aggregator-1")!.id).toBe("region-0");
    expect(searchMeetings(both, { filter: emptyFilter, from: null, night: null }, now).times).toBe(1);
    removeFeedMeetings(db, "region", "2026-11-23T12:00:00.000Z");
    const one = openMeetingsOf(db, now);
    expect(findGroup(one, "aggregator-1")).toMatchObject({ id: "aggregator-1", alsoListed: [] });
    expect(findGroup(one, "region-0")).toBeNull();
  });
});

describe("lists that overlap in any way", () => {
  const anyListed: fc.Arbitrary<Listed> = fc.record({
    feed: fc.constantFrom("region", "state", "aggregator"),
    name: fc.constantFrom("Sunrise", "Sunrise Group", "Sunrise Steps", "Sunrise Women", "Nooners"),
    place: fc.constantFrom(church, { ...church, street: "12 Main Street" }, at(48.06, -114.07), at(48.0603, -114.07, { street: "Main" }), {
      ...church,
      name: "Room 4",
    }),
    types: fc.constantFrom([], ["women"], ["men"]),
    languages: fc.constantFrom(["en"], ["en"], ["es"]),
    notes: fc.constantFrom(null, "Side door"),
    occurrences: fc.constantFrom([monday], [{ ...monday, day: 2 }], [monday, { ...monday, day: 2 }]),
  });

  it("lose no time: each is shown once, or beside one of another list at the same hour and for the same people", () => {
    fc.assert(
      fc.property(fc.array(anyListed, { maxLength: 12 }), (listed) => {
        const db = databaseOf(listed);
        const meetings = openMeetingsOf(db, now);
        const times = db
          .prepare("SELECT meeting_times.row, minute, feed, body FROM meeting_times JOIN meetings ON meetings.row = meeting")
          .all() as { row: number; minute: number; feed: string; body: string }[];
        const byRow = new Map(times.map((time) => [time.row, { ...time, meeting: JSON.parse(time.body) as Meeting }]));
        const groups = searchMeetings(meetings, { filter: emptyFilter, from: null, night: null }, now).take(0, 100);
        const positions = groups.flatMap(({ fitting }) => fitting.map(({ position }) => position));
        expect(positions.toSorted((a, b) => a - b)).toEqual([...meetings.rows.keys()]);
        expect([...meetings.rows, ...meetings.repeats.keys()].toSorted((a, b) => a - b)).toEqual([...byRow.keys()].sort((a, b) => a - b));
        for (const [row, position] of meetings.repeats) {
          const [hidden, kept] = [byRow.get(row)!, byRow.get(meetings.rows[position]!)!];
          expect(hidden.feed).not.toBe(kept.feed);
          expect(hidden.minute).toBe(kept.minute);
          expect(hidden.meeting.languages).toEqual(kept.meeting.languages);
          const audiences = new Set([hidden, kept].flatMap(({ meeting }) => meeting.types));
          expect(audiences.size).toBeLessThan(2);
        }
        // Of one feed no two times are behind one that is shown.
        for (const rows of meetings.repeated.values()) expect(new Set(rows.map((row) => byRow.get(row)!.feed)).size).toBe(rows.length);
      }),
      { numRuns: 60 },
    );
  });
});
