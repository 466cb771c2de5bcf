import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/feeds/fetch/decode.ts";
import { parseJson } from "../../../src/feeds/records/json-faults.ts";
import { readRecords } from "../../../src/feeds/records/read.ts";

const guide = [{ name: "Kitchen table", day: 2, time: "19:00" }];
const bmlt = [{ id_bigint: "6", weekday_tinyint: "4", meeting_name: "Barn" }];
const problem = (text: string, shape: Parameters<typeof readRecords>[1] = "auto") => {
  const read = readRecords(text, shape);
  return "problem" in read ? read.problem : `it was read as ${read.shape}`;
};

describe("the shape of a feed", () => {
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
    ["records that are none", [null, 7, "x"], "meeting-guide", [null, 7, "x"]],
    ["a list under two names", { success: true, data: { meetings: guide } }, "meeting-guide", guide],
    ["a list in a list", [guide, guide], "meeting-guide", [...guide, ...guide]],
    ["records under their names", { kitchen: guide[0], barn: guide[0] }, "meeting-guide", [guide[0], guide[0]]],
    ["a record alone", guide[0], "meeting-guide", guide],
    ["an empty list", [], "meeting-guide", []],
    ["an empty list under a name", { meetings: [] }, "meeting-guide", []],
  ])("is found: %s", (_, content, shape, records) => {
    expect(readRecords(JSON.stringify(content), "auto")).toEqual({ shape, records });
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
    [{ records: [{ id: "rec1", fields: { Name: "Ranch", Day: "Monday", Time: "7:00 PM" } }] }],
    [
      {
        type: "FeatureCollection",
        features: [{ properties: { name: "Ranch", day: "Monday", time: "7:00 PM" }, geometry: { coordinates: [-105.6, 47.4] } }],
      },
    ],
  ])("is found in %j", (feed) => {
    expect(readRecords(JSON.stringify(feed), "auto")).toMatchObject({
      shape: "meeting-guide",
      records: [{ name: "Ranch", day: "Monday", time: "7:00 PM" }],
    });
  });

  it("keeps the formats that BMLT sends beside its records", () => {
    const formats = [{ key_string: "O" }];
    expect(readRecords(JSON.stringify({ meetings: bmlt, formats }), "auto")).toEqual({ shape: "bmlt", records: bmlt, formats });
  });

  it("is what the operator says, where the records do not speak against it", () => {
    expect(readRecords("[]", "bmlt")).toEqual({ shape: "bmlt", records: [] });
    expect(readRecords('[{"a":1}]', "bmlt")).toEqual({ shape: "bmlt", records: [{ a: 1 }] });
    expect(problem(JSON.stringify(bmlt), "meeting-guide")).toContain("set to meeting-guide, but its records are bmlt");
  });

  it("forgives a byte order mark and space around it", () => {
    expect(readRecords(`\uFEFF \n${JSON.stringify(guide)}\n\n`, "auto")).toEqual({ shape: "meeting-guide", records: guide });
  });
});

describe("what stands around a feed", () => {
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
  ])("is taken off and told: %s", (was, text) => {
    const read = readRecords(text, "auto");
    expect(read).toMatchObject({ shape: "meeting-guide", repairs: [{ kind: "json", was }] });
    expect("records" in read && read.records[0]).toMatchObject({ day: 2, time: "19:00" });
  });

  it("is not a page with JSON in it", () => {
    expect(problem(`<html><title>Meetings</title><script>let all = ${json}</script>`)).toContain("a web page");
    expect(problem(`Here they are: ${json}`)).toContain("not valid JSON");
  });
});

describe("a spreadsheet", () => {
  it("is known by its header, whatever stands above", () => {
    const text = 'Time,Day,Name\r\n7:00 PM,Monday,"Barn, upstairs"';
    expect(readRecords(`\uFEFF${text}\r\n\r\n`, "auto")).toEqual({ shape: "csv", text });
    expect(readRecords(`Our list of 2024,,\n\n${text}`, "auto")).toEqual({ shape: "csv", text });
    expect(readRecords(`sep=;\n"Name";"Day"\nBarn;Monday`, "auto")).toEqual({ shape: "csv", text: '"Name";"Day"\nBarn;Monday' });
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
    for (const shape of ["auto", "bmlt", "csv"] as const) expect(problem(`\uFEFF  ${text}`, shape)).toContain(words);
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

describe("JSON that is not valid", () => {
  it.each([
    ['[\n  {"name": "Barn"},,\n]', "Line 2, column 20: a value was expected, but there stands “,”"],
    ['[\n {"name": "Barn",\n day: 2}\n]', "Line 3, column 2: a name in double quotes was expected, but there stands “day: 2}”"],
    ['[{"a": 1 "b": 2}]', 'Line 1, column 10: a comma or } was expected, but there stands “"b": 2}]”'],
    ["[1 2]", "Line 1, column 4: a comma or ] was expected"],
    ["[{]", "Line 1, column 3: a name in double quotes or } was expected"],
    ['[{"a" 1}]', "Line 1, column 7: a colon was expected"],
    ['{"meetings": []}\n\ninvalid text', "Line 3, column 1: the end of the text was expected, but there stands “invalid text”"],
    ['[{"name": "Barn', 'Line 1, column 11: a value was expected, but there stands “"Barn”'],
    ['[{"name": "Barn"}', "Line 1, column 18: the text ends too early; it may have been cut off"],
    ["[nan]", "Line 1, column 2: a value or ] was expected, but there stands “nan]”"],
  ])("says where and what: %j", (text, words) => {
    expect(problem(text, "meeting-guide")).toContain(words);
  });

  it("finds a place in every broken text", () => {
    const text = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", "}", "]", '"', ":", "\\", "\u0001", "0", "x"))
      .map(([json, at, mark]) => {
        const place = at % (json.length + 1);
        return json.slice(0, place) + mark + json.slice(place + 1);
      });
    fc.assert(
      fc.property(text, (broken) => {
        if (!isJson(broken)) expect(parseJson(broken.trim())).toMatchObject({ problem: expect.stringMatching(/line \d+, column \d+: /) });
      }),
      { numRuns: 2000 },
    );
  });

  it("passes many megabytes without a halt", () => {
    const long = `[{"name": "${"a\\n".repeat(1_000_000)}`;
    expect(problem(long)).toContain("Line 1, column 11");
    expect(problem("[".repeat(100_000))).toContain("cut off");
    expect(problem("<".repeat(1_000_000))).toContain("a web page");
    expect(problem("<title".repeat(100_000))).toContain("a web page");
    expect(problem(`${'{"data":'.repeat(50_000)}7${"}".repeat(50_000)}`)).toContain("no list of meetings");
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text.trim());
    return true;
  } catch {
    return false;
  }
}

it("never throws, whatever is sent", () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.json(),
    fc.jsonValue().map((value) => JSON.stringify({ meetings: value, error: value })),
  );
  fc.assert(
    fc.property(anything, fc.constantFrom("auto", "csv", "bmlt", "meeting-guide"), (text, shape) => {
      const read = readRecords(text, shape);
      expect("problem" in read ? read.problem : "text" in read ? read.text : read.records).toBeTruthy();
    }),
    { numRuns: 1000 },
  );
});

describe("the letters of a feed", () => {
  it("are UTF-8 where they can be, whatever is declared", () => {
    expect(decodeText(Buffer.from("Café"), "iso-8859-1")).toBe("Café");
  });

  it("are UTF-16 where a mark or a zero says so", () => {
    const [text, marked] = ['[{"name":"Café"}]', '\uFEFF[{"name":"Café"}]'];
    expect(decodeText(Buffer.from(text, "utf16le"))).toBe(text);
    expect(decodeText(Buffer.from(marked, "utf16le"))).toBe(text);
    expect(decodeText(Buffer.from(marked, "utf16le").swap16())).toBe(text);
  });

  it("are kept where one record is in other letters than the rest", () => {
    expect(decodeText(Buffer.concat([Buffer.from("Café ’ "), Buffer.from([0xe9, 0x94])]))).toBe("Café ’ é”");
  });

  it("else are as declared, else western", () => {
    expect(decodeText(Buffer.from([0xd0, 0xcf, 0xce]), "koi8-r")).toBe("пон");
    expect(decodeText(Buffer.from([0x93, 0x41, 0x94]), "no-such-code")).toBe("“A”");
    expect(decodeText(Buffer.from([0x93, 0x41, 0x94]))).toBe("“A”");
  });
});
