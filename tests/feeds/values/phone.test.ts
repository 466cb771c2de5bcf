// cspell:disable -- Spanish
import { describe, expect, it } from "vitest";
import { phoneIn } from "../../../src/feeds/values/phone.ts";
import { dialOf } from "../../../src/meetings/dial.ts";

describe("a text with a number to join by", () => {
  it.each([
    ["1-800-FLOWERS", "1-800-356-9377", "(1-800-FLOWERS)"],
    ["Call 1-800-GO-VEGAS any time", "1-800-468-3427", "(1-800-GO-VEGAS) any time"],
    ["669/900/6833", "669-900-6833", null],
    ["406-555-0143 (text only), calls to 406-555-0142", "406-555-0142", "406-555-0143 (text only), calls to"],
    ["Fax: 406-555-0143; voice 406-555-0142", "406-555-0142", "Fax: 406-555-0143; voice"],
    ["Call or text 406-555-0142", "406-555-0142", "Call or text"],
  ])("names it: %j", (text, number, notes) => expect(phoneIn(text)).toEqual({ number, notes }));

  it.each([
    "Text only 406-555-0142",
    "406-555-0142 (texts only)",
    "406-555-0142, no calls please",
    "Solo mensajes: 406-555-0142",
    "800-HI",
    "Zoom 812-345-6789",
    "https://wa.me/14065550142",
    "maps.example.org/4065550142",
    "406-555-0142 fax",
    "TTY: 406-555-0142",
  ])("names none: %j", (text) => expect(phoneIn(text)).toBeNull());

  it.each([
    ["605-475-4000 then enter 123456#", ["123456"]],
    ["605-475-4000, Enter 123456 followed by #", ["123456"]],
    ["605-475-4000 - 123456#", ["123456"]],
    ["605-475-4000 access 123456#", ["123456"]],
    ["605-475-4000 código de acceso 123456", ["123456"]],
    ["669.900.6833 Mtg ID: 850.1126.9892 Passcode 040728", ["850 1126 9892", "040728"]],
    ["669-900-6833 or 346-248-7799", []],
  ])("says what to key in: %j", (text, codes) => expect(dialOf({ phone: phoneIn(text), online: null })?.codes).toEqual(codes));
});
