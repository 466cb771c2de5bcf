import { describe, expect, it } from "vitest";
import { dateSchema } from "../../src/listing/date.ts";
import { sayDate } from "../../src/words/dates.ts";
import { en } from "../../src/words/en.ts";
import { sayNumber } from "../../src/words/numbers.ts";

describe("a date", () => {
  it.each([
    ["2025-05-08", "8 May 2025"],
    ["2020-04", "Apr 2020"],
    ["2019", "2019"],
    ["2022~", "about 2022"],
    ["2022/..", "2022 or later"],
    ["201X", "the 2010s"],
  ])("%s reads %s", (date, words) => {
    expect(dateSchema.parse(date)).toBe(date);
    expect(sayDate(date, en)).toBe(words);
  });

  it("that is missing says so", () => expect(sayDate(null, en)).toBe("no date given"));

  it.each(["May 2025", "2025-13", "2025-05-32", "05/08/2025", ""])("is refused as %s", (date) => {
    expect(dateSchema.safeParse(date).success).toBe(false);
  });
});

describe("a number", () => {
  it.each([
    ["+18557337762", "1-855-733-7762"],
    ["+14137745489", "413-774-5489"],
    ["988", "988"],
    ["741741", "741741"],
  ])("%s is written %s", (number, written) => expect(sayNumber(number)).toBe(written));
});
