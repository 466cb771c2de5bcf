// cspell:ignore línea Onaway Castellano
import { describe, expect, it } from "vitest";
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

  it.each(["45 Elm St", "Virtual Way 4", "Phone Street 12", "Onaway Hall"])("is one: %s", (line) => expect(unlessOnline(line)).toBe(line));

  it("sends nobody to a door", () => {
    expect(read({ ...sheridan, address: "Zoom", conference_url: room })).toMatchObject({
      join: "video",
      place: { street: null, city: "Sheridan" },
    });
    expect(read({ ...sheridan, address: "Online via Zoom" }).join).toBe("contact-first");
    expect(read({ address: "Conference call", conference_phone: "605-475-4000" }).join).toBe("phone");
    expect(read({ ...sheridan, address: "45 Elm St", conference_url: room }).join).toBe("hybrid");
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
