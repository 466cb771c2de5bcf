import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMeetingGuide } from "../../../src/feeds/meeting-guide/parse.ts";
import { readRecords } from "../../../src/feeds/records/read.ts";
import { daysOfRule } from "../../../src/feeds/records/recurrence.ts";
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
      expect.stringContaining("until 20210101"),
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
    ["FREQ=WEEKLY", "Tuesday"],
    ["FREQ=WEEKLY;BYDAY=MO,WE,FR", "Monday, Wednesday, Friday"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "Every other Friday"],
    ["FREQ=DAILY", "Daily"],
    ["FREQ=MONTHLY;BYDAY=1WE", "First Wednesday"],
    ["FREQ=MONTHLY;BYDAY=1WE,3WE", "First Wednesday, Third Wednesday"],
    ["FREQ=MONTHLY;BYDAY=WE;BYSETPOS=-1", "Last Wednesday"],
    ["FREQ=MONTHLY;BYMONTHDAY=15", null],
    ["FREQ=WEEKLY;INTERVAL=3", null],
    ["FREQ=MONTHLY;INTERVAL=2;BYDAY=1WE", null],
    ["", null],
  ])("says the rule %s in words", (rule, days) => {
    expect(daysOfRule(rule, 2).days).toBe(days);
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
  });

  it("tells that another page follows", () => {
    expect(readEvents([event("2026-12-01")], { next_rest_url: "https://depot.example.org/events?page=2" }).morePages).toBe("next_rest_url");
    expect(readEvents([event("2026-12-01")]).morePages).toBeNull();
  });
});
