import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../../src/feeds/records/json-faults.ts";

const problem = (text: string) => {
  const parsed = parseJson(text);
  return "problem" in parsed ? parsed.problem : "it was read";
};

describe("JSON that is not valid", () => {
  it.each([
    ['[\n  {"name": "Barn"},,\n]', "line 2, column 20: a value was expected, but it says “,”"],
    ['[\n {"name": "Barn",\n day: 2}\n]', "line 3, column 2: a value, or a name in double quotes, was expected, but it says “day: 2}”"],
    ['[{"a": 1 "b": 2}]', 'line 1, column 10: a comma was expected, but it says “"b": 2}]”'],
    ["[1 2]", "line 1, column 4: a comma was expected"],
    ["[{]", "line 1, column 3: a name in double quotes was expected"],
    ['[{"a" 1}]', "line 1, column 7: a colon was expected"],
    ['{"meetings": []}\n\ninvalid text', "line 3, column 1: a value, or a name in double quotes, was expected, but it says “invalid text”"],
    ['[{"name": "Barn', 'line 1, column 11: a text in double quotes is not closed in its line, but it says “"Barn”'],
    ['[{"name": "Barn"}', "line 1, column 18: the text ends too early; it may have been cut off"],
    ["[nan]", "line 1, column 2: a value, or a name in double quotes, was expected, but it says “nan]”"],
  ])("says where and what: %j", (text, words) => {
    expect(problem(text)).toContain(words);
  });

  it("finds a place in every broken text", () => {
    const text = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", "}", "]", '"', ":", "\\", "\u0001", "0", "x"))
      .map(([json, at, mark]) => {
        const place = at % (json.length + 1);
        return json.slice(0, place) + mark + json.slice(place + 1);
      });
    fc.assert(
      fc.property(text, (broken) => {
        if (!isJson(broken)) expect(problem(broken.trim())).toMatch(/^line \d+, column \d+: /);
      }),
      { numRuns: 2000 },
    );
  });

  it("passes many megabytes without a halt", () => {
    const long = `[{"name": "${"a\\n".repeat(1_000_000)}`;
    expect(problem(long)).toContain("line 1, column 11");
    expect(problem("[".repeat(100_000))).toContain("nested too deep");
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text.trim());
    return true;
  } catch {
    return false;
  }
}
