// cspell:ignore byday dtstart ical rrule subcomponent subcomponents vevent vtimezone über
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { type CalendarMeeting, calendar } from "../../src/formats/ical.ts";
import type { Meeting } from "../../src/meetings/meeting.ts";
import { nextStart, weeksOf } from "../../src/meetings/schedule/next.ts";
import { en } from "../../src/words/en.ts";
import { someMeeting } from "../support/some-meeting.ts";

const now = Date.UTC(2026, 9, 20, 15);
const nowhere = someMeeting.place;
const plain: Meeting = {
  ...someMeeting,
  place: { ...nowhere, name: "Grange Hall, upstairs", street: "12 Elm St", city: "Circle", state: "MT", zip: "59215" },
};

const listed = (changes: Partial<Meeting> = {}): CalendarMeeting => ({
  meeting: { ...plain, ...changes },
  occurrences: changes.occurrences ?? plain.occurrences,
  url: "https://porchlight.example/meetings/prairie-17",
  closed: null,
});
const fileOf = (meetings: CalendarMeeting[], at = now) =>
  calendar(meetings, { name: "Meetings", description: null, host: "porchlight.example", now: at, language: "en", words: en.calendar });
const file = (changes: Partial<Meeting> = {}) => fileOf([listed(changes)]);
const parsed = (text: string) => new ICAL.Component(ICAL.parse(text));
const eventsIn = (text: string) => parsed(text).getAllSubcomponents("vevent");
const said = (changes: Partial<Meeting>, property: string) => eventsIn(file(changes))[0]!.getFirstPropertyValue(property)?.toString();
const monthly = (weeks: Meeting["frequency"]["weeks"], sure = true): Partial<Meeting> => ({
  frequency: { value: "monthly", weeks, words: "first Saturday", sure },
});

/** The first starts as the reading library works them out, in epoch milliseconds. */
function expand(text: string, many: number): number[] {
  const steps = new ICAL.Event(eventsIn(text)[0]!).iterator();
  return Array.from({ length: many }, () => steps.next().toJSDate().getTime());
}

describe("a calendar", () => {
  it("has the starts that the schedule has, over zones, weeks of the month and changes of the clocks", () => {
    const anyMeeting = fc.record({
      // Not in the small hours, when the clocks change: there the reading library has a mind of its own.
      occurrences: fc.tuple(
        fc.record({
          day: fc.integer({ min: 0, max: 6 }),
          start: fc.integer({ min: 240, max: 1439 }),
          length: fc.option(fc.integer({ min: 1, max: 600 })),
        }),
      ),
      zone: fc
        .constantFrom("America/New_York", "US/Central", "America/Phoenix", "America/St_Johns", "Australia/Lord_Howe", "Asia/Calcutta")
        .map((name) => ({ name, from: "record" as const })),
      frequency: fc
        .constantFrom<Meeting["frequency"]["weeks"]>([], [], ["first"], ["second", "fourth"], ["fifth"], ["last"], ["every-other"])
        .map((weeks) => ({ value: "monthly" as const, weeks, words: null, sure: true })),
    });
    fc.assert(
      fc.property(anyMeeting, fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2028, 0) }), (changes, from) => {
        const occurrence = changes.occurrences[0];
        const starts = expand(fileOf([listed(changes)], from), 10);
        let after = from;
        for (const start of starts) {
          expect(start).toBe(nextStart(occurrence, changes.zone.name, after, weeksOf(changes.frequency)));
          after = start + (occurrence.length ?? 60) * 60_000;
        }
      }),
      { numRuns: 300 },
    );
  });

  it("writes the local time with its zone, the rule and how long it takes", () => {
    const text = file();
    expect(text).toContain("\r\nDTSTART;TZID=America/Denver:20261024T100000\r\nDURATION:PT90M\r\nRRULE:FREQ=WEEKLY;BYDAY=SA\r\n");
    expect(text).toContain("\r\nUID:prairie-17-sa@porchlight.example\r\n");
    expect(parsed(text).getFirstSubcomponent("vtimezone")?.getFirstPropertyValue("tzid")).toBe("America/Denver");
  });

  it("has one event for each time in the week, each with its own id, and one zone for both names of a zone", () => {
    const sunday = { day: 0, start: 600, length: null };
    const text = fileOf([
      listed({ occurrences: [...plain.occurrences, sunday] }),
      listed({ id: "prairie-18", zone: { name: "US/Mountain", from: "feed" } }),
    ]);
    expect(eventsIn(text).map((event) => event.getFirstPropertyValue("uid"))).toEqual([
      "prairie-17-sa@porchlight.example",
      "prairie-17-su@porchlight.example",
      "prairie-18-sa@porchlight.example",
    ]);
    expect(parsed(text).getAllSubcomponents("vtimezone").length).toBe(1);
  });

  it("goes by the weeks of the month only where they are sure", () => {
    expect(file(monthly(["first", "third"]))).toContain("RRULE:FREQ=MONTHLY;BYDAY=1SA,3SA\r\n");
    expect(file(monthly(["last"]))).toContain("RRULE:FREQ=MONTHLY;BYDAY=-1SA\r\n");
    expect(said(monthly(["first"]), "description")).not.toContain("may not meet every week");
    for (const unsure of [monthly(["first"], false), monthly(["every-other"]), monthly([])]) {
      expect(file(unsure)).toContain("RRULE:FREQ=WEEKLY;BYDAY=SA\r\n");
      expect(said(unsure, "description")).toContain("may not meet every week. See the note");
      expect(said(unsure, "summary")).toBe("Morning Light (maybe not every week: see its note)");
      expect(said(unsure, "status")).toBe("TENTATIVE");
    }
  });

  it("takes an unknown end for an hour and says so", () => {
    const open = { occurrences: [{ day: 6, start: 600, length: null }] };
    expect(file(open)).toContain("DURATION:PT60M\r\n");
    expect(said(open, "description")).toContain("No end is listed");
    expect(said({}, "description")).not.toContain("No end is listed");
  });

  it("leaves out what has an unknown zone or no time", () => {
    const text = fileOf([listed({ zone: { name: "Mars/Olympus", from: "record" } }), listed({ occurrences: [] })]);
    expect(text).not.toContain("BEGIN:VEVENT");
    expect(text.match(/TZID:.*/g)).toEqual(["TZID:UTC"]);
  });

  it("is the same text when it is asked for again", () => {
    expect(file()).toBe(file());
  });

  it("keeps the ids of its events from week to week, so that a calendar replaces what it has", () => {
    const ids = (at: number) => fileOf([listed()], at).match(/^UID:.*$/gm);
    expect(ids(now)).toEqual(ids(now + 30 * 86_400_000));
  });

  it("keeps them when other days come and go, when a group moves to another hour, and when only some of its times are asked for", () => {
    const at = (day: number, start: number) => ({ day, start, length: null });
    const ids = (meeting: CalendarMeeting) => fileOf([meeting]).match(/(?<=^UID:prairie-17-)[^@]+/gm);
    const both = listed({ occurrences: [at(6, 600), at(6, 1200), at(1, 600)] });
    expect(ids(both)).toEqual(["sa", "sa-2", "mo"]);
    expect(ids(listed({ occurrences: [at(0, 600), at(6, 660), at(6, 1140)] }))).toEqual(["su", "sa", "sa-2"]);
    expect(ids({ ...both, occurrences: [at(6, 1200)] })).toEqual(["sa-2"]);
  });

  it("lets times without a zone float, says so, and does not skip what is still to come somewhere", () => {
    // Saturday 10:30 in London, where it is under way; it is still Friday night in Montana.
    const text = fileOf([listed({ zone: null })], Date.UTC(2026, 9, 24, 9, 30));
    expect(text).toContain("\r\nDTSTART:20261024T100000\r\n");
    expect(text).not.toContain("VTIMEZONE");
    expect(said({ zone: null }, "description")).toContain("names no time zone");
    expect(said({}, "description")).not.toContain("names no time zone");
  });
});

describe("an event", () => {
  const online = { url: "https://zoom.example/j/1?pwd=a,b;c", notes: "Passcode 1234" };
  const phone = { number: "+1 406 555 0100,,81234567890#", notes: "Passcode 060718" };

  it("sends nobody to a closed place, and those who travel to the address", () => {
    expect(said({ online, join: "hybrid" }, "location")).toBe("Grange Hall, upstairs, 12 Elm St, Circle, MT 59215");
    expect(said({ online, phone, join: "online-for-now" }, "location")).toBe(online.url);
    expect(said({ online, phone, join: "phone" }, "location")).toBe("+14065550100,,81234567890#");
    expect(said({ place: nowhere }, "location")).toBeUndefined();
    expect(said({ online, join: "online-for-now" }, "description")).toContain("do not travel");
  });

  it("says how to join in words, with the link and the number", () => {
    const text = said({ online, phone, join: "video" }, "description");
    expect(text).toContain(
      `Meets online, by video.\nJoin online: ${online.url}\nPasscode 1234\nCall: 406-555-0100, then 812 3456 7890 #, code 060718 #\n`,
    );
    expect(text).toContain("https://porchlight.example/meetings/prairie-17");
  });

  it("keeps any text whole: escapes, line ends, umlauts and emoji", () => {
    const anyText = fc.array(
      fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("\n", "\\n", ";", ",", ":", '"', "ü", "👩‍👩‍👧", "  ")),
    );
    fc.assert(
      fc.property(anyText, (parts) => {
        const name = `Über ${parts.join("")} end`;
        const text = file({ name, notes: name });
        expect(eventsIn(text)[0]!.getFirstPropertyValue("summary")).toBe(name);
        for (const line of text.split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("drops what no line may hold, so that no text becomes a property of its own", () => {
    const text = file({ name: "A\u0000B\r\nX-EVIL:1\rC\ud800" });
    expect(text).not.toMatch(/^X-EVIL/m);
    expect(eventsIn(text)[0]!.getFirstPropertyValue("summary")).toBe("AB\nX-EVIL:1\nC\ufffd");
  });
});

describe("five thousand meetings", () => {
  it("are as many events", () => {
    const notes = "Use the side door; ring twice, please. ".repeat(8);
    const many = Array.from({ length: 5000 }, (_, n) => listed({ id: `prairie-${n}`, notes, ...(n % 5 ? {} : monthly(["fifth"])) }));
    expect(fileOf(many).match(/BEGIN:VEVENT/g)?.length).toBe(5000);
  });
});
