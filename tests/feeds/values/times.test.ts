// cspell:ignore MTWRF Wensday Thrusday
import { describe, expect, it } from "vitest";
import { keyOf, uniqueKeys } from "../../../src/feeds/meeting-guide/ids.ts";
import { dayCountOf, daysOf } from "../../../src/feeds/values/days.ts";
import { linkOf } from "../../../src/feeds/values/link.ts";
import { pointIn, pointOf } from "../../../src/feeds/values/point.ts";
import { dayStamp } from "../../../src/feeds/values/repair.ts";
import { hoursOf, minutesOf } from "../../../src/feeds/values/times.ts";

/** Runs a reader and tells its answer with the kinds it noted. */
function noted<T>(read: (note: (kind: string, was: unknown) => void) => T): [T, string[]] {
  const kinds: string[] = [];
  const answer = read((kind) => kinds.push(kind));
  return [answer, kinds];
}
const quiet = () => undefined;

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
  ])("is read from %j and named as repaired", (value, minutes) => {
    expect(noted((note) => minutesOf(value, note))).toEqual([minutes, ["time"]]);
  });

  it("in the feed's own form needs no repair", () => {
    expect(noted((note) => minutesOf("19:30", note))).toEqual([1170, []]);
    expect(noted((note) => minutesOf("", note))).toEqual([null, []]);
  });

  it.each(["25:00", "19:75", "7", 7, 2460, "soon", "13 AM", -1, Number.NaN, true, {}, ["19:00", "20:00"], "2020-01-01", "24:30"])(
    "is unknown in %j",
    (value) => {
      expect(minutesOf(value, quiet)).toBeNull();
    },
  );
});

describe("an end", () => {
  it("before the start is past midnight", () => {
    expect(noted((note) => hoursOf("23:00", "00:30", note))).toEqual([{ start: 1380, length: 90, zone: null }, ["end-past-midnight"]]);
    expect(noted((note) => hoursOf("10:00", "11:00", note))).toEqual([{ start: 600, length: 60, zone: null }, []]);
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
  ])("of %s till %s is a length of %j minutes", (from, to, length) => expect(hoursOf(from, to, quiet).length).toBe(length));
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
  ])("%j begins at %j and lasts %j", (time, start, length) => expect(hoursOf(time, "", quiet)).toMatchObject({ start, length }));

  it.each([
    ["7:30 PM MST", "mst"],
    ["7:30pm (ET)", "et"],
    ["7:30 pm Central Time", "central"],
    ["7:30 p", null],
  ])("%j is of the zone %j", (time, zone) => expect(hoursOf(time, null, quiet)).toMatchObject({ start: 1170, zone }));
});

describe("days", () => {
  it.each([
    ["0", [0]],
    ["Monday", [1]],
    ["tues", [2]],
    ["Wednesdays", [3]],
    ["miércoles", [3]],
    [
      [6, "1", "Monday"],
      [1, 6],
    ],
    ["Mon, Wed & Fri", [1, 3, 5]],
    ["Friday-Monday", [0, 1, 5, 6]],
    ["daily", [0, 1, 2, 3, 4, 5, 6]],
    ["1,3", [1, 3]],
    ["1.0", [1]],
    [{ 0: "1", 2: "3" }, [1, 3]],
    ["weekdays", [1, 2, 3, 4, 5]],
    ["Weekends", [0, 6]],
    ["Every day", [0, 1, 2, 3, 4, 5, 6]],
    ["todos los días", [0, 1, 2, 3, 4, 5, 6]],
    ["Daily except Sunday", [1, 2, 3, 4, 5, 6]],
    ["Monday, except holidays", [1]],
    ["M-F", [1, 2, 3, 4, 5]],
    ["MWF", [1, 3, 5]],
    ["T/Th", [2, 4]],
    ["TTh", [2, 4]],
    ["Sa & Su", [0, 6]],
    ["Sun.-Thurs.", [0, 1, 2, 3, 4]],
    ["Lunes a Viernes", [1, 2, 3, 4, 5]],
    ["Monday (in person)", [1]],
    ["Sat", [6]],
    ["Sat. & Sun.", [0, 6]],
    ["Mon-Wed-Fri", [1, 3, 5]],
    ["MTWRF", [1, 2, 3, 4, 5]],
    ["M T W R F", [1, 2, 3, 4, 5]],
    ["L-V", [1, 2, 3, 4, 5]],
    ["1 & 3 Tue", [2]],
    ["Saturday 7 pm", [6]],
    ["Wednesday's", [3]],
    ["Wensday", [3]],
    ["Thrusday", [4]],
    ["Sunday except 1st Sunday", [0]],
    ["Mon, Sun except last Sunday", [0, 1]],
    ["Mon-Fri except Monday holidays", [1, 2, 3, 4, 5]],
    ["-1", []],
    ["N/A", []],
    [9, []],
    [{}, []],
    [[[1]], []],
  ])("are read from %j", (value, days) => {
    expect(noted((note) => daysOf(value, "sunday-0", note))).toEqual([days, ["day"]]);
  });

  it("are counted as the whole feed counts them", () => {
    const days = (...pairs: [unknown, string][]) => dayCountOf(pairs.map(([day, words]) => ({ day, words })));
    expect(days([0, ""], [6, ""])).toBe("sunday-0");
    expect(days([0, ""], ["7", ""])).toBe("sunday-7");
    expect(days([7, "Sunday Night"], [1, "Beginners"])).toBe("sunday-7");
    expect(days([7, "Saturday Night"], [1, "sunday-8am"])).toBe("sunday-1");
    expect(days([7, ""], [1, "Sunday or Monday"])).toBe("unsure");
    expect(days([7, "Sunday"], [7, "Saturday"])).toBe("unsure");
    const named = (shift: number) =>
      ["Monday Night", "Tuesday Noon", "Friday Night"].map((name, at): [number, string] => [[1, 2, 5][at]! + shift, name]);
    expect([days(...named(0)), days(...named(1)), days(...named(-1))]).toEqual(["sunday-0", "sunday-1", "monday-0"]);
    expect(days(...named(-1), [3, "Wednesday Group"])).toBe("sunday-0");
    expect(days(["Saturday 7 pm", "Saturday"], [1, "Beginners"])).toBe("sunday-0");
    expect([daysOf(6, "monday-0", quiet), daysOf(0, "monday-0", quiet), daysOf(8, "monday-0", quiet)]).toEqual([[0], [1], []]);
    expect([daysOf(7, "sunday-7", quiet), daysOf(7, "sunday-1", quiet), daysOf(3, "unsure", quiet)]).toEqual([[0], [6], []]);
  });
});

describe("coordinates", () => {
  it("may come as strings", () => {
    const helena = { latitude: 46.5, longitude: -110.2 };
    expect(noted((note) => pointOf("46.5", "-110.2", note))).toEqual([helena, ["coordinates"]]);
    for (const [north, west] of [
      ["46,5", "-110,2"],
      ["46.5° N", "110.2° W"],
      ["46.5,-110.2", ""],
      ["+46.5", "110.2W"],
    ] as const)
      expect(noted((note) => pointOf(north, west, note))).toEqual([helena, ["coordinates"]]);
  });

  it.each([
    [0, 0],
    [181, 10],
    ["north", 10],
    [45, null],
    [Number.NaN, 1],
  ])("are unknown at %j, %j", (latitude, longitude) => {
    expect(noted((note) => pointOf(latitude, longitude, note))).toEqual([null, ["coordinates"]]);
  });
});

describe("a point in its state", () => {
  const circle = { latitude: 47.41, longitude: -105.58 };
  const put = (latitude: number, longitude: number, state: string | null) => noted((note) => pointIn(state, { latitude, longitude }, note));

  it("is as it was, or put right where it plainly lost its minus or its order", () => {
    expect(put(47.41, -105.58, "MT")).toEqual([circle, []]);
    expect(put(47.41, 105.58, "MT")).toEqual([circle, ["coordinates"]]);
    expect(put(-105.58, 47.41, "MT")).toEqual([circle, ["coordinates"]]);
    expect(put(105.58, 47.41, "MT")).toEqual([circle, ["coordinates"]]);
  });

  it("is not believed elsewhere", () => {
    expect(put(40.7, -74, "MT")).toEqual([null, ["coordinates"]]);
    expect(put(-105.58, 47.41, null)).toEqual([null, ["coordinates"]]);
  });
});

describe("a link", () => {
  it("is kept as it is where it is sound", () => {
    expect(noted((note) => linkOf("https://zoom.example.org/j/1?pwd=a", note))).toEqual(["https://zoom.example.org/j/1?pwd=a", []]);
  });

  it.each([
    ["https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F12&data=x", "https://zoom.us/j/12"],
    ["zoom.us/j/12", "https://zoom.us/j/12"],
    ["Join: https://zoom.us/j/12 now", "https://zoom.us/j/12"],
    ["https://zoom.us/j/1?a=1&amp;b=2", "https://zoom.us/j/1?a=1&b=2"],
    ["https://me:secret@zoom.us/j/12", "https://zoom.us/j/12"],
    ["https://www.google.com/url?q=https://zoom.us/j/12&sa=D", "https://zoom.us/j/12"],
    ["https://l.facebook.com/l.php?u=https%3A%2F%2Fzoom.us%2Fj%2F12", "https://zoom.us/j/12"],
    ["https://urldefense.com/v3/__https://zoom.us/j/12__;!!abc", "https://zoom.us/j/12"],
    ["https://urldefense.proofpoint.com/v2/url?u=https-3A__zoom.us_j_12&d=x", "https://zoom.us/j/12"],
    ["http:// zoom.us/j/12", "https://zoom.us/j/12"],
    ["https//zoom.us/j/12", "https://zoom.us/j/12"],
    ["https:/zoom.us/j/12", "https://zoom.us/j/12"],
    ["https://https://zoom.us/j/12", "https://zoom.us/j/12"],
    ["htps://zoom.us/j/12", "https://zoom.us/j/12"],
    ["(https://zoom.us/j/12).", "https://zoom.us/j/12"],
    ['<a href="https://zoom.us/j/12">Join</a>', "https://zoom.us/j/12"],
    ["https://us02web.zoom.us/s/12?zak=hunter2&pwd=a", "https://us02web.zoom.us/j/12?pwd=a"],
    ["https://us02web.zoom.us/j/812 3456 7890?pwd=a", "https://us02web.zoom.us/j/81234567890?pwd=a"],
    ["https://us02web.zoom.us/j/ 81234567890", "https://us02web.zoom.us/j/81234567890"],
    ["https://zoom.us/j/812345678https://zoom.us/j/812345678", "https://zoom.us/j/812345678"],
    ["https://zoom.us/j/812345678\u200b", "https://zoom.us/j/812345678"],
    ["&lt;a href=&quot;https://zoom.us/j/12?pwd=x&amp;amp;y=1&quot;&gt;Join", "https://zoom.us/j/12?pwd=x&y=1"],
    ["https://zoom.us/j/12?pwd=a&#038;copy=1&copy=2", "https://zoom.us/j/12?pwd=a&copy=1&copy=2"],
    ["https://zoom.us/j/12?pwd=a&uname=Jonas", "https://zoom.us/j/12?pwd=a"],
    ["https://web.archive.org/web/2024/https://example.org/", "https://web.archive.org/web/2024/https://example.org/"],
    ["406-555-0100", null],
    ["javascript:alert(1)", null],
    ["mailto:me@example.org", null],
    ["https://nam.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)", null],
    ["https://example.org/wp-admin/post.php?post=1&action=edit", null],
    ["http://[", null],
  ])("from %j is %j", (value, link) => {
    expect(linkOf(value, quiet)).toBe(link);
  });

  it("is told in a report by its host alone", () => {
    const seen: unknown[] = [];
    linkOf("https://me:secret@example.org/wp-admin/?edit_key=secret", (_kind, was) => seen.push(was));
    linkOf("mailto:me@example.org", (_kind, was) => seen.push(was));
    expect(seen).toEqual(["example.org", "mailto:"]);
  });
});

describe("a key", () => {
  it("has only small letters, digits and hyphens", () => {
    expect(keyOf("Más%20Allá / 7pm", quiet)).toBe("mas-alla-7pm");
    expect(keyOf("100%", quiet)).toBe("100");
    expect(keyOf("日本", quiet)).toMatch(/^[a-f0-9]{8}$/);
  });

  it("keeps two long names apart that begin alike", () => {
    const [one, two] = ["a", "b"].map((end) => keyOf("step-".repeat(30) + end, quiet));
    expect(one).not.toBe(two);
    expect([one!.length <= 80, two!.length <= 80]).toEqual([true, true]);
  });

  it("is made unique by its order, and never takes a key that is another's own", () => {
    expect(uniqueKeys(["a", "a", "a-2", "a", "b"])).toEqual(["a", "a-3", "a-2", "a-4", "b"]);
    expect(uniqueKeys(["x".repeat(80), "x".repeat(80)])[1]).toBe(`${"x".repeat(78)}-2`);
  });
});

describe("a stamp", () => {
  it("is cut to its day, if there is such a day", () => {
    expect(["2024-05-31 10:00:00", "2024-05-31", "2016-09-1005:15:00", "2024-02-31", "last week", 5].map(dayStamp)).toEqual([
      "2024-05-31",
      "2024-05-31",
      "2016-09-10",
      null,
      null,
      null,
    ]);
  });
});
