import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMeetingGuide } from "../../../src/feeds/meeting-guide/parse.ts";
import { readRecords } from "../../../src/feeds/records/read.ts";
import { daysOfRule, endOfRule } from "../../../src/feeds/records/recurrence.ts";
import { frequencyOf } from "../../../src/meetings/schedule/frequency.ts";
import { taken } from "../../support/feeds.ts";
import { vocabulary } from "../../support/vocabulary.ts";

const source = { id: "mt", program: "smart-recovery", fellowship: null, vocabulary };

function read(text: string) {
  const found = readRecords(text, null);
  if ("problem" in found) throw new Error(found.problem);
  return { ...taken(parseMeetingGuide(source, found)), morePages: found.morePages };
}

/** A calendar of events, each of which is given by its lines. */
const calendar = (...events: string[][]) =>
  [
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-TIMEZONE:America/Denver",
    ...events.map((lines) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n")),
    "END:VCALENDAR\r\n",
  ].join("\r\n");

const wick = ["SUMMARY:Wick Circle", "DTSTART;TZID=America/Denver:20260106T184000", "DTEND;TZID=America/Denver:20260106T194000"];
const place = "LOCATION:Depot\\, 8 Rail St\\, Terry\\, MT 59349";

describe("a calendar in iCalendar", () => {
  it("says when an event was changed last", () => {
    const [meeting] = read(calendar([...wick, "RRULE:FREQ=WEEKLY;BYDAY=TU", "LAST-MODIFIED:20251204T101112Z"])).meetings;
    expect(meeting!.updated).toBe("2025-12-04");
  });

  it("is read by its rules, with lines that go on, places and alarms", () => {
    const { meetings } = read(
      calendar([
        ...wick,
        "RRULE:FREQ=WEEKLY;BYDAY=TU,TH",
        place,
        "DESCRIPTION:Bring a mug\\; all\r\n  welcome.\\nNo sign-up.",
        "BEGIN:VALARM",
        "DESCRIPTION:Reminder",
        "END:VALARM",
      ]),
    );
    expect(meetings).toMatchObject([
      {
        name: "Wick Circle",
        occurrences: [2, 4].map((day) => ({ day, start: 1120, length: 60 })),
        recordZone: "America/Denver",
        place: { name: "Depot", street: "8 Rail St", city: "Terry", state: "MT", zip: "59349" },
        notes: "Bring a mug; all welcome.\nNo sign-up.",
      },
    ]);
  });

  it("folds events on their dates into a meeting, and refuses a single one, what lasts all day, is called off or has ended", () => {
    const on = (date: string, more: string[] = []) => ["SUMMARY:Wick Circle", `DTSTART;TZID=America/Denver:${date}T184000`, ...more];
    const { meetings, refused } = read(
      calendar(
        on("20260106"),
        on("20260113"),
        on("20260127"),
        ["SUMMARY:Chili Supper", "DTSTART;VALUE=DATE:20260110"],
        ["SUMMARY:Open House", "DTSTART:20260110T170000"],
        on("20260120", ["STATUS:CANCELLED"]),
        ["SUMMARY:Old Circle", "DTSTART:20200107T180000", "DTSTAMP:20260101T000000Z", "RRULE:FREQ=WEEKLY;UNTIL=20210101T000000Z"],
        ["SUMMARY:Odd Circle", "DTSTART:20260107T180000", "RRULE:FREQ=YEARLY"],
      ),
    );
    expect(meetings).toMatchObject([{ name: "Wick Circle", occurrences: [{ day: 2, start: 1120 }] }]);
    expect(refused.map(({ reason }) => reason)).toEqual([
      expect.stringContaining("until 2021-01-01"),
      expect.stringContaining("2026-01-07"),
      expect.stringContaining("2026-01-10"),
      expect.stringContaining("2026-01-10"),
    ]);
  });

  it("takes universal time to the clock of the calendar, and a link for the room", () => {
    const { meetings } = read(
      calendar([
        "SUMMARY:Late",
        "DTSTART:20260107T014000Z",
        "DURATION:PT1H30M",
        "RRULE:FREQ=WEEKLY",
        "LOCATION:https://zoom.us/j/5551230000",
      ]),
    );
    expect(meetings).toMatchObject([
      { occurrences: [{ day: 2, start: 1120, length: 90 }], recordZone: "America/Denver", online: { url: "https://zoom.us/j/5551230000" } },
    ]);
  });

  it.each([
    ["FREQ=WEEKLY;BYDAY=WE", [2]],
    ["FREQ=WEEKLY;BYDAY=MO,WE", [0, 2]],
    ["FREQ=DAILY;BYDAY=SU,WE", [2, 6]],
    ["FREQ=MONTHLY;BYDAY=1WE", [2]],
  ])("takes the days of a rule in universal time there too: %s", (rule, days) => {
    const [late] = read(calendar(["SUMMARY:Late", "DTSTART:20260107T014000Z", `RRULE:${rule}`])).meetings;
    expect(late!.occurrences.map(({ day }) => day)).toEqual(days);
  });

  it.each([
    ["FREQ=WEEKLY", "Tuesday"],
    ["FREQ=WEEKLY;BYDAY=MO,WE,FR", "Monday, Wednesday, Friday"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "Every other Friday"],
    ["FREQ=DAILY", "Daily"],
    ["FREQ=MONTHLY;BYDAY=1WE", "First Wednesday"],
    ["FREQ=MONTHLY;BYDAY=1WE,3WE", "First Wednesday, Third Wednesday"],
    ["FREQ=MONTHLY;BYDAY=WE;BYSETPOS=-1", "Last Wednesday"],
    ["FREQ=MONTHLY;BYMONTHDAY=15", null],
    ["FREQ=WEEKLY;INTERVAL=3", "Tuesday, every 3 weeks"],
    ["FREQ=WEEKLY;INTERVAL=40", null],
    ["FREQ=WEEKLY;INTERVAL=0", null],
    ["FREQ=WEEKLY;INTERVAL=x", null],
    ["FREQ=DAILY;INTERVAL=7", "Tuesday"],
    ["FREQ=DAILY;INTERVAL=14", "Every other Tuesday"],
    ["FREQ=DAILY;INTERVAL=2", null],
    ["FREQ=MONTHLY;INTERVAL=2;BYDAY=1WE", "First Wednesday, every other month"],
    ["FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU", "Second Tuesday, every 3 months"],
    ["", null],
  ])("says the rule %s in words", (rule, days) => {
    expect(daysOfRule(rule, "2026-01-06")).toBe(days);
  });

  it.each([
    ["FREQ=WEEKLY;UNTIL=20260601T000000Z", "2026-06-01"],
    ["FREQ=WEEKLY;COUNT=4", "2026-02-03"],
    ["FREQ=WEEKLY;INTERVAL=2;COUNT=4", "2026-03-03"],
    ["FREQ=WEEKLY;COUNT=999;INTERVAL=9999", null],
    ["FREQ=WEEKLY", null],
  ])("knows the end of the rule %s", (rule, end) => {
    expect(endOfRule(rule, "2026-01-06")).toBe(end);
  });

  it("is over once its count is used up", () => {
    const { refused } = read(calendar([...wick, "RRULE:FREQ=WEEKLY;COUNT=6", "DTSTAMP:20260901T000000Z"]));
    expect(refused[0]?.reason).toContain("until 2026-02-17");
  });

  it("says on which dates to come a series does not meet: left out of its rule, or called off one by one", () => {
    const { meetings } = read(
      calendar(
        [
          ...wick,
          "UID:wick",
          "RRULE:FREQ=WEEKLY",
          "DTSTAMP:20261120T000000Z",
          "DESCRIPTION:Bring a mug.",
          "EXDATE;TZID=America/Denver:20260707T184000,20261222T184000",
          "EXDATE;TZID=America/Denver:20261229T184000",
        ],
        ["SUMMARY:Wick Circle", "UID:wick", "RECURRENCE-ID:20261202T014000Z", "STATUS:CANCELLED", "DTSTART:20261202T014000Z"],
      ),
    );
    expect(meetings).toHaveLength(1);
    expect(meetings[0]).toMatchObject({
      notes: "Bring a mug.\nNo meeting on December 1, 2026, December 22, 2026, and December 29, 2026.",
      join: "contact-first",
    });
    expect(frequencyOf(meetings[0]!)).toMatchObject({ value: "weekly", sure: true });
  });

  const tuesdays = (from: string, count: number) =>
    Array.from({ length: count }, (_, week) =>
      new Date(Date.parse(from) + week * 7 * 86_400_000).toISOString().slice(0, 10).replaceAll("-", ""),
    );
  const leavingOut = (dates: readonly string[], rule = "FREQ=WEEKLY") =>
    read(calendar([...wick, "UID:wick", `RRULE:${rule}`, "DTSTAMP:20260105T000000Z", `EXDATE;VALUE=DATE:${dates.join(",")}`]));

  it("is no weekly meeting where its series leaves out most of its dates", () => {
    const all = tuesdays("2026-01-06", 30);
    const some = leavingOut(all.filter((date) => !["20260106", "20260113", "20260224", "20260407"].includes(date)));
    expect(some.meetings).toHaveLength(1);
    expect(some.meetings[0]).toMatchObject({
      occurrences: [{ day: 2 }],
      notes: "Meets only on January 6, 2026, January 13, 2026, February 24, 2026, and April 7, 2026.",
    });
    expect(frequencyOf(some.meetings[0]!)).toMatchObject({ sure: false });
    const monthly = leavingOut(all.filter((date) => Number(date.slice(6)) > 7));
    expect(frequencyOf(monthly.meetings[0]!)).toMatchObject({ value: "monthly", weeks: ["first"] });
    expect(leavingOut(all.slice(1)).refused[0]?.reason).toContain("2026-01-06");
    expect(leavingOut(all).refused[0]?.reason).toContain("all its dates are called off");
  });

  it("says when a series begins that is yet to come", () => {
    const beginning = (written: string) => read(calendar([...wick, "RRULE:FREQ=WEEKLY", `DTSTAMP:${written}T000000Z`])).meetings[0];
    expect(beginning("20251201")).toMatchObject({ notes: "First meeting on January 6, 2026.", closed: { join: "paused" } });
    expect(beginning("20260102")).toMatchObject({ notes: null, closed: null });
  });

  it("keeps the days of a series that leaves out most dates of another day", () => {
    const { meetings } = leavingOut(tuesdays("2026-01-06", 30), "FREQ=WEEKLY;BYDAY=MO,TU");
    expect(meetings).toMatchObject([{ occurrences: [{ day: 1 }], notes: null }]);
    const daily = leavingOut(tuesdays("2026-01-06", 27).slice(3), "FREQ=DAILY").meetings;
    expect(daily.map(({ occurrences }) => occurrences.length)).toEqual([6, 1]);
    expect(frequencyOf(daily[1]!)).toMatchObject({ sure: false });
  });

  it.each([
    ["FREQ=WEEKLY;INTERVAL=3", { value: "weekly", sure: false }],
    ["FREQ=WEEKLY;INTERVAL=6", { value: "weekly", sure: false }],
    ["FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU", { sure: false }],
    ["FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU", { sure: false }],
    ["FREQ=MONTHLY;BYDAY=1TU", { value: "monthly", sure: true, weeks: ["first"] }],
  ])("is not promised for weeks that its rule may skip: %s", (rule, often) => {
    const { meetings } = read(calendar([...wick, `RRULE:${rule}`]));
    expect(frequencyOf(meetings[0]!)).toMatchObject(often);
  });

  it("never throws, and is read in linear time", () => {
    const line = fc.oneof(fc.string(), fc.constantFrom("BEGIN:VEVENT", "END:VEVENT", "RRULE:FREQ=WEEKLY", "DTSTART:20260107T180000", " x"));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        expect(readRecords(["BEGIN:VCALENDAR", ...lines].join("\n"), null)).toHaveProperty("records");
      }),
    );
    for (const junk of [";".repeat(100_000), ":".repeat(100_000), "\n ".repeat(50_000), "BEGIN:VEVENT\n".repeat(10_000)])
      expect(readRecords(`BEGIN:VCALENDAR\n${junk}`, null)).toHaveProperty("records");
  });
});

describe("The Events Calendar", () => {
  const venue = { venue: "Depot", address: "8 Rail St", city: "Terry", state: "MT", zip: "59349" };
  const event = (date: string, more = {}) => ({
    ...{ title: "Wick Circle", status: "publish", timezone: "America/Denver", all_day: false, venue },
    ...{ start_date: `${date} 18:40:00`, end_date: `${date} 19:40:00`, url: `https://depot.example.org/event/wick/${date}/` },
    ...more,
  });
  const readEvents = (events: unknown[], more = {}) => read(JSON.stringify({ events, total_pages: 1, next_rest_url: "", ...more }));
  const daysOf = (...dates: string[]) => {
    const [meeting] = readEvents(dates.map((date) => event(date))).meetings;
    return meeting && [meeting.occurrences[0]?.day, meeting.notes];
  };

  it("was written when the last of its events was changed", () => {
    const written = (...stamps: (string | undefined)[]) =>
      readEvents(stamps.map((modified, week) => event(`2026-12-0${1 + 7 * week}`, { modified }))).meetings[0]!.updated;
    expect(written("2025-03-04 10:11:12", "2026-02-01 09:00:00")).toBe("2026-02-01");
    expect(written(undefined, undefined)).toBeNull();
  });

  it("is folded by title, place, weekday and time", () => {
    const { meetings, refused } = readEvents([
      ...["2026-12-01", "2026-12-08", "2026-12-15"].map((date) => event(date)),
      ...["2026-12-03", "2026-12-10"].map((date) => event(date)),
      event("2026-12-09", { title: "Chili Supper" }),
      event("2026-12-22", { status: "draft" }),
    ]);
    expect(meetings).toMatchObject([
      {
        occurrences: [{ day: 2, start: 1120, length: 60 }],
        place: { name: "Depot", city: "Terry" },
        url: "https://depot.example.org/event/wick/",
      },
      { occurrences: [{ day: 4, start: 1120, length: 60 }] },
    ]);
    expect(refused).toHaveLength(1);
  });

  it("says how often, as far as its dates do", () => {
    expect(daysOf("2026-12-01", "2026-12-08", "2026-12-22")).toEqual([2, null]);
    expect(daysOf("2026-12-01", "2027-01-05", "2027-02-02")).toEqual([2, "First Tuesday"]);
    expect(daysOf("2026-12-01", "2026-12-15", "2026-12-29")).toEqual([2, "Every other Tuesday"]);
    expect(daysOf("2026-12-01", "2027-02-16")).toBeUndefined();
    expect(daysOf("2026-12-01", "2026-12-08", "2027-03-02", "2027-06-01")).toEqual([
      2,
      "Meets only on December 1, 2026, December 8, 2026, March 2, 2027, and June 1, 2027.",
    ]);
  });

  it("tells that another page follows", () => {
    expect(readEvents([event("2026-12-01")], { next_rest_url: "https://depot.example.org/events?page=2" }).morePages).toBe("next_rest_url");
    expect(readEvents([event("2026-12-01")]).morePages).toBeNull();
  });
});
