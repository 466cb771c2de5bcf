import { expect, it } from "vitest";
import { fold } from "../../../src/search/words/text.ts";
import { fieldAttacks } from "../../support/attacks.ts";

it("folds marks in time that grows with their number, in whatever order they come", () => {
  expect(fold(`É${fieldAttacks["marks out of order"]!(200_000)}`)).toBe("ea");
});
