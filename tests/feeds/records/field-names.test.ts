import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fieldOf, isBmltField, isGuideField } from "../../../src/feeds/records/field-names.ts";
import { readRecords } from "../../../src/feeds/records/read.ts";
import { addressOf } from "../../../src/feeds/values/address.ts";

describe("the table of names", () => {
  it.each([
    ["end_time", ["End Time", "endTime", "END_TIME", "End-Time", "endtime", "EndTime", "Finish"]],
    ["day", ["DAY", "day_of_week", "dayOfWeek", "Day of Week", "Weekday", "Day(s)", "Día"]],
    ["conference_url", ["conferenceUrl", "conferenceURL", "Zoom Link", "zoomLink", "ONLINE_URL"]],
    ["postal_code", ["Zip", "zipCode", "ZIP CODE", "Postal Code", "postalCode"]],
    ["latitude", ["lat", "Latitude", "LATITUDE"]],
    ["am_pm", ["AM/PM", "AMPM", "am_pm", "ampm"]],
    ["Tagname", ["Tagname", " Tagname "]],
  ])("knows %s however it is written", (field, names) => {
    expect(names.map(fieldOf)).toEqual(names.map(() => field));
  });

  it("has every field that the parsers read", () => {
    const fieldsIn = (folder: string) =>
      readdirSync(folder)
        .map((file) => readFileSync(join(folder, file), "utf8"))
        .flatMap((text) => [...text.matchAll(/reader\.(?:text|raw|word|number|phone)\("(\w+)"/g)].map(([, field]) => field!));
    const source = join(import.meta.dirname, "../../../src/feeds");
    expect(fieldsIn(join(source, "meeting-guide")).filter((field) => !isGuideField(field))).toEqual([]);
    expect(fieldsIn(join(source, "bmlt")).filter((field) => !isBmltField(field))).toEqual([]);
  });
});

describe("records in any container", () => {
  const row = {
    ID: "w1",
    "Meeting Name": "Wick Supper",
    Day: "Thursday",
    "Start Time": "6:40 PM",
    Venue: "Depot",
    "Street Address": "8 Rail St",
    City: "Terry",
    State: "MT",
    Types: "Open, Discussion",
  };
  const [header, cells] = [Object.keys(row), Object.values(row)];
  const columns = header.map((label, at) => ({ id: String.fromCharCode(65 + at), label, type: "string" }));
  const cell = (v: string) => ({ v });
  const asText = (value: unknown) => JSON.stringify(value);

  it.each([
    ["a sheet", [header, cells].map((line) => line.map(asText).join(",")).join("\n")],
    ["Google's values", asText({ range: "A1:I2", values: [header, cells] })],
    [
      "Google's table for charts",
      `/*O_o*/\ngoogle.visualization.Query.setResponse(${asText({ status: "ok", table: { cols: columns, rows: [{ c: cells.map(cell) }] } })});`,
    ],
    [
      "the same without labels",
      asText({
        table: { cols: columns.map(({ id }) => ({ id, label: "" })), rows: [header, cells].map((line) => ({ c: line.map(cell) })) },
      }),
    ],
    ["NocoDB", asText({ list: [row], pageInfo: { totalRows: 1, isLastPage: true } })],
    ["Airtable", asText({ records: [{ id: "rec7", fields: row }] })],
    ["GeoJSON", asText({ type: "FeatureCollection", features: [{ properties: row, geometry: null }] })],
  ])("say the same: %s", (_, text) => {
    const found = readRecords(text, null);
    expect("records" in found && found.records).toMatchObject([
      { name: "Wick Supper", day: "Thursday", time: "6:40 PM", location: "Depot", address: "8 Rail St", city: "Terry", state: "MT" },
    ]);
  });

  const first = (records: unknown) => {
    const found = readRecords(asText(records), null);
    return "records" in found ? found.records[0] : found.problem;
  };

  it("may have keys of programs, and a place of its own", () => {
    const record = {
      id: "c4",
      name: "Wick",
      dayOfWeek: 4,
      time: "18:40",
      endTime: "19:40",
      conferenceUrl: "https://zoom.us/j/5551230000",
      lat: 46.8,
    };
    expect(first([{ ...record, venue: { name: "Depot", address: "8 Rail St", longitude: -105.3 } }])).toEqual({
      ...{ id: "c4", name: "Wick", day: 4, time: "18:40", end_time: "19:40", conference_url: "https://zoom.us/j/5551230000" },
      ...{ location: "Depot", address: "8 Rail St", latitude: 46.8, longitude: -105.3 },
    });
  });

  it("are online where they say so beside a town alone", () => {
    const online = { slug: "o", name: "Wick", day: 4, time: "18:40", isOnline: true, conferenceUrl: "https://zoom.us/j/5551230000" };
    expect(first([{ ...online, address: "Terry" }])).toMatchObject({ attendance_option: "online" });
    for (const more of [{ address: "8 Rail St" }, { isOnline: false }, { conferenceUrl: "" }])
      expect(first([{ ...online, address: "Terry", ...more }])).not.toHaveProperty("attendance_option");
  });

  it("prefer the field's own name", () => {
    expect(first([{ slug: "s", type: "page", types: ["O"], title: "Post", name: "Wick", day: 4, time: "18:40" }])).toMatchObject({
      types: ["O"],
      name: "Wick",
    });
  });

  it("may keep AM and PM apart", () => {
    const at = (time: unknown, half: string) =>
      (first([{ Name: "Wick", Day: "Thursday", Time: time, "AM/PM": half }]) as { time: unknown }).time;
    expect([
      at("6:40", "PM"),
      at("6:40", "a.m."),
      at(7, "pm"),
      at("6:40 am", "PM"),
      at("18:40", ""),
      at("7:00-8:00", "PM"),
      at("7:00", "Evening"),
      at("12:00", "Noon"),
    ]).toEqual(["6:40 PM", "6:40 a.m.", "7 pm", "6:40 am", "18:40", "7:00 PM-8:00", "7:00 PM", "12:00 Noon"]);
  });

  it("may say when they are next, in universal time, and where the clock is", () => {
    const next = (nextEventUTC: unknown, timezone: string) =>
      first([{ slug: "n", name: "Wick", types: ["O"], features: ["POA"], nextEventUTC, timezone }]);
    expect(next("2026-12-04T02:40:00.000Z", "America/Denver")).toMatchObject({ day: 4, time: "19:40", types: ["O", "POA"] });
    expect(next("2026-07-03T01:40:00.000Z", "America/Denver")).toMatchObject({ day: 4, time: "19:40" });
    for (const [at, zone] of [
      ["2026-12-04T02:40:00", "America/Denver"],
      ["soon", "America/Denver"],
      ["2026-12-04T02:40:00Z", "Mars/Base"],
    ] as const)
      expect(next(at, zone)).not.toHaveProperty("day");
  });

  it("of Google's table show dates and times as people read them", () => {
    const cols = ["Name", "Day", "Time", "Updated"].map((label) => ({ label }));
    const cells = [{ v: "Wick" }, { v: "Thursday" }, { v: [18, 40, 0, 0] }, { v: "Date(2026,0,5)" }];
    expect(first({ table: { cols, rows: [{ c: cells }] } })).toMatchObject({ time: "18:40", updated: "2026-01-05" });
    expect(
      first({ table: { cols, rows: [{ c: [...cells.slice(0, 2), { v: "Date(1899,11,30,18,40,0)", f: "6:40 PM" }, null] }] } }),
    ).toMatchObject({
      time: "6:40 PM",
    });
  });
});

describe("an address without a state", () => {
  const near = { latitude: 46.79, longitude: -105.31 };
  it("has a ZIP code after its town, where that is in the US", () => {
    expect(addressOf("8 RAIL ST, TERRY 59349", near)).toMatchObject({ street: "8 RAIL ST", city: "TERRY", zip: "59349" });
    expect(addressOf("8 Rail St, Terry 59349-1234, USA", null)).toMatchObject({ city: "Terry", zip: "59349", country: "US" });
    for (const point of [null, { latitude: 41.9, longitude: 12.5 }])
      expect(addressOf("Via Appia 8, Roma 00179", point)).toMatchObject({ city: "Roma 00179", zip: null });
  });
});
