// cspell:disable -- Spanish
import { describe, expect, it } from "vitest";
import { parseMeetingGuide } from "../../../src/feeds/meeting-guide/parse.ts";
import type { Draft, FeedSource } from "../../../src/feeds/record.ts";
import { foundInJson, taken } from "../../support/feeds.ts";
import { vocabulary } from "../../support/vocabulary.ts";

const source: FeedSource = { id: "mt", program: "example-program", fellowship: "aa", vocabulary };
const sound = {
  slug: "hands",
  name: "Ranch Hands",
  day: 1,
  time: "19:00",
  types: ["O"],
  formatted_address: "12 Elm St, Circle, MT 59215, USA",
};
const read = (changes: object) => taken(parseMeetingGuide(source, foundInJson([{ ...sound, ...changes }])));
const one = (changes: object): Draft => read(changes).meetings[0]!;
const length = (changes: object) => one(changes).occurrences[0]!.length;

describe("the languages of a record", () => {
  it.each([
    [{ languages: ["es"] }, ["es"]],
    [{ languages: "Español" }, ["es"]],
    [{ languages: "English, Spanish" }, ["en", "es"]],
    [{ languages: ["en", "fr"] }, ["en", "fr"]],
    [{ languages: ["en"], types: ["S"] }, ["en", "es"]],
    [{ languages: "es-MX" }, ["es"]],
    [{ languages: "French (Canada)" }, ["fr"]],
    [{ languages: "Espanol" }, ["es"]],
    [{ languages: "Bilingüe (español e inglés)" }, ["es", "en"]],
    [{ languages: "Spanish - English" }, ["es", "en"]],
    [{ languages: [] }, ["en"]],
    [{ languages: "all are welcome" }, ["en"]],
    [{ languages: [{ deep: [] }, 7] }, ["en"]],
    [{ types: ["S"] }, ["es"]],
  ])("in %j are %j", (changes, languages) => expect(one(changes).languages).toEqual(languages));

  it("that are no choice of ours are said in words", () => {
    expect(one({ languages: ["pl"] })).toMatchObject({ languages: [], otherTypes: ["Polish"] });
  });
});

describe("how long a meeting lasts", () => {
  it.each([
    [{ duration: 90 }, 90],
    [{ duration: "90 min" }, 90],
    [{ duration: "1:30" }, 90],
    [{ duration: "01:30:00" }, 90],
    [{ duration: "1.5 hours" }, 90],
    [{ duration: "1 hour 30 minutes" }, 90],
    [{ duration: "1h30" }, 90],
    [{ duration: "PT1H30M" }, 90],
    [{ duration: "1 ½ hours" }, 90],
    [{ duration: "90 minutos" }, 90],
    [{ duration: "One hour" }, 60],
    [{ duration: "60.0" }, 60],
    [{ duration: 2 }, 120],
    [{ duration: 7 }, null],
    [{ time: "7:00 PM till 8:30" }, 90],
    [{ time: "1900-2000" }, 60],
    [{ time: "8:00 PM Eastern (7:00 Central)" }, null],
    [{ duration: 45, end_time: "20:00" }, 60],
    [{ duration: "long" }, null],
    [{ duration: 0 }, null],
    [{ time: "06:00", end_time: "22:00" }, 960],
    [{ time: "00:00", end_time: "23:59" }, 1439],
    [{ time: "00:00", end_time: "24:00" }, 1440],
    [{ time: "19:00", end_time: "08:00 AM" }, null],
    [{ time: "07:00", end_time: "20:00" }, null],
  ])("in %j is %j minutes", (changes, minutes) => expect(length(changes)).toBe(minutes));
});

describe("a record that its list has put away", () => {
  it.each([true, "true", 1, "Yes"])("is refused: archived %j", (archived) => {
    expect(read({ archived }).refused).toEqual([{ record: "hands", reason: "archived" }]);
  });
  it.each([false, "false", null, ""])("is not: archived %j", (archived) => expect(read({ archived }).meetings).toHaveLength(1));

  it.each([
    [{ archived: "Sí" }, "archived"],
    [{ deleted: true }, "deleted"],
    [{ deleted: "D" }, "deleted"],
    [{ hidden: "x" }, "hidden"],
    [{ active: "No" }, "not active"],
    [{ published: 0 }, "not published"],
    [{ status: "Draft" }, "draft"],
  ])("is refused: %j", (changes, reason) => expect(read(changes).refused).toEqual([{ record: "hands", reason }]));

  it.each([{ deleted: "0" }, { active: true }, { active: "Monday" }, { published: "1" }, { status: "Active" }])("is not: %j", (changes) =>
    expect(one(changes).join).toBe("in-person"),
  );
});

describe("a record whose list says that it does not meet", () => {
  it.each([
    { status: "Inactive" },
    { status: "temporarily closed" },
    { types: ["O", "TEMP CLOSED"] },
    { types: ["Cerrado temporalmente"] },
    { attendance_option: "On hiatus" },
    { attendance_option: "Not active" },
  ])("is paused: %j", (changes) => expect(one(changes).join).toBe("paused"));

  it.each([{ status: "Closed" }, { types: ["O", "Closed Captioning"] }, { types: ["Closed on holidays"] }])("is not: %j", (changes) =>
    expect(one(changes).join).toBe("in-person"),
  );
});

describe("a place without a street", () => {
  it.each([false, 0, "0", "N", "No"])("is where the meeting is, if its list says that this is not approximate: %j", (approximate) => {
    expect(one({ formatted_address: "Circle, MT, USA", approximate }).place.approximate).toBe(false);
  });
  it.each([true, 1, "Y", "Sí", null])("is only near it: approximate %j", (approximate) => {
    expect(one({ formatted_address: "Circle, MT, USA", approximate }).place.approximate).toBe(true);
  });
});

describe("the clock that a record names", () => {
  it.each([
    ["US Mountain Standard Time", "America/Phoenix"],
    ["MST (no DST)", "America/Phoenix"],
    ["Hawaiian Standard Time", "Pacific/Honolulu"],
    ["Alaskan Standard Time", "America/Anchorage"],
    ["AST", "America/Puerto_Rico"],
    ["ChST", "Pacific/Guam"],
    ["Navajo", "America/Denver"],
    ["America/Los_Angeles (PT)", "America/Los_Angeles"],
    ["Hora del Pacífico", "America/Los_Angeles"],
    ["Heure de l'Est", "America/New_York"],
    ["Central America Standard Time", null],
    ["GMT-5", null],
  ])("in %j is %j", (timezone, zone) => expect(one({ timezone }).recordZone).toBe(zone));
});

describe("when a record was changed", () => {
  it.each([{ updated: "1/5/2022 7:23:50 AM" }, { updatedAt: { $date: "2022-01-05T02:35:07Z" } }, { updated_at: 44566 }])(
    "is known: %j",
    (changes) => expect(one(changes).updated).toBe("2022-01-05"),
  );
});

describe("where a meeting is filed", () => {
  it("is searched, and no part of its address", () => {
    const { areas, place, group } = one({
      region: "Hi-Line",
      sub_region: "East",
      regions: ["Montana", "Hi-Line"],
      district: "District 61",
      group: "D68",
    });
    expect(areas).toEqual(["Hi-Line", "East", "Montana", "District 61", "D68"]);
    expect(group).toBeNull();
    expect(JSON.stringify(place)).not.toMatch(/Hi-Line|61|D68/);
  });

  it("is no group, but a group may have a number", () => {
    expect(one({ group: "Area 51 Survivors" }).group).toBe("Area 51 Survivors");
  });
});

describe("a place", () => {
  it.each(["12 Elm St", "12 ELM ST.", "12 Elm St, Circle", "12 Elm St, Circle, MT 59215", "Circle", "Circle, MT"])(
    "whose name only repeats its address has none: %j",
    (location) => expect(one({ location }).place).toMatchObject({ name: null, street: "12 Elm St" }),
  );

  it("keeps a name that says more", () => expect(one({ location: "Circle Church" }).place.name).toBe("Circle Church"));

  it("may be whole in the field for the street", () => {
    expect(one({ formatted_address: undefined, address: "Valentine, NE, USA" }).place).toMatchObject({
      street: null,
      city: "Valentine",
      state: "NE",
    });
  });

  it("that is only a town is no place to go to where one can join from afar", () => {
    const town = { formatted_address: "Circle, MT, USA", approximate: "no", conference_url: "https://zoom.us/j/8123456789" };
    expect(one(town).join).toBe("video");
    expect(one({ ...town, location: "Circle" }).join).toBe("video");
    expect(one({ ...town, location: "Grange Hall" }).join).toBe("hybrid");
  });

  it("has no notes that say nothing", () =>
    expect(one({ notes: ", ,", location_notes: " / " })).toMatchObject({ notes: null, place: { notes: null } }));
});

describe("a way to join", () => {
  const online = { types: ["O", "ONL"], formatted_address: "Circle, MT, USA" };

  it("is the room whose number is in the notes, whatever calls the meeting inactive", () => {
    expect(one({ ...online, attendance_option: "inactive", notes: "Zoom ID: 812 3456 7890, passcode calm" })).toMatchObject({
      join: "video",
      online: { url: "https://zoom.us/j/81234567890" },
      notes: "Zoom ID: 812 3456 7890, passcode calm",
    });
    expect(one({ ...online, conference_url_notes: "Meeting ID 812 345 6789 on Zoom" }).online?.url).toBe("https://zoom.us/j/8123456789");
    expect(one({ ...online, notes: "Zoom or call 406-555-0100" }).online).toBeNull();
    expect(one({ notes: "We once met on Zoom 812 3456 7890" }).online).toBeNull();
  });

  it("is the room that is given as the record's page", () => {
    expect(one({ ...online, url: "https://us02web.zoom.us/j/1110000002" })).toMatchObject({
      join: "video",
      online: { url: "https://us02web.zoom.us/j/1110000002" },
      url: null,
    });
    expect(one({ url: "https://example.org/meetings/hands" })).toMatchObject({ online: null, url: "https://example.org/meetings/hands" });
  });

  it.each([
    "https://zoom.us/j/8123456789?pwd=abc&sa=D&sntz=1&usg=AOv-x_1",
    "https://zoom.us/j/8123456789?pwd=abc&amp;sa=D&amp;source=editors&amp;ust=1689&amp;usg=AOv",
  ])("has nothing of Google Docs in its link: %s", (conference_url) =>
    expect(one({ ...online, conference_url }).online?.url).toBe("https://zoom.us/j/8123456789?pwd=abc"),
  );
});
