import { describe, expect, it } from "vitest";
import { parseMeetingGuide } from "../../../src/feeds/meeting-guide/parse.ts";
import { readRecords } from "../../../src/feeds/records/read.ts";
import { taken } from "../../support/feeds.ts";
import { vocabulary } from "../../support/vocabulary.ts";

const source = { id: "mt", program: "al-anon", fellowship: null, vocabulary };

/** The meeting of one record as it is found in JSON. */
function meetingOf(record: Record<string, unknown>) {
  const found = readRecords(JSON.stringify([{ name: "Wick", slug: "w", types: [], ...record }]), null);
  if ("problem" in found) throw new Error(found.problem);
  return taken(parseMeetingGuide(source, found)).meetings[0]!;
}
const timesOf = (times: unknown, more = {}) =>
  meetingOf({ times, ...more }).occurrences.map(({ day, start, length }) => [day, start, length]);

describe("a record that lists its times", () => {
  it.each([
    [
      "one a line",
      "Tuesday 6:40 PM\nThursday 6:40 PM",
      [
        [2, 1120, null],
        [4, 1120, null],
      ],
    ],
    [
      "at several hours",
      "Sat 9 am\r\nMon & Wed noon",
      [
        [1, 720, null],
        [3, 720, null],
        [6, 540, null],
      ],
    ],
    ["in a list", ["Sunday 18:40", "Sunday 18:40"], [[0, 1120, null]]],
    ["with their ends", "Tuesday 6:40-7:40 PM", [[2, 1120, 60]]],
  ])("has all of them: %s", (_, times, expected) => {
    expect(timesOf(times)).toEqual(expected);
  });

  it("keeps in words what cannot be read, and a length of its own", () => {
    expect(meetingOf({ times: "Tuesday 6:40 PM\nby appointment" }).notes).toContain("by appointment");
    expect(timesOf("Tuesday 6:40 PM", { duration: 90 })).toEqual([[2, 1120, 90]]);
    expect(timesOf("Tuesday 6:40 PM", { day: 1, time: "07:00" })).toEqual([[1, 420, null]]);
  });

  it("joins in its room, and by a number that has a code; a number alone is left out", () => {
    const room = { url: "https://us02web.zoom.us/j/5551230000", times: "Tuesday 6:40 PM", phone: "+1 406 555 0123" };
    expect(meetingOf({ ...room, access_code: "5551230000" })).toMatchObject({
      online: { url: "https://us02web.zoom.us/j/5551230000" },
      url: null,
      phone: { notes: "Access code 5551230000" },
    });
    expect(meetingOf(room).phone).toBeNull();
    expect(JSON.stringify(meetingOf({ ...room, notes: "Bring a mug.\nContact 1: Ada | (406) 555-0177 |" }).notes)).toBe('"Bring a mug."');
  });
});
