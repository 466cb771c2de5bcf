// cspell:ignore wanna
import { describe, expect, it } from "vitest";
import { makeSayings, sayingsIn } from "../../../src/search/words/sayings.ts";

const parts = { want: ["want to", "wanna"], took: ["took", "swallowed"], pills: ["pills", "sleeping pills"] };
const sayings = makeSayings(parts, [
  { danger: "suicide", said: ["{want} die|disappear", "my_last day"] },
  { danger: "overdose", said: ["{took} .. whole|all .. {pills}", "{took} .. # .. {pills}"] },
  { danger: null, said: ["overdose training"] },
]);
const said = (words: string) => sayingsIn(sayings, words.split(" ")).map(({ danger, from, to }) => [danger, from, to]);

describe("sayings", () => {
  it.each([
    ["i wanna die", [["suicide", 1, 3]]],
    ["i want to disappear", [["suicide", 1, 4]]],
    ["this is my last day", [["suicide", 2, 5]]],
    ["he swallowed a whole bottle of sleeping pills", [["overdose", 1, 8]]],
    ["took like 30 pills", [["overdose", 0, 4]]],
    ["free overdose training", [[null, 1, 3]]],
  ])("%s", (words, expected) => {
    expect(said(words)).toEqual(expected);
  });

  it.each([
    ["the parts in another order", "pills all took"],
    ["a part that is missing", "took all day"],
    ["more than three words between", "took it all back to the house for more pills"],
    ["a word between, where nothing may be", "want to not die"],
    ["a number below ten", "took 2 pills"],
    ["half of a wording", "my day"],
  ])("are not %s", (_, words) => {
    expect(said(words)).toEqual([]);
  });

  it("name a part that nobody has listed", () => {
    expect(() => makeSayings(parts, [{ danger: null, said: ["{guns} show"] }])).toThrow("{guns}");
  });
});
