import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBmlt } from "../../src/feeds/bmlt/parse.ts";
import { parseMeetingGuide } from "../../src/feeds/meeting-guide/parse.ts";
import { Reader } from "../../src/feeds/reader.ts";
import { Recall } from "../../src/feeds/recall.ts";
import { foundInJson, taken } from "../support/feeds.ts";
import { vocabulary } from "../support/vocabulary.ts";

/** Circle is a town of Montana, and a town beside a number is read as one only there. */
const gazetteer = { isTown: (name: string, state: string) => `${name} ${state}` === "Circle MT", stateOfZip: () => "MT" };
const source = { id: "mt", program: "alcoholics-anonymous", fellowship: "aa", vocabulary, gazetteer } as const;

/** For what is read of no place. */
const nowhere = { placeFields: { city: "city", state: "state" }, gazetteer: undefined };

/** What one field says in the records of a feed: the same few things again and again, and nothing at all in some. */
const fields: Record<string, readonly unknown[]> = {
  name: ["Ranch Hands", "Ranch Hands (CANCELLED)", "Back at the <b>Barn</b>", undefined],
  day: ["monday", "sunday", "tuesday, friday"],
  time: ["19:00", "7 pm", "after supper", null],
  end_time: ["20:00", undefined],
  types: [["O", "D"], ["D", "O"], ["C", "TC"], ["ONL"], "O, D", { O: true }, [["O"]], undefined],
  location: ["Grange Hall", "Zoom", "closed - Grange Hall", ""],
  address: ["12 Elm St", undefined],
  formatted_address: ["12 Elm St, Circle, MT 59215, USA", "Circle, MT", 12, undefined],
  city: ["Circle", "Baker", undefined],
  state: ["MT", "Montana", "ND", null],
  latitude: [47.41, "47.41", 4.741, Number.NaN, undefined],
  longitude: [-105.58, 105.58, undefined],
  conference_url: ["https://zoom.us/j/1", "406-555-0142", undefined],
  conference_phone: ["406-555-0142", "Jonas 406-555-0142", undefined],
  attendance_option: ["online", "in_person", undefined],
  group: ["Elm", "District 4", undefined],
  notes: ["Call Jonas at 406-555-0142", "Circle 406-555-0142", "Zoom ID: 812 3456 7890", "Closed until further notice", undefined],
};

describe("what was read before", () => {
  it("changes nothing: records read together are as each read alone, with the same repairs", () => {
    const said = Object.fromEntries(Object.entries(fields).map(([field, values]) => [field, fc.constantFrom(...values)]));
    const records = fc.array(fc.record(said), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(records, (some) => {
        const named = some.map((record, at) => ({ slug: `m-${at}x`, ...record }));
        const read = (those: readonly object[]) => taken(parseMeetingGuide(source, foundInJson(those)));
        const alone = named.map((record) => read([record]));
        const together = read(named);
        expect(together.meetings).toEqual(alone.flatMap(({ meetings }) => meetings));
        expect(together.repairs).toEqual(alone.flatMap(({ repairs }) => repairs));
      }),
      { numRuns: 300 },
    );
  });

  it("is told apart by every value that was read, and by what else was given", () => {
    const recall = new Recall();
    const sum = (record: object, more: string) => {
      const reader = new Reader({ ...record }, { id: "elm", container: "json", numbersAreText: false, ...nowhere, recall });
      return reader.part("sum", [more], () => `${reader.raw("a")} ${reader.raw("a") === 1 ? reader.raw("b") : ""}${more}`);
    };
    expect([sum({ a: 1, b: 2 }, "x"), sum({ a: 1, b: 3 }, "x"), sum({ a: 1, b: 2 }, "y")]).toEqual(["1 2x", "1 3x", "1 2y"]);
    expect([sum({ a: "1", b: 2 }, "x"), sum({ a: 2, b: 2 }, "x"), sum({ b: 2 }, "x")]).toEqual(["1 x", "2 x", "null x"]);
  });

  it("is read only once", () => {
    const recall = new Recall();
    let reads = 0;
    for (const name of ["Elm", "Oak", "Elm", "Elm"]) {
      const reader = new Reader({ name, other: reads }, { id: name, container: "json", numbersAreText: false, ...nowhere, recall });
      expect(reader.part("name", [], () => reader.text("name") ?? String(reads++))).toBe(name);
      reader.part("count", [], () => [reads++, reader.raw("name")]);
    }
    expect(reads).toBe(2);
  });

  it("of one record is not said of the next, whose words are repaired under its own id", () => {
    const records = ["1", "2"].map((id_bigint) => ({
      id_bigint,
      meeting_name: "<b>Elm</b>",
      weekday_tinyint: "2",
      start_time: "19:00:00",
    }));
    const { repairs } = taken(parseBmlt(source, foundInJson(records)));
    expect(repairs.map(({ record }) => record)).toEqual(["1", "2"]);
    const guide = ["a", "b"].map((slug) => ({ slug, name: "<b>Elm</b>", day: 1, time: "19:00" }));
    expect(taken(parseMeetingGuide(source, foundInJson(guide))).repairs.map(({ record }) => record)).toEqual(["a", "b"]);
  });
});
