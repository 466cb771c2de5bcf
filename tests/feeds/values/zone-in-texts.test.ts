// cspell:ignore Bozeman
import { describe, expect, it } from "vitest";
import { parseMeetingGuide } from "../../../src/feeds/meeting-guide/parse.ts";
import { foundInJson, taken } from "../../support/feeds.ts";
import { vocabulary } from "../../support/vocabulary.ts";

const source = { id: "mt", program: "alcoholics-anonymous", fellowship: null, vocabulary };
const room = { slug: "noon", name: "Noon", day: 1, time: "19:00", location: "Online", conference_url: "https://zoom.us/j/85011269892" };
const zoneOf = (fields: object) => taken(parseMeetingGuide(source, foundInJson([{ ...room, ...fields }]))).meetings[0]!.recordZone;

describe("a zone that stands beside the time in a name or a note", () => {
  it.each([
    [{ name: "London Daily Readings - 7pm Eastern - Online" }, "America/New_York"],
    [{ name: "Nooners (7:00 PM CST)" }, "America/Chicago"],
    [{ notes: "We meet at 7 p.m. Pacific Time." }, "America/Los_Angeles"],
    [{ notes: "10 pm ET / 9 pm CT / 7 pm PT" }, "America/Los_Angeles"],
    [{ notes: "All times are Mountain." }, "America/Denver"],
    [{ notes: "Times listed in EST" }, "America/New_York"],
    [{ formatted_address: "Bozeman, MT, USA", notes: "7pm Eastern" }, "America/New_York"],
    [{ formatted_address: "45 Elm St, Bozeman, MT, USA", name: "Bozeman - 7pm Eastern - Hybrid" }, "America/New_York"],
  ])("is that of a meeting from afar: %j", (fields, zone) => expect(zoneOf(fields)).toBe(zone));

  it.each([
    [{ notes: "9 pm Eastern" }, null],
    [{ notes: "7 pm Central Lutheran Church" }, null],
    [{ notes: "7 pm mountain view room" }, null],
    [{ notes: "7 pm Eastern", timezone: "America/Chicago" }, "America/Chicago"],
    [{ formatted_address: "45 Elm St, Bozeman, MT, USA", name: "Bozeman - 7pm Eastern - In-Person", conference_url: "" }, null],
    [{ notes: "7 pm Eastern", location: "Harbor Hall", formatted_address: "45 Elm St, Bozeman, MT 59715" }, null],
  ])("is none beside another time or in other words, and no place's: %j", (fields, zone) => expect(zoneOf(fields)).toBe(zone));
});
