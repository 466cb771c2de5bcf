// cspell:ignore accès
import { describe, expect, it } from "vitest";
import { dialOf, dialUrl } from "../../src/meetings/dial.ts";
import type { Meeting } from "../../src/meetings/meeting.ts";

const dial = (number: string, notes: string | null = null, online: Meeting["online"] = null) =>
  dialOf({ phone: { number, notes }, online });
const room = (id: string, notes: string | null = null) => ({ url: `https://us02web.zoom.us/j/${id}?pwd=aBcD3`, notes });

describe("the number to call", () => {
  it.each<[written: string, number: string, country: string | null, url: string]>([
    ["7015550123", "701-555-0123", null, "tel:+17015550123"],
    ["(701) 555-0123", "701-555-0123", null, "tel:+17015550123"],
    ["701.555.0123", "701-555-0123", null, "tel:+17015550123"],
    ["17015550123", "701-555-0123", null, "tel:+17015550123"],
    ["+1 (701) 555-0123", "701-555-0123", null, "tel:+17015550123"],
    ["877-555-0123", "1-877-555-0123", null, "tel:+18775550123"],
    // Ten digits after the plus: the country code was left out.
    ["+7015550123", "701-555-0123", null, "tel:+17015550123"],
    ["+701 555 0123", "701-555-0123", null, "tel:+17015550123"],
    ["+(701) 555-0123", "701-555-0123", null, "tel:+17015550123"],
    // Ten digits of which the first are the code of a country.
    ["+47 21 40 60 00", "+47 21 40 60 00", "NO", "tel:+4721406000"],
    ["+4721406000", "+47 21 40 60 00", "NO", "tel:+4721406000"],
    ["+442034815237", "+44 20 3481 5237", "GB", "tel:+442034815237"],
    ["011 44 20 3481 5237", "+44 20 3481 5237", "GB", "tel:+442034815237"],
    ["204-555-0123", "204-555-0123", "CA", "tel:+12045550123"],
    ["+1 876 555 0123", "876-555-0123", "JM", "tel:+18765550123"],
    ["787-555-0123", "787-555-0123", null, "tel:+17875550123"],
  ])("%s", (written, number, country, url) => {
    const read = dial(written)!;
    expect(read).toMatchObject({ number, country });
    expect(dialUrl(read)).toBe(url);
  });

  it.each(["555-0123", "ask us", "44 203 481 5237", "0000000000", "+1 101 555 0123", ""])("is none in %j", (written) =>
    expect(dial(written)).toBeNull(),
  );

  it("is none where there is no phone", () => expect(dialOf({ phone: null, online: room("81234567890") })).toBeNull());
});

describe("what to key in", () => {
  it.each<[number: string, notes: string | null, online: Meeting["online"], codes: string[], dialed: string]>([
    ["+17015550123,,81234567890#,,,,*060718#", null, null, ["812 3456 7890", "060718"], "+17015550123,,81234567890#,,,,*060718#"],
    ["(701) 555-0123,,812345678#", null, null, ["812 345 678"], "+17015550123,,812345678#"],
    ["+17015550123,,,81234567890#,,#,,060718#", null, null, ["812 3456 7890", "060718"], "+17015550123,,,81234567890#,,#,,060718#"],
    ["701-555-0123;4321#", null, null, ["4321"], "+17015550123,4321#"],
    // A code written in groups was cut by its first blank.
    ["+1 701 555 0123,,812", "3456 7890#", null, ["812 3456 7890"], "+17015550123,,81234567890#"],
    ["7015550123", "Meeting ID: 812 3456 7890 Passcode: 060718", null, ["812 3456 7890", "060718"], "+17015550123"],
    ["7015550123", "ID 812-345-6789, password is 4321", null, ["812 345 6789", "4321"], "+17015550123"],
    ["7015550123", "access code 445566#", null, ["445566"], "+17015550123"],
    ["7015550123", "PIN 7788", null, ["7788"], "+17015550123"],
    ["7015550123", "enter code 123 456 #", null, ["123456"], "+17015550123"],
    ["7015550123", "Passcode - 123456 then #", null, ["123456"], "+17015550123"],
    ["7015550123", "code d'accès 123456", null, ["123456"], "+17015550123"],
    ["7015550123", "#123456", null, ["123456"], "+17015550123"],
    ["7015550123", "code 1234 701-555-0124", null, ["1234"], "+17015550123"],
    ["7015550123,,81234567890#", "Passcode 060718", null, ["812 3456 7890", "060718"], "+17015550123,,81234567890#"],
    // A passcode with letters cannot be keyed in.
    ["7015550123,,81234567890#", "Passcode: Hope2021", null, ["812 3456 7890"], "+17015550123,,81234567890#"],
    // The room of the link is that of the phone, unless the phone has a code of its own.
    ["7015550123", null, room("81234567890", "Password: 060718"), ["812 3456 7890", "060718"], "+17015550123"],
    ["7015550123", null, room("81234567890", "Password: serenity"), ["812 3456 7890"], "+17015550123"],
    ["7015550123", "PIN 7788", room("81234567890", "Password: 060718"), ["7788"], "+17015550123"],
    ["7015550123", null, { url: "https://meet.example.org/j/81234567890", notes: null }, [], "+17015550123"],
    ["7015550123", "or 701-555-0124", null, [], "+17015550123"],
    ["7015550123", "US (Fargo), +1 701 555 0124 US (Minot)", null, [], "+17015550123"],
  ])("%s, %s, %j", (number, notes, online, codes, dialed) => {
    expect(dial(number, notes, online)).toMatchObject({ codes, dialed });
  });

  it.each(["x 42", "ext. 42", "Extension 42"])("is an extension: %s", (notes) =>
    expect(dial("7015550123", notes)).toMatchObject({ codes: [], extension: "42", dialed: "+17015550123,,42" }),
  );

  it("keeps the whole code in a link: a bare # would end it", () => {
    expect(dialUrl(dial("7015550123,,81234567890#,,,,*060718#")!)).toBe("tel:+17015550123,,81234567890%23,,,,*060718%23");
  });
});
