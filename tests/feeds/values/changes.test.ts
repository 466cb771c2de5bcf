// cspell:disable -- Spanish
import { describe, expect, it } from "vitest";
import { findMeeting } from "../../../src/meetings/find.ts";
import { importRecords } from "../../support/feeds.ts";
import { withCatalog } from "../../support/site.ts";

const noon = {
  slug: "noon",
  name: "Noon",
  day: 1,
  time: "19:00",
  location: "Harbor Hall",
  address: "45 Elm St",
  city: "Bozeman",
  state: "MT",
};

/** How one joins a meeting of Mondays at seven in Harbor Hall, with "?" where that is not sure. */
function joinOf(notes: string, fields: object = {}, at?: string): string {
  const db = withCatalog();
  importRecords(db, {}, [{ ...noon, ...fields, notes }], at === undefined ? {} : { at });
  const { join, frequency } = findMeeting(db, "flathead-noon")!;
  db.close();
  return join + (frequency.sure ? "" : "?");
}

describe("a change that a record may not have made", () => {
  it.each([
    "This meeting has moved to First Lutheran, 12 Oak St.",
    "We've moved! New address: 12 Oak St",
    "El grupo se mudó a 12 Oak St",
    "Meeting moved to Tuesdays",
    "New time: 6:30 pm",
    "Time changed to 6:30",
    "Temporarily at the Grange",
    "We are looking for a new location",
    "Seeking a new location.",
    "NEW LOCATION effective 11/1: 44 Pine Ave",
    "Meets at 6:30 pm in winter",
  ])("leaves it in doubt: %s", (notes) => expect(joinOf(notes)).toBe("in-person?"));

  it.each([
    "We have moved!",
    "Location changed - see website.",
    "Note new location effective 6/27",
    "This meeting has moved to Harbor Hall, 45 Elm St",
    "New address: 45 Elm",
    "Now meets at 7 pm",
    "Moved to Mondays",
    "Meeting moved to the basement",
    "The potluck has moved to June",
    "Starts at 7 sharp",
    "Business meeting starts January 5, 2027",
    "Beginning January 1, dues box moves",
    "New location of the bathroom: upstairs",
    "Group merged its bank accounts",
  ])("is none where the record says the same, or it is about something else: %s", (notes) => expect(joinOf(notes)).toBe("in-person"));

  it.each(["New meeting! Starts December 7, 2026", "Beginning December 7, 2026", "Starting Dec 7, 2026 we will meet here"])(
    "is in doubt until it begins: %s",
    (notes) => {
      expect(joinOf(notes)).toBe("in-person?");
      expect(joinOf(notes, {}, "2026-12-08T20:00:00.000Z")).toBe("in-person");
    },
  );
});

describe("a link that a note takes back", () => {
  const room = { conference_url: "https://zoom.us/j/85011269892" };
  it.each(["In person ONLY.", "No more Zoom", "We are no longer on Zoom, see you there", "Zoom has been discontinued", "Ya no hay Zoom"])(
    "is none: %s",
    (notes) => expect(joinOf(notes, room)).toBe("in-person"),
  );
  it.each(["No Zoom on Fridays", "Zoom password has changed", "No zoom bombing please", "Not only online but in person"])(
    "stays: %s",
    (notes) => expect(joinOf(notes, room)).toBe("hybrid"),
  );
});

describe("what has gone online", () => {
  const room = { conference_url: "https://zoom.us/j/85011269892" };
  it.each([
    "This is a Zoom only meeting",
    "We meet only on zoom now.",
    "Solo por Zoom",
    "Ya no es presencial",
    "We are meeting on Zoom until March 1, 2027.",
    "Currently online",
  ])("sends nobody to its door: %s", (notes) => expect(joinOf(notes, room)).toBe("online-for-now"));
  it.each(["Online and in person at this time", "Online meeting list is currently down", "Zoom is on until 8"])(
    "is not this: %s",
    (notes) => expect(joinOf(notes, room)).toBe("hybrid"),
  );
});

describe("a name with a word in capitals", () => {
  it.each(["INACTIVE Noon", "Noon-DISBANDED", "Noon SUSPENDED"])("is closed: %s", (name) => expect(joinOf("", { name })).toBe("paused"));
  it.each(["CLOSED Women's Noon", "NOONERS"])("is not: %s", (name) => expect(joinOf("", { name })).toBe("in-person"));
  it.each(["Due to low attendance this meeting is suspended.", "Group has gone inactive", "This meeting is no more."])(
    "says so in its notes as people put it: %s",
    (notes) => expect(joinOf(notes)).toBe("paused"),
  );
});
