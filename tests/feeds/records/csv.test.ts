// cspell:ignore Wkday inicio Lugar Ciudad Estado Heure État lundi
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBmlt } from "../../../src/feeds/bmlt/parse.ts";
import { parseMeetingGuide } from "../../../src/feeds/meeting-guide/parse.ts";
import type { FeedSource } from "../../../src/feeds/record.ts";
import { dialectOf } from "../../../src/feeds/records/dialect.ts";
import { readRecords } from "../../../src/feeds/records/read.ts";
import { type Parsed, taken } from "../../support/feeds.ts";
import { vocabulary } from "../../support/vocabulary.ts";

const source: FeedSource = { id: "mt", program: "example-program", fellowship: "aa", vocabulary };

/** The meetings of a spreadsheet; none where the text is not one. */
function parse(text: string): Parsed {
  const found = readRecords(text, "csv");
  if ("problem" in found) return taken([]);
  return taken(dialectOf(found.records) === "bmlt" ? parseBmlt(source, found) : parseMeetingGuide(source, found));
}

describe("a spreadsheet", () => {
  it("is read by its plain headers", () => {
    const text =
      '\ufeffTime,End Time,Day,Name,Location,Address,Types,Phone,Slug\n6:00 PM,7:00 PM,Monday,Ranch Hands,Grange Hall,"12 Elm St, Circle, MT 59215, USA","Open, Wheelchair Access, Potluck",406-555-0100,ranch\n,,,,,,,,\nnoon,,Tue,Short row\n';
    const parsed = parse(text);
    expect(parsed.meetings[0]).toMatchObject({
      id: "mt-ranch",
      occurrences: [{ day: 1, start: 1080, length: 60 }],
      place: { street: "12 Elm St", city: "Circle", state: "MT" },
      types: ["open", "wheelchair"],
      otherTypes: ["Potluck"],
      phone: null,
    });
    expect(parsed.meetings[1]).toMatchObject({ name: "Short row", occurrences: [{ day: 2, start: 720, length: null }] });
    expect(parsed.repairs.map(({ kind, was }) => `${kind} ${was}`)).toEqual(["day Tue", "time noon"]);
  });

  const sheet = (text: string) => parse(text).meetings[0]!;
  const elm = { place: { street: "12 Elm St", city: "Circle", state: "MT" }, types: ["open", "women"] };

  it.each([
    ["semicolons", "Time;Day;Name;Address;Types\n19:00;Monday;Ranch;12 Elm St, Circle, MT 59215, USA;Open, Women\n"],
    ["tabs", "Time\tDay\tName\tAddress\tTypes\n19:00\tMonday\tRanch\t12 Elm St, Circle, MT 59215, USA\tOpen, Women\n"],
    ["a title", 'Our list,,,,\n,,,,\nTime,Day,Name,Address,Types\n19:00,Monday,Ranch,"12 Elm St, Circle, MT",O;W\n'],
    [
      "other words",
      "MEETING,Day(s),Start Time,Street,Town,ST,Zip Code,Meeting Type\r\nRanch,Mon,7 PM,12 Elm St,Circle,MT,59215,O;W,,\r\n,,,\r\n",
    ],
    ["an open quote", 'Time,Day,Name,Street,City,State,Types,Notes\n19:00,Monday,Ranch,12 Elm St,Circle,MT,O;W,"never closed\n'],
    [
      "columns of traps",
      "Time,Day,Name,Street,City,State,Types,__proto__,constructor,Name\n19:00,Monday,Ranch,12 Elm St,Circle,MT,O;W,x,y,z\n",
    ],
  ])("may have %s", (_, text) => {
    expect(sheet(text)).toMatchObject({ ...elm, name: "Ranch", occurrences: [{ day: 1, start: 1140 }] });
  });

  const rows = (...lines: string[]) => parse(["Name,Day,Time,City,Notes", ...lines].join("\n"));

  it.each([
    ["in its last column", 'Ranch,Monday,7:00 PM,Circle,"never closed'],
    ["in its first column", '"Ranch,Monday,7:00 PM,Circle,plain'],
  ])("loses no other row by a quote left open %s", (_, broken) => {
    const { meetings } = rows('Elm,Monday,6:00 PM,Circle,"a, b"', broken, 'Oak,Tuesday,8:00 PM,Terry,"c,\nd"', "Ash,Friday,9:00 PM,Terry,");
    expect(meetings.map(({ occurrences }) => occurrences[0]?.start)).toEqual([1080, 1140, 1200, 1260]);
    expect(meetings.map(({ place, notes }) => [place.city, notes]).filter((_, at) => at !== 1)).toEqual([
      ["Circle", "a, b"],
      ["Terry", "c,\nd"],
      ["Terry", null],
    ]);
  });

  it("keeps the lines of its notes, quotes within names, and no header that stands there twice", () => {
    const { meetings } = rows(
      'Elm,Monday,6:00 PM,Circle,"one\ntwo, three, four, five, six"',
      '"The ""Oak""",Monday,7:00 PM,Circle,',
      "Name,Day,Time,City,Notes",
    );
    expect(meetings.map(({ name, notes }) => [name, notes])).toEqual([
      ["Elm", "one\ntwo, three, four, five, six"],
      ['The "Oak"', null],
    ]);
    expect(rows('"The \\"Oak\\" Group",Monday,7:00 PM,"Circle",').meetings[0]).toMatchObject({
      name: 'The "Oak" Group',
      place: { city: "Circle" },
    });
  });

  it("may be BMLT's, or that of NA's world services", () => {
    const bmlt = "id_bigint,weekday_tinyint,venue_type,start_time,duration_time,formats,meeting_name,location_municipality,published\n";
    const [elm, ...others] = parse(`${bmlt}7,2,1,19:00:00,01:00:00,O,Elm,Circle,1\n8,2,1,19:00:00,,,Oak,Terry,0\n`).meetings;
    expect(elm).toMatchObject({ id: "mt-7", name: "Elm", occurrences: [{ day: 1, start: 1140, length: 60 }], place: { city: "Circle" } });
    expect(others).toEqual([]);
    const world =
      "Committee,CommitteeName,Day,Time,Place,City,Delete,unpublished\nG1,Elm,Monday,1930,Hall,Circle,,\nG2,Oak,Monday,1930,Hall,Circle,D,\nG3,Ash,Monday,1930,,,,1\n";
    expect(parse(world).meetings.map(({ name }) => name)).toEqual(["Elm"]);
  });

  it("needs no slugs, and reports none", () => {
    const { meetings, repairs } = rows("Elm,Monday,6:00 PM,Circle,", "Elm,Monday,6:00 PM,Terry,");
    expect(meetings.map(({ id }) => id)).toEqual(["mt-elm-monday-6-00-pm", "mt-elm-monday-6-00-pm-2"]);
    expect(repairs).toEqual([]);
  });

  it("names its ways in as people do, and needs no repair for figures", () => {
    const text =
      "Day,Time,Name,Zoom Link,Passcode,Dial-in,Lat,Lng\nMonday,7:00 PM,Ranch,https://zoom.us/j/1,Calm,646-555-0100,47.4,-105.6\n";
    expect(sheet(text)).toMatchObject({ online: { url: "https://zoom.us/j/1", notes: "Calm" }, phone: { number: "646-555-0100" } });
    expect(parse(text).repairs).toEqual([]);
  });

  it("has a room's number and passcode, each in a column", () => {
    expect(sheet("Day,Time,Name,Zoom ID,Passcode\nMonday,7:00 PM,Ranch,850 1126 9892,Calm\n")).toMatchObject({
      online: { url: "https://zoom.us/j/85011269892", notes: "Zoom ID: 850 1126 9892\nPasscode: Calm" },
    });
  });

  it.each([
    'Mtg Name,Wkday,Begin Time,Stop Time,Where,City/State\nRanch,Monday,7:00 PM,8:00 PM,Grange,"Circle, MT"',
    "Nombre,Día de la semana,Hora de inicio,Hora final,Lugar,Ciudad,Estado\nRanch,lunes,7:00 PM,8:00 PM,Grange,Circle,MT",
    "Nom,Jour,Heure (MT),Fin,Lieu,Ville,État\nRanch,lundi,19h00,20h00,Grange,Circle,MT",
  ])("is read under other headers, and in Spanish and French: %s", (text) => {
    expect(sheet(text)).toMatchObject({
      ...{ name: "Ranch", occurrences: [{ day: 1, start: 1140, length: 60 }] },
      place: { name: "Grange", city: "Circle", state: "MT" },
    });
  });

  it("never throws, whatever its rows hold", () => {
    const pieces = fc.constantFrom('"', '""', ",", ";", "\n", "\r\n", "\\", "Monday", "7:00 PM", "a", "é", "\ud800", "\0", " ");
    fc.assert(
      fc.property(fc.string({ unit: pieces, maxLength: 60 }), (rows) => {
        const { meetings } = parse(`Name,Day,Time,Notes\n${rows}`);
        expect(meetings.every(({ id, name }) => id.startsWith("mt-") && name !== "")).toBe(true);
      }),
    );
  });

  it("that is none gives nothing", () => {
    expect(parse('a,b\n"unclosed').meetings).toEqual([]);
    expect(parse("\0\ud800,;").meetings).toEqual([]);
  });
});
