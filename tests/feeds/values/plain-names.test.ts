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

describe("one word of every day beside a number", () => {
  it.each([
    "Moon 406-555-0142",
    "Moon: 406-555-0142",
    "MOON 406-555-0142",
    "406-555-0142 (Moon)",
    "406-555-0142 Moon",
    "Contact Moon 406-555-0142",
    "contact Sunny 555-0142",
    "Doors open at 6:30. Storm 406-555-0142",
    "Bell broken, Wolf 406.555.0142",
    "Zoom help: Happy 406-555-0142",
    "Star or River 406-555-0142",
    "Sparrow's 406-555-0142",
    "Cielo 406-555-0142",
    "moon 406-555-0142",
    "rides: moon 406-555-0142",
  ])("is somebody: %j", (text) => expect(withoutPersons(text)).not.toContain("0142"));

  it.each([
    ...["Fax", "Directions:", "Rides", "Lobby", "Weather:", "Cancellations", "Spanish", "Security", "Kitchen", "Afterhours", "Nightline"],
    ...["Childcare", "Reservations:", "Preguntas:", "Transporte:", "Tickets", "rides", "directions:", "voicemail", "fax:"],
  ])("is none: %s", (word) => expect(withoutPersons(`${word} 406-555-0142`)).toBe(`${word} 406-555-0142`));

  it.each(["406-555-0142 Masks required", "406-555-0142\nMasks required", "406-555-0142 Open speaker", "Meet at Moon 406-555-0142"])(
    "is none beside other words: %j",
    (text) => expect(withoutPersons(text)).toBe(text),
  );
});

describe("names in small letters beside a number", () => {
  it.each([
    "two bears 406-555-0142",
    "two bears: 406-555-0142",
    "call two bears 406-555-0142",
    "contact little light at 406-555-0142",
    "406-555-0142 (two bears)",
    "Questions? two bears 406-555-0142",
    "white horse - 406-555-0142",
    "ring bell or call sky blue, 406-555-0142",
    "pregunte por luz bella al 406-555-0142",
    "call shadow at 406-555-0142",
    "ask for cookie 406-555-0142",
  ])("are taken out: %j", (text) => expect(withoutPersons(text)).not.toContain("0142"));

  it.each([
    "side door 406-555-0142",
    "church office 406-555-0142",
    "call any time 406-555-0142",
    "more info 406-555-0142",
    "call us today 406-555-0142",
    "leave a message 406-555-0142",
    "ring twice, 406-555-0142",
    "call this number 406-555-0142",
    "please call first 406-555-0142",
    "call dispatch at 406-555-0142",
    "text updates 406-555-0142",
    "call to check dates 406-555-0142",
    "text for gate pictures 406-555-0142",
    "great parking out back, 406-555-0142",
  ])("are none: %j", (text) => expect(withoutPersons(text)).toBe(text));
});

describe("a group's own name beside a number", () => {
  const keptOf = (notes: string, names: string[]) => withoutPersons(notes, { isTown: () => false, ownNames: () => names });

  it.each([
    ["New Hope 406-555-0142", "New Hope"],
    ["Call New Hope at 406-555-0142", "The New Hope Group"],
    ["406-555-0142 new hope", "New Hope AFG"],
    ["Grace and Hope: 406-555-0142", "Grace and Hope"],
    ["Nueva Vida 406-555-0142", "Grupo Nueva Vida"],
    ["Serenity 406-555-0142", "Serenity Group"],
  ])("stays: %j of %j", (notes, name) => expect(keptOf(notes, [name])).toBe(notes));

  it.each([
    ["Jonas 406-555-0142", "Jonas"],
    ["Marlo Q 406-555-0142", "Marlo Q"],
    ["Marlo Quill 406-555-0142", "Marlo Quill Group"],
    ["Hope 406-555-0142", "Hope Group"],
    ["Two Bears 406-555-0142", "Two Bears 406-555-0142"],
    ["Moon, New Hope 406-555-0142", "New Hope"],
  ])("does not keep a person's: %j of %j", (notes, name) => expect(keptOf(notes, [name])).not.toContain("0142"));

  it("is that of the record", () => {
    const db = withPlaces();
    const noon = { slug: "noon", name: "New Hope", day: 1, time: "12:00", group: "Buena Voluntad Group" };
    importRecords(db, {}, [{ ...noon, notes: "New Hope 406-555-0142", location_notes: "Buena Voluntad: 406-555-0142" }]);
    const { notes, place } = findMeeting(db, "flathead-noon")!;
    expect([notes, place.notes]).toEqual(["New Hope 406-555-0142", "Buena Voluntad: 406-555-0142"]);
    db.close();
  });
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
    "Sidney, MT: 406-555-0142",
    "Missoula 406-555-0142 / Hamilton 406-555-0143",
  ])("stays where it is one of the record's state: %j", (notes) => expect(notesOf(notes, bozeman)).toBe(notes));

  it("stays where only the address in one line says the state", () => {
    expect(notesOf("Wolf Point 406-555-0142", { formatted_address: "45 Elm St, Circle, MT 59215, USA" })).toBe("Wolf Point 406-555-0142");
    expect(notesOf("Wolf Point 406-555-0142", { formatted_address: "45 Elm St, Boston, MA 02108, USA" })).toBeNull();
  });

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
