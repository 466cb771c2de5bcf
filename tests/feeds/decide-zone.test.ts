import { describe, expect, it } from "vitest";
import { decideZone } from "../../src/feeds/decide-zone.ts";
import type { Place } from "../../src/meetings/meeting.ts";

const nowhere: Place = {
  ...{ name: null, street: null, city: null, state: null, zip: null, country: null, point: null, approximate: true, notes: null },
};
const billings = { ...nowhere, state: "MT", point: { latitude: 45.78, longitude: -108.5 } };
const elPaso = { ...nowhere, state: "TX", point: { latitude: 31.76, longitude: -106.49 } };

describe("the zone of a meeting", () => {
  it.each([
    ["the record's own", { record: "America/Boise", feed: "America/Chicago", place: billings }, { name: "America/Boise", from: "record" }],
    ["else the feed's", { record: "Mountain", feed: "America/Chicago", place: billings }, { name: "America/Chicago", from: "feed" }],
    ["else its state's", { record: null, feed: null, place: billings }, { name: "America/Denver", from: "state" }],
    [
      "else that of its point, in a state of several",
      { record: null, feed: null, place: elPaso },
      { name: "America/Denver", from: "coordinates" },
    ],
    ["else unknown", { record: null, feed: null, place: { ...elPaso, point: null } }, null],
  ] as const)("is %s", (_, evidence, zone) => expect(decideZone(evidence)).toEqual(zone));
});
