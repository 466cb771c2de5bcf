import { describe, expect, it } from "vitest";
import { decodeText, fixMojibake } from "../../../src/feeds/fetch/decode.ts";

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

describe("UTF-8 that was read as western letters", () => {
  it.each([
    ["CafÃ© â€“ seÃ±or", "Café – señor"],
    ["CafÃ© – ‘kept’ €5", "Café – ‘kept’ €5"],
    ["Château “A” ÃŸ", "Château “A” ß"],
    ["âé – “A” 日本", "âé – “A” 日本"],
    ["St. Clare\x92s", "St. Clare’s"],
  ])("from %j is %j", (text, meant) => expect(fixMojibake(text)).toBe(meant));
});
