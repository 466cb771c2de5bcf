import { describe, expect, it } from "vitest";
import { readTyped } from "../../../src/listing/form/typed.ts";

describe("a number as people write it", () => {
  it.each([
    ["(406) 555-0123", "+14065550123"],
    ["406-555-0123", "+14065550123"],
    ["406.555.0123", "+14065550123"],
    ["4065550123", "+14065550123"],
    ["+1 406 555 0123", "+14065550123"],
    ["1-406-555-0123", "+14065550123"],
    ["1 (406) 555–0123", "+14065550123"],
    ["４０６-555-0123", "+14065550123"],
    ["1-800-662-HELP", "+18006624357"],
    ["855-PEERS-NC", "+18557337762"],
    ["988", "988"],
    ["741-741", "741741"],
  ])("%s is %s", (typed, number) => expect(readTyped("number", typed)).toBe(number));

  it.each(["406-555-0123 x5", "555-0123", "+44 20 7946 0958", "call us", "911 or 988", "(106) 555-0123", ""])(
    "%s stays, for the schema to refuse",
    (typed) => expect(readTyped("number", typed)).toBe(typed),
  );
});

describe("a time as people write it", () => {
  it.each([
    ["8 am", "08:00"],
    ["8:30 p.m.", "20:30"],
    ["12 AM", "00:00"],
    ["12pm", "12:00"],
    ["noon", "12:00"],
    ["midnight", "00:00"],
    ["9:00", "09:00"],
    ["21:30", "21:30"],
    ["24:00", "24:00"],
    ["13 pm", "13 pm"],
    ["late", "late"],
  ])("%s is %s", (typed, time) => expect(readTyped("time", typed)).toBe(time));
});

describe("an address on the web", () => {
  it.each([
    ["www.aa.org", "https://www.aa.org"],
    ["aa.org/find-aa", "https://aa.org/find-aa"],
    ["http://aa.org", "http://aa.org"],
    ["javascript:alert(1)", "javascript:alert(1)"],
    ["not an address", "not an address"],
  ])("%s is %s", (typed, address) => expect(readTyped("url", typed)).toBe(address));
});
