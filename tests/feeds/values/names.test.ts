// cspell:ignore línea Onaway Castellano
import { describe, expect, it } from "vitest";
import { parseBmlt } from "../../../src/feeds/bmlt/parse.ts";
import { parseMeetingGuide } from "../../../src/feeds/meeting-guide/parse.ts";
import { unlessOnline } from "../../../src/feeds/values/names.ts";
import { foundInJson, taken } from "../../support/feeds.ts";
import { vocabulary } from "../../support/vocabulary.ts";

const source = { id: "mt", program: "alcoholics-anonymous", fellowship: null, vocabulary };
const read = (fields: object) =>
  taken(parseMeetingGuide(source, foundInJson([{ slug: "noon", name: "Noon", day: 1, time: "12:00", ...fields }]))).meetings[0]!;
const sheridan = { city: "Sheridan", state: "WY" };
const room = "https://zoom.us/j/85011269892";

describe("a word for online where a street should be", () => {
  it.each(["Online", "Zoom", "Zoom Meeting Only", "Virtual", "En línea", "Online via Zoom", "Teleconference", room])(
    "is none: %s",
    (line) => expect(unlessOnline(line)).toBeNull(),
  );

  it.each(["45 Elm St", "Virtual Way 4", "Phone Street 12", "Onaway Hall", "Phone Company Building", "Zoom Church"])("is one: %s", (line) =>
    expect(unlessOnline(line)).toBe(line),
  );

  it.each([
    "PO Box 12",
    "P.O. Box 44",
    "Call for address",
    "Address available on request",
    "Please email for location",
    "To be determined",
  ])("is none to go to: %s", (address) => {
    expect(read({ ...sheridan, address })).toMatchObject({ join: "contact-first", place: { street: null, city: "Sheridan" } });
    expect(read({ ...sheridan, address, location: "Harbor Hall" }).join).toBe("in-person");
  });

  it.each(["12 Box Rd", "Location Ave 4", "Call St & Text Ave"])("is one to go to: %s", (address) =>
    expect(read({ ...sheridan, address }).place.street).toBe(address),
  );

  it("sends nobody to a door", () => {
    expect(read({ ...sheridan, address: "Zoom", conference_url: room })).toMatchObject({
      join: "video",
      place: { street: null, city: "Sheridan" },
    });
    expect(read({ ...sheridan, address: "Online via Zoom" }).join).toBe("contact-first");
    expect(read({ address: "Conference call", conference_phone: "605-475-4000" }).join).toBe("phone");
    expect(read({ ...sheridan, address: "45 Elm St", conference_url: room }).join).toBe("hybrid");
  });

  it.each([
    [{ address: "Zoom" }, "contact-first"],
    [{ address: "Online", location: "Harbor Hall" }, "contact-first"],
    [{ location: "Zoom" }, "contact-first"],
    [{ city: null, state: null, formatted_address: "Zoom" }, "contact-first"],
    [{ address: "Zoom", conference_url: room }, "online-for-now"],
    [{ address: "45 Elm St", location: "Harbor Hall" }, "paused"],
  ])("is where a meeting is that is no longer in person: %j", (fields, join) =>
    expect(read({ ...sheridan, ...fields, notes: "We are no longer in person." }).join).toBe(join),
  );

  it.each([
    "Moved to Zoom only until further notice.",
    "Church is closed, we meet online.",
    "No in-person meetings at this time; on Zoom only",
  ])("stands in its closing: %s", (notes) => {
    const fields = { address: "45 Elm St", location: "Harbor Hall", notes };
    expect(read({ ...sheridan, ...fields }).join).toBe("contact-first");
    expect(read({ ...sheridan, ...fields, conference_url: room }).join).toBe("online-for-now");
  });

  it("is none where the record says that one comes in person", () => {
    const fields = { location: "Zoom Room", address: "45 Elm St", attendance_option: "in_person" };
    expect(read({ ...sheridan, ...fields }).join).toBe("in-person");
  });

  it("is one in BMLT too", () => {
    const record = { id_bigint: "7", meeting_name: "Noon", weekday_tinyint: "2", start_time: "12:00:00", venue_type: "1" };
    const zoom = { ...record, location_text: "Zoom", location_municipality: "Sheridan", location_province: "WY" };
    const joinOf = (fields: object) => taken(parseBmlt(source, foundInJson([{ ...zoom, ...fields }]))).meetings[0]!.join;
    expect(joinOf({})).toBe("contact-first");
    expect(joinOf({ comments: "No longer in person" })).toBe("contact-first");
    expect(joinOf({ comments: "This group has disbanded." })).toBe("paused");
    const hall = { location_text: "Harbor Hall", location_street: "45 Elm St", virtual_meeting_link: room };
    expect(joinOf(hall)).toBe("hybrid");
    expect(joinOf({ ...hall, comments: "In person only" })).toBe("in-person");
    expect(joinOf({ ...hall, comments: "Meeting moved to 12 Oak" })).toBe("hybrid");
  });

  it("leads to the room that it names", () => {
    expect(read({ ...sheridan, address: room })).toMatchObject({ join: "video", online: { url: room } });
    expect(read({ ...sheridan, address: "Zoom ID 850 1126 9892, passcode 1234" })).toMatchObject({
      online: { url: room },
      notes: "Zoom ID 850 1126 9892, passcode 1234",
    });
  });
});

describe("a language", () => {
  it.each([
    [{ language: "Spanish only" }, ["es"]],
    [{ language: "Castellano" }, ["es"]],
    [{ language: { code: "es" } }, ["es"]],
    [{ languages: [{ name: "Spanish" }, { name: "English" }] }, ["es", "en"]],
    [{ types: ["Hispano"] }, ["es"]],
  ])("is read as people write it: %j", (fields, languages) => expect(read({ ...sheridan, ...fields }).languages).toEqual(languages));
});
