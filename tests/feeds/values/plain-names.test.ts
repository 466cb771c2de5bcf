// cspell:disable -- names and Spanish
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../src/database/open.ts";
import { withoutPersons } from "../../../src/feeds/values/privacy.ts";
import { findMeeting } from "../../../src/meetings/find.ts";
import { importRecords } from "../../support/feeds.ts";
import { withPlaces } from "../../support/site.ts";

/** Persons whose names are words of every day, and other words in capitals beside a number. */

const names = [
  "Two Bears",
  "Little Light",
  "Grace Hope",
  "Running Wolf",
  "White Horse",
  "Stands Alone",
  "Sky Blue",
  "Not Afraid",
  "Old Coyote",
  "TWO BEARS",
];
const places = [
  "N 406-555-0142",
  "N: (406) 555-0142",
  "Call N at 406-555-0142 for a ride",
  "406-555-0142 (N)",
  "406-555-0142 ask for N",
  "Ring bell. N - 406.555.0142",
  "N has the key, 406-555-0142",
  "N, secretary, 406-555-0142",
  "N Jr. 406-555-0142",
  "N's cell is 406-555-0142",
];

describe("a name of everyday words beside a number", () => {
  it.each(names)("is taken out: %s", (name) => {
    for (const text of places) {
      const kept = withoutPersons(text.replace("N", name));
      expect(kept).not.toContain(name);
      expect(kept).not.toContain("0142");
    }
  });

  it.each(["Ask for Moon at 406-555-0142", "Pregunte por Paz 406-555-0142", "Sky's number is 406-555-0142", "Call Rain, 406-555-0142"])(
    "is one word where somebody is asked for: %j",
    (text) => expect(withoutPersons(text)).not.toContain("0142"),
  );

  it.each([
    "Please Call Ahead 406-555-0142",
    "Park In Rear 406-555-0142",
    "Use Back Door 406-555-0142",
    "Ring Bell 406-555-0142",
    "Lower Level 406-555-0142",
    "Childcare Provided 406-555-0142",
    "Text Reminders 406-555-0142",
    "For More Info 406-555-0142",
    "One Tap Mobile +16699006833",
    "The Salvation Army (406) 555-0142",
    "Fort Peck Tribes 406-555-0142",
    "Puerta Lateral 406-555-0142",
    "Iglesia San Juan 406-555-0142",
    "CALL FOR CODE 406-555-0142",
    "For info text MARLO to 406-555-0142",
  ])("is none: %j", (text) => expect(withoutPersons(text)).toBe(text));
});

describe("a town beside a number", () => {
  let db: Database;
  beforeAll(() => {
    db = withPlaces();
  });
  afterAll(() => db.close());

  const notesOf = (notes: string, fields: object) => {
    importRecords(db, {}, [{ slug: "noon", name: "Noon", day: 1, time: "12:00", ...fields, notes }], { force: true });
    return findMeeting(db, "flathead-noon")!.notes;
  };
  const bozeman = { address: "45 Elm St", city: "Bozeman", state: "MT" };

  it.each([
    "Bozeman 406-555-0142",
    "Great Falls: 406-555-0142",
    "Wolf Point (406) 555-0142",
    "Big Sky 406-555-0142",
    "Three Forks 406-555-0142",
    "Livingston 406-555-0142",
    "Kalispell, MT 406-555-0142",
    "Missoula 406-555-0142 / Hamilton 406-555-0143",
  ])("stays where it is one of the record's state: %j", (notes) => expect(notesOf(notes, bozeman)).toBe(notes));

  it("is a name elsewhere, and where it is a given name too, unless the record is there", () => {
    expect(notesOf("Bozeman 406-555-0142", { ...bozeman, city: "Boston", state: "MA" })).toBeNull();
    expect(notesOf("Dillon 406-555-0142", bozeman)).toBeNull();
    expect(notesOf("Dillon 406-555-0142", { ...bozeman, city: "Dillon" })).toBe("Dillon 406-555-0142");
    const bmlt = { id_bigint: "7", meeting_name: "Noon", weekday_tinyint: "2", start_time: "12:00:00", location_street: "45 Elm St" };
    const there = {
      location_municipality: "Bozeman",
      location_province: "Montana",
      comments: "Wolf Point 406-555-0142",
    };
    importRecords(db, {}, [{ ...bmlt, ...there }], { force: true });
    expect(findMeeting(db, "flathead-7")!.notes).toBe("Wolf Point 406-555-0142");
  });
});
