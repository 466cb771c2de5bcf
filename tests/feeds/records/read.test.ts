import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dialectOf } from "../../../src/feeds/records/dialect.ts";
import { readRecords } from "../../../src/feeds/records/read.ts";

const guide = [{ name: "Kitchen table", day: 2, time: "19:00" }];
const bmlt = [{ id_bigint: "6", weekday_tinyint: "4", meeting_name: "Barn" }];
const problem = (text: string, expected: "json" | "csv" | null = null) => {
  const found = readRecords(text, expected);
  return "problem" in found ? found.problem : `it was read as ${found.container}`;
};
/** What was found in a text, with the dialect of its records. */
const read = (text: string, expected: "json" | "csv" | null = null) => {
  const found = readRecords(text, expected);
  return "problem" in found ? found : { ...found, dialect: dialectOf(found.records) };
};

describe("the records of a feed", () => {
  it.each([
    ["a bare list", guide, "meeting-guide", guide],
    ["a list under a name", { meetings: guide, formats: [] }, "meeting-guide", guide],
    ["a list that PHP numbered", { 0: guide[0], 3: guide[0] }, "meeting-guide", [guide[0], guide[0]]],
    ["BMLT", bmlt, "bmlt", bmlt],
    [
      "BMLT with few of its fields",
      [{ meeting_name: "Barn", start_time: "19:00:00" }],
      "bmlt",
      [{ meeting_name: "Barn", start_time: "19:00:00" }],
    ],
    ["mostly BMLT", [{ name: "x", day: 1 }, ...bmlt, ...bmlt], "bmlt", [{ name: "x", day: 1 }, ...bmlt, ...bmlt]],
    ["records that are none", [null, 7, "x"], null, [null, 7, "x"]],
    ["a list under two names", { success: true, data: { meetings: guide } }, "meeting-guide", guide],
    ["a list in a list", [guide, guide], "meeting-guide", [...guide, ...guide]],
    ["records under their names", { kitchen: guide[0], barn: guide[0] }, "meeting-guide", [guide[0], guide[0]]],
    ["a record alone", guide[0], "meeting-guide", guide],
    ["an empty list", [], null, []],
    ["an empty list under a name", { meetings: [] }, null, []],
    [
      "BMLT's newer API",
      [{ id: 7, name: "Barn", day: 3, startTime: "19:00", venueType: 1, formatIds: [4] }],
      "bmlt",
      [{ id: 7, name: "Barn", day: 3, startTime: "19:00", venueType: 1, formatIds: [4] }],
    ],
  ])("are found with their dialect: %s", (_, content, dialect, records) => {
    expect(read(JSON.stringify(content))).toEqual({ container: "json", dialect, records, formats: null, repairs: [], morePages: null });
  });

  it.each([
    [
      {
        range: "A1:C2",
        values: [
          ["Name", "Day", "Start Time"],
          ["Ranch", "Monday", "7:00 PM"],
        ],
      },
    ],
    [
      [
        ["Name", "Day", "Start Time"],
        ["Ranch", "Monday", "7:00 PM"],
      ],
    ],
    [[{ Name: "Ranch", Day: "Monday", "Start Time": "7:00 PM" }]],
    // Two of these names are BMLT's too.
    [[{ meetingName: "Ranch", dayOfWeek: "Monday", startTime: "7:00 PM" }]],
    [[{ meeting_name: "Ranch", day_of_week: "Monday", start_time: "7:00 PM" }]],
    [[{ meetingName: "Ranch", dayOfWeek: "Monday", startTime: "7:00 PM", location: { city: "Circle" } }]],
    [{ sheet1: [{ Name: "Ranch", Day: "Monday", Time: "7:00 PM" }] }],
    [{ _embedded: { meetings: [{ name: "Ranch", day: "Monday", time: "7:00 PM" }] } }],
    [[{ id: 7, acf: { name: "Ranch", day: "Monday", time: "7:00 PM" } }]],
    [{ data: [{ id: 7, attributes: { name: "Ranch", day: "Monday", time: "7:00 PM" } }] }],
    [{ records: [{ id: "rec1", fields: { Name: "Ranch", Day: "Monday", Time: "7:00 PM" } }] }],
    [
      {
        type: "FeatureCollection",
        features: [{ properties: { name: "Ranch", day: "Monday", time: "7:00 PM" }, geometry: { coordinates: [-105.6, 47.4] } }],
      },
    ],
  ])("are found in %j", (feed) => {
    expect(read(JSON.stringify(feed))).toMatchObject({
      dialect: "meeting-guide",
      records: [{ name: "Ranch", day: "Monday", time: "7:00 PM" }],
    });
  });

  it("come with the formats that BMLT sends beside them", () => {
    const formats = [{ key_string: "O" }];
    expect(read(JSON.stringify({ meetings: bmlt, formats }))).toMatchObject({ dialect: "bmlt", records: bmlt, formats });
  });

  it("are found between a byte order mark and spaces", () => {
    expect(read(`\uFEFF \n${JSON.stringify(guide)}\n\n`)).toMatchObject({ dialect: "meeting-guide", records: guide });
  });
});

describe("what surrounds a feed", () => {
  const json = JSON.stringify(guide);
  it.each([
    ["messages of PHP before it", `<br />\n<b>Warning</b>:  Undefined variable $x in <b>/a.php</b> on line <b>12</b><br />\n${json}`],
    ["messages of PHP before it", `\nNotice: Function [x] is old in /a.php on line 3\n\nDeprecated: y\n${json}`],
    ["messages of PHP after it", `${json}<br />\n<b>Warning</b>: Unknown: x in <b>Unknown</b>`],
    ["a comment of a cache after it", `${json}\n<!-- Dynamic page generated in 0.3 seconds. -->\n<!-- super cache -->`],
    ["a callback around it", `/**/jQuery123_4(${json});`],
    ["a callback around it", `meetings.load( ${json} )`],
    ["zeros after it", `${json}0`],
    ["zeros after it", `${json}\0\0`],
    ["one record a line", `${JSON.stringify(guide[0])}\r\n\n${JSON.stringify(guide[0])}\n`],
    ["a comma before a bracket", '[{"name":"Kitchen table","day":2,"time":"19:00",},\n]'],
    ["no comma between records", '[{"name":"Kitchen table","day":2,"time":"19:00"}\n{"name":"Barn, {left} ,]","day":3,"time":"19:00"}]'],
    ["a number that is none", '[{"name":"Kitchen table","day":2,"time":"19:00","latitude":NaN,"longitude":-Infinity}]'],
    ["backslashes too many", '[{"name":"Kitchen\\\\table","group":"Mary\\\'s","day":2,"time":"19:00"}]'],
    ["raw line breaks in its texts", '[{"name":"Kitchen\n\ttable","day":2,"time":"19:00"}]'],
    ["a string around it", JSON.stringify(json)],
  ])("is taken off and reported: %s", (was, text) => {
    const found = read(text);
    expect(found).toMatchObject({ dialect: "meeting-guide", repairs: [{ kind: "json", was }] });
    expect("records" in found && found.records[0]).toMatchObject({ day: 2, time: "19:00" });
  });

  it("is not a page with JSON in it", () => {
    expect(problem(`<html><title>Meetings</title><script>let all = ${json}</script>`)).toContain("a web page");
    expect(problem(`Here they are: ${json}`)).toContain("not valid JSON");
  });
});

describe("a spreadsheet", () => {
  it.each([
    ['\uFEFFTime,Day,Name\r\n7:00 PM,Monday,"Barn, upstairs"\r\n\r\n', "Barn, upstairs"],
    ["Our list of 2024,,\n\nTime,Day,Name\r\n7:00 PM,Monday,Barn", "Barn"],
    ['sep=;\n"Name";"Start Time";"Day"\nBarn;7:00 PM;Monday', "Barn"],
  ])("is known by its header, whatever is above: %j", (text, name) => {
    const records = [{ name, day: "Monday", time: "7:00 PM" }];
    for (const expected of [null, "csv"] as const)
      expect(read(text, expected)).toMatchObject({ container: "csv", dialect: "meeting-guide", records });
  });

  it("is read the same in JSON: one column for the whole address, one for all types, and no row that is taken out", () => {
    const rows = [
      ["Name", "Day", "Address", "Types"],
      ["Barn", "Monday", "12 Elm St, Circle, MT", "Open, Women"],
      ["Name", "Day", "Address", "Types"],
    ];
    const barn = { name: "Barn", formatted_address: "12 Elm St, Circle, MT", types: ["Open", " Women"] };
    const csv = rows.map((row) => row.map((cell) => JSON.stringify(cell)).join(",")).join("\n");
    for (const [text, container] of [
      [JSON.stringify(rows), "json-table"],
      [csv, "csv"],
    ] as const) {
      const found = read(text);
      expect(found).toMatchObject({ container, records: [barn] });
      expect("records" in found && found.records.length).toBe(1);
    }
  });

  it("is not any text with commas", () => {
    expect(problem("Sorry, we are closed, come back, please")).toContain("not valid JSON");
    expect(problem("Sorry, we are closed, come back, please", "csv")).toContain("no spreadsheet of meetings");
  });
});

describe("what is sent in place of a feed", () => {
  it.each([
    ["<!doctype html><title>Just a moment...</title>", "a bot challenge (Cloudflare)"],
    ["<html><script>window._cf_chl_opt={}</script>", "a bot challenge (Cloudflare)"],
    ["<html><title>Access Denied - Sucuri Website Firewall</title>", "a bot challenge (Sucuri)"],
    ["<html>Request unsuccessful. Incapsula incident ID: 7", "a bot challenge (Imperva)"],
    ["<html><h1>Verify you are human</h1>", "a bot challenge (unnamed)"],
    ["<!DOCTYPE html>\n<html><head><title>Page  not\nfound</title>", "a web page (“Page not found”)"],
    ["<br />\n<b>Warning</b>: Undefined variable $a<br />[]", "a web page (“Warning : Undefined variable $a []”)"],
    ["<div><script>let a;</script></div>", "holds a web page in place"],
    ['<?xml version="1.0"?><meetings/>', "holds XML in place"],
  ])("is named: %s", (text, words) => {
    for (const expected of [null, "json", "csv"] as const) expect(problem(`\uFEFF  ${text}`, expected)).toContain(words);
  });

  it("does not take a page with a guard's script for a challenge", () => {
    const page = '<html><title>Home</title><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>';
    expect(problem(page)).toContain("a web page (“Home”)");
  });

  it.each([
    [{ error: "Restricted" }, "“Restricted”"],
    [{ code: "rest_no_route", message: "No route was found", data: { status: 404 } }, "“No route was found”"],
    [{ error: { message: "Key <b>missing</b>" } }, "“Key missing”"],
    [{ errors: [{ detail: "Slow down" }] }, "“Slow down”"],
    [{ success: false, data: "Feed is off" }, "“Feed is off”"],
  ])("tells what an error says: %j", (content, words) => {
    expect(problem(JSON.stringify(content))).toContain(words);
  });

  it.each(["{}", "null", '"x"', "7", '{"a":[1]}'])("names JSON without a list: %s", (text) => {
    expect(problem(text)).toContain("no list of meetings");
  });

  it("names emptiness", () => {
    expect(problem(" \n")).toContain("empty");
    expect(problem("\uFEFF", "csv")).toContain("empty");
  });
});

it("says of JSON that is not valid where it is broken", () => {
  expect(problem("[1 2]", "json")).toBe("The feed is not valid JSON. Line 1, column 4: a comma was expected, but it says “2]”.");
});

it("passes many megabytes of something else without a halt", () => {
  expect(problem("<".repeat(1_000_000))).toContain("a web page");
  expect(problem("<title".repeat(100_000))).toContain("a web page");
  expect(problem(`${'{"data":'.repeat(50_000)}7${"}".repeat(50_000)}`)).toContain("no list of meetings");
});

it("never throws, whatever is sent", () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.json(),
    fc.jsonValue().map((value) => JSON.stringify({ meetings: value, error: value })),
  );
  fc.assert(
    fc.property(anything, fc.constantFrom(null, "csv", "json"), (text, expected) => {
      const found = readRecords(text, expected);
      expect("problem" in found ? found.problem : found.records).toBeTruthy();
    }),
    { numRuns: 400 },
  );
});

describe("a feed of more values than fit into the memory", () => {
  const many = 3_500_000;
  it.each([
    ["lists", `[${"[],".repeat(many)}[]]`],
    ["records", `[${"{},".repeat(many)}{}]`],
    ["rows of a sheet", `name,day,time\n${"a\n".repeat(many)}`],
  ])("is refused before it is parsed: %s", (_, text) => {
    expect(readRecords(text, null)).toEqual({ problem: expect.stringContaining("holds more values than fit into the memory") });
  });

  it("is not one of two hundred thousand meetings", () => {
    const record = JSON.stringify({
      name: "Noon",
      slug: "noon",
      day: 1,
      time: "12:00",
      types: ["O", "W"],
      notes: "One, two, three, four.",
    });
    const found = readRecords(`[${`${record},\n`.repeat(200_000)}${record}]`, null);
    expect("records" in found && found.records.length).toBe(200_001);
  });
});
