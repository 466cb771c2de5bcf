import type { Meeting } from "../../src/meetings/meeting.ts";

/** A meeting with nothing but a name and a time: Saturdays at ten in Montana. */
export const someMeeting: Meeting = {
  id: "prairie-17",
  feed: "prairie",
  program: "alcoholics-anonymous",
  name: "Morning Light",
  group: null,
  occurrences: [{ day: 6, start: 10 * 60, length: 90 }],
  zone: { name: "America/Denver", from: "feed" },
  join: "in-person",
  place: {
    name: null,
    street: null,
    city: null,
    state: null,
    zip: null,
    country: null,
    point: null,
    approximate: false,
    notes: null,
  },
  online: null,
  phone: null,
  types: [],
  otherTypes: [],
  areas: [],
  languages: ["en"],
  frequency: { value: "weekly", weeks: [], words: null, sure: true },
  notes: null,
  url: null,
  updated: null,
};
