import { describe, expect, it } from "vitest";
import { decideZone } from "../../src/feeds/decide-zone.ts";
import type { Place } from "../../src/meetings/meeting.ts";

const nowhere: Place = {
  ...{ name: null, street: null, city: null, state: null, zip: null, country: null, point: null, approximate: true, notes: null },
};
const billings = { ...nowhere, state: "MT", point: { latitude: 45.78, longitude: -108.5 } };
const elPaso = { ...nowhere, state: "TX", city: "El Paso", point: { latitude: 31.76, longitude: -106.49 } };

describe("the zone of a meeting", () => {
  it.each([
    ["the record's own", { record: "America/Boise", feed: "America/Chicago", place: billings }, { name: "America/Boise", from: "record" }],
    ["else its state's", { record: "Mountain", feed: "America/Chicago", place: billings }, { name: "America/Denver", from: "state" }],
    [
      "else that of its point, in a state of several",
      { record: null, feed: "America/Chicago", place: elPaso },
      { name: "America/Denver", from: "coordinates" },
    ],
    [
      "else that of the middle of its town",
      { record: null, feed: "America/Chicago", place: { ...elPaso, point: null }, middle: elPaso.point },
      { name: "America/Denver", from: "coordinates" },
    ],
    ["else the feed's", { record: null, feed: "America/Chicago", place: nowhere }, { name: "America/Chicago", from: "feed" }],
    [
      "the feed's where the point is only the middle of a state",
      { record: null, feed: "America/Denver", place: { ...elPaso, approximate: true, city: null, zip: null } },
      { name: "America/Denver", from: "feed" },
    ],
    ["else unknown", { record: null, feed: null, place: { ...elPaso, point: null } }, null],
  ] as const)("is %s", (_, evidence, zone) => expect(decideZone({ middle: null, ...evidence })).toEqual(zone));
});
