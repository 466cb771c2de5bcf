// cspell:ignore Cerrado temporalmente
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMeetingGuide } from "../../../src/feeds/meeting-guide/parse.ts";
import type { Draft, FeedSource } from "../../../src/feeds/record.ts";
import { foundInJson, type Parsed, taken } from "../../support/feeds.ts";
import { vocabulary } from "../../support/vocabulary.ts";

const source: FeedSource = { id: "mt", program: "example-program", fellowship: "aa", vocabulary };
const sound = {
  slug: "ranch-hands",
  name: "Ranch Hands",
  day: 1,
  time: "19:00",
  end_time: "20:00",
  types: ["O", "D"],
  location: "Grange Hall",
  formatted_address: "12 Elm St, Circle, MT 59215, USA",
  latitude: 47.41,
  longitude: -105.58,
};
const read = (...records: unknown[]): Parsed => taken(parseMeetingGuide(source, foundInJson(records)));
const one = (changes: object): Draft => read({ ...sound, ...changes }).meetings[0]!;
const kinds = ({ repairs }: Parsed) => [...new Set(repairs.map(({ kind }) => kind))].sort();

describe("a record in the Meeting Guide's form", () => {
  it("becomes a meeting without any repair", () => {
    const parsed = read(sound);
    expect(parsed.repairs).toEqual([]);
    expect(parsed.meetings[0]).toEqual({
      id: "mt-ranch-hands",
      feed: "mt",
      program: "example-program",
      name: "Ranch Hands",
      group: null,
      occurrences: [{ day: 1, start: 1140, length: 60 }],
      recordZone: null,
      closed: null,
      join: "in-person",
      place: {
        name: "Grange Hall",
        street: "12 Elm St",
        city: "Circle",
        state: "MT",
        zip: "59215",
        country: "US",
        point: { latitude: 47.41, longitude: -105.58 },
        approximate: false,
        notes: null,
      },
      online: null,
      phone: null,
      types: ["open", "discussion"],
      otherTypes: [],
      areas: [],
      languages: ["en"],
      notes: null,
      url: null,
      updated: null,
    });
  });

  it("meets on several days, past midnight, all sharing one address", () => {
    const parsed = read({ ...sound, day: ["1", "Friday"], time: "11 PM", end_time: "00:30" });
    expect(parsed.meetings[0]?.occurrences).toEqual([
      { day: 1, start: 1380, length: 90 },
      { day: 5, start: 1380, length: 90 },
    ]);
    expect(kinds(parsed)).toEqual(["day", "end-past-midnight", "time"]);
  });

  it("meets by arrangement without a day or a time", () => {
    expect(one({ day: undefined }).occurrences).toEqual([]);
    expect(one({ time: "whenever" }).occurrences).toEqual([]);
    expect(one({ time: "7:00 PM - 8:30 PM", end_time: "" }).occurrences).toEqual([{ day: 1, start: 1140, length: 90 }]);
  });

  it("keeps what its day and time say in other words, and reads how often it meets from them", () => {
    expect(one({ day: "First Saturday", notes: "Ring the bell." }).notes).toBe("First Saturday\n\nRing the bell.");
    expect(one({ time: "by appointment", notes: null })).toMatchObject({ occurrences: [], notes: "by appointment" });
    expect(one({ day: "Mon & Wed" }).notes).toBeNull();
  });

  it("goes by the zone that stands beside its time", () => {
    expect(one({ time: "7:30 PM ET" })).toMatchObject({ recordZone: "America/New_York", occurrences: [{ start: 1170 }] });
    expect(one({ time: "7:30 PM ET", timezone: "America/Denver" }).recordZone).toBe("America/Denver");
    expect(one({ time: "7:30 PM MST", formatted_address: "Ajo, AZ 85321, USA" }).recordZone).toBe("America/Phoenix");
  });

  it("that begins at 24:00 begins with the next day", () => {
    expect(one({ day: 6, time: "24:00", end_time: "" }).occurrences).toEqual([{ day: 0, start: 0, length: null }]);
  });

  it("believes no point outside its state", () => {
    const parsed = read({ ...sound, latitude: 40.7, longitude: -74 });
    expect([parsed.meetings[0]?.place.point, kinds(parsed)]).toEqual([null, ["coordinates"]]);
  });

  it("knows its state by name or sloppy letters", () => {
    expect(["Montana", ".MT", "mt"].map((state) => one({ formatted_address: "", state }).place.state)).toEqual(["MT", "MT", "MT"]);
    expect(one({ formatted_address: "Circle MT 59215" }).place).toMatchObject({ city: "Circle", state: "MT", zip: "59215" });
    expect(one({ formatted_address: "Circle, Montana" }).place).toMatchObject({ city: "Circle", state: "MT", country: "US" });
  });

  it.each([
    ["Tex.", "TX"],
    ["US-TX", "TX"],
    ["Texas, USA", "TX"],
    ["TX - Texas", "TX"],
    ["N. Carolina", "NC"],
    ["New  Mexico", "NM"],
    ["Washington D.C.", "DC"],
    ["West Texas", null],
    ["TX/OK", null],
  ])("knows %j as %j", (state, code) => expect(one({ formatted_address: "", state }).place.state).toBe(code));

  it.each([
    [{ formatted_address: "9 King St, Toronto, ON, CA" }, { city: "Toronto", state: null, country: "Canada" }],
    [
      { formatted_address: "Berlin, DE", latitude: 52.5, longitude: 13.4 },
      { city: "Berlin", state: null, country: "Germany", point: { latitude: 52.5 } },
    ],
    [
      { formatted_address: "Circle, MT", latitude: 47.41, longitude: 105.58 },
      { city: "Circle", state: "MT" },
    ],
    [
      { formatted_address: "", city: "Perth", state: "WA", country: "Australia" },
      { state: null, country: "Australia" },
    ],
    [{ formatted_address: "", city: "Circle", state: "MT", country: "McCone" }, { state: "MT" }],
    [{ formatted_address: "", city: "Ponce", state: "PR", country: "Puerto Rico" }, { state: "PR" }],
    [
      { formatted_address: "", city: "Fresno", state: "CA", country: "CA", latitude: 36.7, longitude: -119.8 },
      { state: "CA", country: "US" },
    ],
    [{ formatted_address: "12 Elm St, Winner, S.D. 57580" }, { street: "12 Elm St", city: "Winner", state: "SD", zip: "57580" }],
    [{ formatted_address: "12 Elm St, Winner, SD 57580 USA" }, { street: "12 Elm St", city: "Winner", state: "SD", zip: "57580" }],
    [{ formatted_address: "", state: "TX", postal_code: "79401.0" }, { zip: "79401" }],
    [{ formatted_address: "", state: "TX", postal_code: "794011234" }, { zip: "79401" }],
  ])("with %j is in %j", (changes, place) => expect(one({ latitude: null, longitude: null, ...changes }).place).toMatchObject(place));

  it("is in a town, not in a country called so", () => {
    expect(one({ formatted_address: "12 Elm St, Circle" }).place).toMatchObject({ street: "12 Elm St", city: "Circle", country: null });
    expect(one({ formatted_address: "5 King St, Ottawa, Canada" }).place).toMatchObject({ city: "Ottawa", country: "Canada" });
    expect(one({ formatted_address: "Paseo 5, Tijuana, Mexico" }).place).toMatchObject({ city: "Tijuana", country: "Mexico" });
  });

  it.each([
    ["O,W"],
    ["O W"],
    ['["O","W"]'],
    [["O,W"]],
    [{ 0: "O", 1: "W" }],
    [{ O: "Open", W: "Women" }],
    [{ O: true, W: true, M: false }],
    [[{ code: "O" }, { name: "Women" }]],
    [[["O", "W"]]],
  ])("is of the types in %j", (types) => expect(one({ types }).types).toEqual(["open", "women"]));

  it("is not moved from Tbilisi to Atlanta", () => {
    const { place } = one({ formatted_address: "Tbilisi, Georgia", latitude: 41.69, longitude: 44.8 });
    expect(place).toMatchObject({ city: "Tbilisi", state: null, country: "Georgia", point: { latitude: 41.69 } });
  });

  it("is told in plain text", () => {
    const parsed = read({
      ...sound,
      name: "Bill &amp; Bob&#8217;s",
      notes: "<p>Use&nbsp;side <b>door</b>.</p><script>x()</script>&lt;br&gt;Ring",
    });
    expect(parsed.meetings[0]).toMatchObject({ name: "Bill & Bob’s", notes: "Use side door.\n\nRing" });
    expect(kinds(parsed)).toEqual(["text"]);
  });

  it("is found by phone where the feed calls it inactive, and online for now where the place is closed", () => {
    expect(
      one({
        formatted_address: "Circle, MT, USA",
        approximate: "yes",
        conference_phone: "+13125550100,,123#",
        attendance_option: "inactive",
      }),
    ).toMatchObject({
      join: "phone",
      phone: { number: "+13125550100,,123#" },
    });
    expect(one({ types: ["TC"], conference_url: "https://chat.example.org/room" }).join).toBe("online-for-now");
    expect(one({ types: "TC" }).join).toBe("paused");
  });

  it.each([
    [{ conference_url: "https://zoom.us/j/1 Passcode: calm" }, { online: { url: "https://zoom.us/j/1", notes: "Passcode: calm" } }],
    [{ conference_url: "+1 646 555 0100" }, { join: "hybrid", online: null, phone: { number: "+1 646 555 0100" } }],
    [
      { conference_url: "Zoom ID 123 456 7890" },
      { online: { url: "https://zoom.us/j/1234567890", notes: null }, phone: null, notes: "Zoom ID 123 456 7890" },
    ],
    [{ conference_url_notes: "Ask for the link" }, { online: null, notes: "Ask for the link" }],
    [
      { types: ["ONL"], notes: "Code 7, https://zoom.us/j/1?pwd=a" },
      { online: { url: "https://zoom.us/j/1?pwd=a" }, join: "hybrid" },
    ],
    [
      { types: ["O"], notes: "See https://zoom.us/j/1" },
      { online: null, join: "in-person" },
    ],
    [{ conference_phone: "Dial 646 555 0100 (New York), code 12#" }, { phone: { number: "646 555 0100", notes: "(New York), code 12#" } }],
    [{ conference_phone: "ID 123 456 7890, 646-555-0100" }, { phone: { number: "646-555-0100", notes: "ID 123 456 7890" } }],
    [{ conference_phone: "+1 646 555 0100,,123#,,#,,0#" }, { phone: { number: "+1 646 555 0100,,123#,,#,,0#", notes: null } }],
    [{ conference_phone: "1(646)555-0100 ext. 7" }, { phone: { number: "1(646)555-0100", notes: "ext. 7" } }],
    [{ conference_phone: "Call Jonas Smithers at 406-555-0100" }, { phone: { number: "406-555-0100", notes: null } }],
    [{ conference_phone: "646-555-0100 Jonas" }, { phone: { number: "646-555-0100", notes: null } }],
    [{ conference_phone: "646-555-0100 (ask for Jonas S.)" }, { phone: { number: "646-555-0100", notes: null } }],
    [{ conference_phone: "646-555-0100 Chicago" }, { phone: { number: "646-555-0100", notes: "Chicago" } }],
    [
      { conference_url: "https://us02web.zoom.us/", conference_phone: "81234567890" },
      { online: null, phone: null, notes: "81234567890" },
    ],
    [
      { conference_url: "https://zoom.us", conference_phone: "646-555-0100" },
      { online: null, phone: { number: "646-555-0100" } },
    ],
    [{ conference_phone: "000-000-0000" }, { phone: null }],
    [{ conference_phone: "605/555-0123" }, { phone: { number: "605-555-0123", notes: null } }],
    [{ conference_phone: "605 - 555 - 0123" }, { phone: { number: "605-555-0123", notes: null } }],
    [{ conference_phone: "605–555–0123" }, { phone: { number: "605-555-0123", notes: null } }],
    [{ conference_phone: "605-555-0123/605-555-0124" }, { phone: { number: "605-555-0123", notes: "605-555-0124" } }],
    [{ conference_phone: "6055550123.0" }, { phone: { number: "6055550123", notes: null } }],
    [{ conference_phone: "Zoom Meeting # 932 123 4567" }, { phone: null }],
    [{ conference_url: "812 3456 7890" }, { phone: null, online: null, notes: "812 3456 7890" }],
    [{ conference_url: "Zoom 123 456 789" }, { phone: null, notes: "Zoom 123 456 789" }],
    [
      { latitude: undefined, longitude: undefined, coordinates: "47.41,-105.58" },
      { place: { point: { latitude: 47.41, longitude: -105.58 } } },
    ],
  ])("of %j keeps %j", (changes, kept) => expect(one(changes)).toMatchObject(kept));

  it.each([
    ["UTC", "Etc/UTC"],
    ["(GMT-06:00) Central Time (US & Canada)", "America/Chicago"],
    ["(UTC-07:00) Arizona", "America/Phoenix"],
    ["CST6CDT", "America/Chicago"],
    ["EST/EDT", "America/New_York"],
    ["US Central", "America/Chicago"],
    ["Central Europe Standard Time", null],
    ["Central Standard Time (Mexico)", null],
  ])("takes the zone %j for %j", (timezone, zone) => expect(one({ timezone }).recordZone).toBe(zone));

  it.each([
    [{ name: "Nooners (CANCELLED)" }, "paused"],
    [{ notes: "Temporarily closed until further notice. Ring." }, "paused"],
    [{ notes: "Use the ramp. This meeting is suspended indefinitely." }, "paused"],
    [{ notes: "Cerrado temporalmente" }, "paused"],
    [{ types: ["Inactive"] }, "paused"],
    [{ attendance_option: "Temporarily Closed" }, "paused"],
    [{ notes: "Temporarily closed", conference_url: "https://zoom.us/j/1" }, "online-for-now"],
    [{ notes: "Side door temporarily closed. Elevator is not working." }, "in-person"],
    [{ notes: "No longer meets at the church." }, "in-person"],
    [{ name: "Closed Discussion", notes: "Closed meeting" }, "in-person"],
    [{ attendance_option: "Virtual", conference_url: "https://zoom.us/j/1" }, "video"],
    [{ attendance_option: "In person & Zoom", conference_url: "https://zoom.us/j/1" }, "hybrid"],
    [{ conference_url: "https://zoom.us" }, "in-person"],
    [{ location: "Zoom", formatted_address: "", notes: "https://zoom.us/j/8123456789" }, "video"],
  ])("with %j is joined %s", (changes, join) => expect(one(changes).join).toBe(join));

  it("keeps the zone it names if there is such a zone", () => {
    expect(
      ["America/Boise", "Mountain", "MST", "US/Mountain", "america/denver", "Mars"].map((timezone) => one({ timezone }).recordZone),
    ).toEqual([...["America/Boise", "America/Denver", "America/Denver", "America/Denver", "America/Denver", null]]);
  });

  it("has an id of its own, the same each time", () => {
    const feed = [sound, sound, { ...sound, slug: null, id: 7 }, { ...sound, slug: "", id: "" }];
    expect(read(...feed).meetings.map(({ id }) => id)).toEqual(["mt-ranch-hands", "mt-ranch-hands-2", "mt-7", "mt-ranch-hands-1-19-00"]);
    expect(read(...feed)).toEqual(read(...feed));
    const ids = (...days: number[]) =>
      read(...days.map((day) => ({ ...sound, day }))).meetings.map(({ id, occurrences }) => [occurrences[0]!.day, id]);
    expect(ids(5, 1, 3).sort()).toEqual(ids(1, 3, 5).sort());
  });

  it("is refused with a reason where nothing can be made of it, and costs no other", () => {
    const parsed = read(null, "x", [], {}, { slug: "empty", day: 1 }, sound);
    expect(parsed.meetings.length).toBe(1);
    expect(parsed.refused.at(-1)).toEqual({ record: "empty", reason: "no name, no time and no place" });
    expect(parsed.refused.length).toBe(5);
  });
});

describe("what leads to a person", () => {
  const secret = ["Jonas", "Smithers", "555-010", "example.com", "hunter2", "PO Box", "$give"];
  const dirty = {
    ...sound,
    slug: undefined,
    id: 3,
    author: "Jonas",
    email: "jonas@example.com",
    phone: "406-555-0100",
    contact_1_name: "Jonas Smithers",
    contact_1_phone: "406-555-0101",
    edit_url: "https://example.com/edit?pw=hunter2",
    mailing_address: "PO Box 1",
    venmo: "$give",
    notes: "Contact&nbsp;Jonas S. 406-555-0102, or jonas@example.com. Passcode: 424242",
    group_notes: "Ring 406-555-0103 (Jonas Smithers). See https://example.com/wp-admin/x?pw=hunter2",
    location_notes: "<a href='mailto:jonas@example.com'>Jonas Smithers: 406-555-0104</a>",
    conference_url: "mailto:jonas@example.com",
    url: "https://example.com/wp-admin/?hunter2",
  };

  it("is in no meeting, repair or refusal", () => {
    const text = JSON.stringify(read(dirty, { slug: "x", email: "jonas@example.com" })).replaceAll('"example.com"', "");
    expect(secret.filter((words) => text.includes(words))).toEqual([]);
    expect(text).toContain("Passcode: 424242");
    expect(kinds(read(dirty))).toContain("privacy");
  });
});

const fields = [
  ...["slug", "id", "name", "day", "time", "end_time", "timezone", "types", "location", "formatted_address", "address", "city", "state"],
  ...[
    "postal_code",
    "country",
    "latitude",
    "longitude",
    "approximate",
    "notes",
    "location_notes",
    "group",
    "group_notes",
    "conference_url",
  ],
  ...["conference_url_notes", "conference_phone", "conference_phone_notes", "attendance_option", "url", "updated"],
];
const hard = fc.constantFrom(
  "__proto__",
  "constructor",
  "7:00 PM",
  "24:00",
  "<b",
  "&#x0;",
  "&#xD800;",
  "\ud800",
  "%E0%A4%A",
  ",,,",
  "http://[",
  "TX",
  ".TX",
  "NaN",
);
const anyValue = fc.oneof(
  fc.jsonValue(),
  hard,
  fc.integer({ min: -1, max: 8 }),
  fc.string({ unit: "binary" }),
  fc.array(hard),
  fc.constant(undefined),
);
const anyRecord = fc.oneof(
  { weight: 9, arbitrary: fc.dictionary(fc.constantFrom(...fields), anyValue) },
  { weight: 1, arbitrary: fc.anything() },
);

describe("names that only the list's own people understand", () => {
  const alAnon = { ...source, fellowship: "al-anon" as const };
  const parsed = taken(parseMeetingGuide(alAnon, foundInJson([{ ...sound, name: "30529374 Saturday Hope AFG", location: "District 07" }])));

  it("lose the number of Al-Anon's office, and no other", () => {
    expect(parsed.meetings[0]!.name).toBe("Saturday Hope AFG");
    expect(kinds(parsed)).toEqual(["name"]);
    expect(one({ name: "1935 Group" }).name).toBe("1935 Group");
  });

  it("name no house where they name a district", () => {
    expect(parsed.meetings[0]!.place.name).toBeNull();
    expect(one({ location: "District 9 Club" }).place.name).toBe("District 9 Club");
  });
});

describe("any feed at all", () => {
  it("never throws, and all that is kept is sound", () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 12 }), (records) => {
        const { meetings, refused } = taken(parseMeetingGuide(source, foundInJson(records)));
        expect(meetings.length + refused.length).toBe(records.length);
        expect(new Set(meetings.map(({ id }) => id)).size).toBe(meetings.length);
        for (const meeting of meetings) expectSound(meeting);
      }),
      { numRuns: 1500 },
    );
  });
});

function expectSound({ id, name, occurrences, place, online, url, updated, types }: Draft): void {
  expect(id).toMatch(/^mt-[a-z0-9-]{1,80}$/);
  expect(name.trim()).not.toBe("");
  for (const { day, start, length } of occurrences) {
    expect([0, 1, 2, 3, 4, 5, 6]).toContain(day);
    expect(Number.isInteger(start) && start >= 0 && start < 1440).toBe(true);
    expect(length === null || (length > 0 && length < 1440)).toBe(true);
  }
  if (place.point) expect(Math.abs(place.point.latitude) <= 90 && Math.abs(place.point.longitude) <= 180).toBe(true);
  for (const link of [url, online?.url ?? null]) if (link !== null) expect(link).toMatch(/^https?:\/\//i);
  expect(place.state ?? "MT").toMatch(/^[A-Z]{2}$/);
  expect(updated ?? "2024-01-01").toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(new Set(types).size).toBe(types.length);
}
