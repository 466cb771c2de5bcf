import { describe, expect, it } from "vitest";
import type { MeetingCard } from "../../../src/meetings/card.ts";
import type { Meeting } from "../../../src/meetings/meeting.ts";
import { howSoon } from "../../../src/pages/meetings/row.ts";
import { stepsOf } from "../../../src/pages/meetings/steps.ts";
import { en } from "../../../src/words/en.ts";
import { someMeeting } from "../../support/some-meeting.ts";

const phone = (number: string) => stepsOf({ phone: { number, notes: null }, online: null }, en);
const online = { url: "https://www.video.example.org/j/1", notes: null };

describe("what one presses to join", () => {
  it("is a number that can be dialed, however its feed spaced it, with its codes shown and dialed", () => {
    expect(phone("+1 406-555 0100,,81234567890#,,,,*060718#")).toEqual([
      {
        kind: "primary",
        label: "Call 406-555-0100",
        number: "406-555-0100",
        href: "tel:+14065550100,,81234567890%23,,,,*060718%23",
        keys: "then 812 3456 7890 #, code 060718 #",
        host: null,
      },
    ]);
  });

  it("says the country of a number abroad, and leaves words that are no number as they are", () => {
    expect(phone("+44 20 3481 5237")[0]).toMatchObject({ label: "Call +44 20 3481 5237 (United Kingdom)", href: "tel:+442034815237" });
    expect(phone("555-0100")).toEqual([{ kind: "secondary", label: "Phone: 555-0100", number: null, href: null, keys: null, host: null }]);
  });

  it("is the phone first, and one thing before all others", () => {
    const steps = stepsOf({ phone: { number: "+14065550100", notes: null }, online }, en);
    expect(steps.map(({ kind, host }) => [kind, host])).toEqual([
      ["primary", null],
      ["secondary", "video.example.org"],
    ]);
    expect(stepsOf({ phone: null, online }, en)[0]!.kind).toBe("primary");
  });
});

describe("how soon a meeting is", () => {
  const meeting: Meeting = { ...someMeeting, zone: { name: "America/Denver", from: "feed" }, join: "phone" };
  const onNow: MeetingCard = { meeting, occurrence: { day: 2, start: 19 * 60, length: 60 } };
  const now = Date.parse("2026-11-24T19:30:00-07:00");

  it.each<[string, Partial<Meeting>, string]>([
    ["what is under way", {}, "on-now"],
    ["what has stopped for now", { join: "paused" }, "later"],
    [
      "every other week, and nobody says which",
      { frequency: { value: "monthly", weeks: ["every-other"], words: "x", sure: true } },
      "later",
    ],
    ["once a month, and nobody says when", { frequency: { value: "monthly", weeks: [], words: "x", sure: true } }, "later"],
  ])("%s", (_, change, expected) => {
    expect(howSoon({ ...onNow, meeting: { ...meeting, ...change } }, now)).toBe(expected);
  });

  it("is not known by arrangement", () => expect(howSoon({ ...onNow, occurrence: null }, now)).toBe("none"));
});
