// cspell:ignore soir medio
import { describe, expect, it } from "vitest";
import { hoursOf, minutesOf } from "../../../src/feeds/values/times.ts";
import { noReport, reported } from "../../support/repairs.ts";

describe("a time", () => {
  it.each([
    ["8:00 PM", 1200],
    ["8p", 1200],
    ["8 p.m.", 1200],
    ["8:15pm", 1215],
    ["12:00 AM", 0],
    ["12:30 pm", 750],
    ["00:30 AM", 30],
    ["noon", 720],
    ["Midnight", 0],
    ["0730", 450],
    ["730", 450],
    ["7:30", 450],
    ["19:30:00", 1170],
    ["19.30", 1170],
    ["0.8125", 1170],
    [730, 450],
    [1930, 1170],
    [0.8125, 1170],
    [" 19:30", 1170],
    ["12:00 Noon", 720],
    ["12:00 PM (Noon)", 720],
    ["12:00 Midnight", 0],
    ["24:00", 1440],
    ["7h30", 450],
    ["19 h", 1140],
    ["7 h du soir", 1140],
    ["midi", 720],
    ["medio día", 720],
    ["12 de la noche", 0],
    ["7:30 de la mañana", 450],
    ["19h", 1140],
    ["7;30 PM", 1170],
    ["19:30 hrs", 1170],
    ["7 o'clock pm", 1140],
    [["19:00"], 1140],
    ["0.5", 720],
    ["0.75", 1080],
    [".25", 360],
    ["0,8125", 1170],
    [45_123.8125, 1170],
    ["730 PM", 1170],
    ["0730pm", 1170],
    ["12N", 720],
    ["0000", 0],
  ])("is read from %j and reported as repaired", (value, minutes) => {
    expect(reported((report) => minutesOf(value, report))).toEqual([minutes, ["time"]]);
  });

  it("in the feed's own form needs no repair", () => {
    expect(reported((report) => minutesOf("19:30", report))).toEqual([1170, []]);
    expect(reported((report) => minutesOf("", report))).toEqual([null, []]);
  });

  it.each(["25:00", "19:75", "7", 7, 2460, "soon", "13 AM", -1, Number.NaN, true, {}, ["19:00", "20:00"], "2020-01-01", "24:30"])(
    "is unknown in %j",
    (value) => {
      expect(minutesOf(value, noReport)).toBeNull();
    },
  );
});

describe("an end", () => {
  it("before the start is past midnight", () => {
    expect(reported((report) => hoursOf("23:00", "00:30", report))).toEqual([
      { start: 1380, length: 90, zone: null, remark: null },
      ["end-past-midnight"],
    ]);
    expect(reported((report) => hoursOf("10:00", "11:00", report))).toEqual([{ start: 600, length: 60, zone: null, remark: null }, []]);
  });

  it.each([
    ["10:00", "10:00", null],
    ["19:00", "24:00", 300],
    ["19:00", "00:00", 300],
    ["7:00 PM", "8:00", 60],
    ["19:00", "08:30", 90],
    ["noon", "1:00", 60],
    ["22:00", "06:00", 480],
    ["19:00", "18:00", null],
    ["19:00", "1 hour", null],
    ["19:00", "null", null],
  ])("of %s till %s is a length of %j minutes", (from, to, length) => expect(hoursOf(from, to, noReport).length).toBe(length));
});

describe("a time with more than a time in it", () => {
  it.each([
    ["7:00-8:30pm", 1140, 90],
    ["7-8:30 PM", 1140, 90],
    ["11:30-1pm", 690, 90],
    ["11am-12:30pm", 660, 90],
    ["7:00 a.m. - 8:00 a.m.", 420, 60],
    ["19:00 – 20:00", 1140, 60],
    ["from 7 pm to 8 pm", 1140, 60],
    ["a las 7 de la tarde", 1140, null],
    ["7 a 8 pm", 1140, 60],
    ["7:00 PM - close", 1140, null],
    ["2024-05-06T19:30:00", 1170, null],
    ["2024-05-06 19:30:00", 1170, null],
    ["2024-05-06T19:30:00Z", null, null],
    ["12/30/1899 19:30", 1170, null],
    ["7:30PM -", 1170, null],
    ["7:30 PM sharp", 1170, null],
    ["7-8", null, null],
    ["2024-05-06", null, null],
    ["7:00 PM & 8:30 PM", null, null],
  ])("%j begins at %j and lasts %j", (time, start, length) => expect(hoursOf(time, "", noReport)).toMatchObject({ start, length }));

  it.each([
    ["7:30 PM MST", "mst"],
    ["7:30pm (ET)", "et"],
    ["7:30 pm Central Time", "central"],
    ["7:30 p", null],
  ])("%j is of the zone %j", (time, zone) => expect(hoursOf(time, null, noReport)).toMatchObject({ start: 1170, zone }));
});

// cspell:disable -- Spanish
describe("a time as people write it", () => {
  it.each([
    ["noon to 1", 720, 60],
    ["7:30 pm - 8:30", 1170, 60],
    ["9am-5", 540, 480],
    ["10pm-1", 1320, 180],
    ["8 PM to 8 PM", 1200, null],
    ["06:00 - 22:00", 360, 960],
    ["24 hours", 0, 1439],
    ["Open 24/7", 0, 1439],
    ["todo el día", 0, 1439],
    ["@7pm", 1140, null],
    ["(7:00 PM)", 1140, null],
    ["7 in the evening", 1140, null],
    ["8 at night", 1200, null],
    ["12 del día", 720, null],
    ["noon (12pm)", 720, null],
    ["5:30 AM Daily", 330, null],
    ["1/1/1900 7:00 PM", 1140, null],
  ])("is read: %j", (words, start, length) => expect(hoursOf(words, null, noReport)).toMatchObject({ start, length, remark: null }));

  it("keeps what it says in brackets", () => {
    expect(hoursOf("6:30 PM (Doors at 6)", null, noReport)).toMatchObject({ start: 1110, remark: "doors at 6" });
    expect(hoursOf("6:30 PM (Mountain)", null, noReport)).toMatchObject({ start: 1110, zone: "mountain", remark: null });
  });
});
