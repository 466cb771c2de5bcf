import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markIn, plainText } from "../../../src/feeds/values/text.ts";

describe("plain text", () => {
  it.each([
    ["Bill &amp;amp; Bob", "Bill & Bob"],
    ["&lt;p&gt;Side door&lt;/p&gt;", "Side door"],
    ["one<br/>two\r\n\r\n\r\n\r\nthree", "one\ntwo\n\nthree"],
    ["I <3 you, 2 < 3", "I <3 you, 2 < 3"],
    ["a\u00a0\u200b b\u202e", "a b"],
    [42, "42"],
    ["<img src=x onerror=alert(1)>", null],
    [" \u00a0 ", null],
    ["CafÃ© â€“ seÃ±or", "Café – señor"],
    ["Bill&#8217s", "Bill’s"],
    ["null", null],
    ["N/A", null],
    ["None", null],
    ["--", null],
    ["[object Object]", null],
    ["NA", "NA"],
    ["None of us", "None of us"],
    [null, null],
    [["x"], null],
  ])("of %j is %j", (value, text) => {
    expect(plainText(value)).toBe(text);
  });

  it.each([
    ["Bill &amp; Bob", "&amp;"],
    ["a<!-- b -->", "<!--"],
    ["a\u00a0b", "no-break space"],
    ["CafÃ©", "letters of another encoding"],
    ["R&B, 2 < 3, café", null],
    [7, null],
  ])("from %j had this put right: %j", (value, mark) => expect(markIn(value)).toBe(mark));

  it("is well-formed and no longer than asked, whatever comes", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom("<", "&", "a", "lt;", ">", "/", "b", " ") })),
        (value) => {
          const text = plainText(value, 20);
          expect(text === null || (text.isWellFormed() && text.length <= 20 && text.trim() === text && text !== "")).toBe(true);
        },
      ),
    );
  });
});
