import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseBmlt } from "../../src/feeds/bmlt/parse.ts";
import { parseMeetingGuide } from "../../src/feeds/meeting-guide/parse.ts";
import { Reader } from "../../src/feeds/reader.ts";
import { foundInJson, taken } from "../support/feeds.ts";
import { vocabulary } from "../support/vocabulary.ts";

const feeds = join(import.meta.dirname, "../../src/feeds");
const source = { id: "mt", program: "example-program", fellowship: null, vocabulary };

describe("the privacy of a record", () => {
  it("cannot be gone round: no other file of the parsers calls plainText or withoutPersons", () => {
    const files = readdirSync(feeds, { recursive: true, encoding: "utf8" }).filter((file) => /\.ts$/.test(file) && !/^values/.test(file));
    const callers = files.filter((file) => /\b(?:plainText|withoutPersons|besideNumber)\b/.test(readFileSync(join(feeds, file), "utf8")));
    expect(callers).toEqual(["reader.ts"]);
  });

  const person = "Contact Jonas Smithers 406-555-0102 or jonas@example.org";
  const leaks = (text: string) => ["Jonas S", "Smithers", "0102", "jonas@", "smithers"].filter((secret) => text.includes(secret));

  it.each([
    "slug",
    "name",
    "day",
    "time",
    "types",
    "timezone",
    "location",
    "formatted_address",
    "address",
    "city",
    "state",
    "country",
    "postal_code",
    "notes",
    "group",
    "group_notes",
    "location_notes",
    "conference_url_notes",
    "conference_phone_notes",
    "attendance_option",
    "url",
    "updated",
  ])("holds in %s of the Meeting Guide", (field) => {
    for (const value of [person, "Led by Jonas Smithers", [person, "jonas@example.org"]]) {
      const parsed = taken(
        parseMeetingGuide(source, foundInJson([{ name: "Elm", day: 1, time: "19:00", slug: null, [field]: value }, { [field]: value }])),
      );
      expect(leaks(JSON.stringify(parsed)), String(value)).toEqual([]);
    }
  });

  it("holds beside a link and a number of the Meeting Guide, and the number stays", () => {
    const record = {
      name: "Elm",
      day: 1,
      conference_url: `https://zoom.us/j/1 ${person}`,
      conference_phone: "646-555-0100, code 7, Jonas Smithers 406-555-0102",
    };
    const parsed = taken(parseMeetingGuide(source, foundInJson([record])));
    expect(leaks(JSON.stringify(parsed))).toEqual([]);
    expect(parsed.meetings[0]).toMatchObject({
      online: { url: "https://zoom.us/j/1" },
      phone: { number: "646-555-0100", notes: "code 7" },
    });
  });

  it.each([
    "meeting_name",
    "weekday_tinyint",
    "start_time",
    "duration_time",
    "time_zone",
    "formats",
    "lang_enum",
    "venue_type",
    "location_text",
    "location_info",
    "location_street",
    "location_municipality",
    "location_city_subsection",
    "location_province",
    "location_postal_code_1",
    "location_nation",
    "comments",
    "bus_lines",
    "train_lines",
    "virtual_meeting_additional_info",
  ])("holds in %s of BMLT", (field) => {
    for (const value of [person, "Led by Jonas Smithers", "jonas@example.org", [person, "jonas@x.org"]]) {
      const record = { id_bigint: "1", meeting_name: "Elm", weekday_tinyint: "2", start_time: "19:00:00", [field]: value };
      expect(leaks(JSON.stringify(taken(parseBmlt(source, foundInJson([record]))))), String(value)).toEqual([]);
    }
  });

  it("holds beside a link of BMLT, and in the names of its formats", () => {
    const record = { id_bigint: "1", meeting_name: "Elm", virtual_meeting_link: `https://zoom.us/j/1 ${person}`, formats: "Q" };
    const formats = [{ key_string: "Q", name_string: "Led by Jonas Smithers", lang: "en" }];
    const parsed = taken(parseBmlt(source, foundInJson([record], formats)));
    expect(leaks(JSON.stringify(parsed))).toEqual([]);
    expect(parsed.meetings[0]).toMatchObject({ online: { url: "https://zoom.us/j/1" }, otherTypes: ["Led by Jonas"] });
  });
});

describe("a reader", () => {
  const reader = (record: object, container: "json" | "csv" = "json") =>
    new Reader(
      { ...record },
      {
        id: "elm",
        container,
        numbersAreText: container === "csv",
        newerNames: { start_time: "startTime" },
        known: { city: "city", state: "state", names: [] },
        gazetteer: undefined,
      },
    );

  it("reports a value once, however often it is read", () => {
    const elm = reader({ notes: "<b>Ring</b>" });
    expect([elm.text("notes"), elm.text("notes")]).toEqual(["Ring", "Ring"]);
    expect(elm.repairs).toEqual([{ kind: "text", record: "elm", was: "notes: <b" }]);
  });

  it("takes words for days and hours, and numbers in texts, as plain in a spreadsheet only", () => {
    for (const [container, kinds, latitude] of [
      ["csv", ["day"], 47.1],
      ["json", ["day", "time", "day"], "47.1"],
    ] as const) {
      const elm = reader({ latitude: "47.1" }, container);
      elm.repaired("day", "Monday");
      elm.repaired("time", "6:00 PM");
      elm.repaired("day", "Mon");
      expect(elm.repairs.map(({ kind }) => kind)).toEqual(kinds);
      expect(elm.number("latitude")).toBe(latitude);
    }
  });

  it("knows the newer name of a field, and the label of an old value", () => {
    const elm = reader({ startTime: "19:00", comments: "Comments#@-@#Ring" });
    expect([elm.word("start_time"), elm.word("startTime"), elm.word("none"), elm.text("comments")]).toEqual([
      "19:00",
      "19:00",
      null,
      "Ring",
    ]);
    expect(elm.repairs).toEqual([{ kind: "label", record: "elm", was: "Comments#@-@#Ring" }]);
  });
});
