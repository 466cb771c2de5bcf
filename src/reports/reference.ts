import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { root } from "../root.ts";

/** The reference that a reader gets for a report: three words that can be remembered or read out, `amber-mesa-heron`. */

const words = readFileSync(new URL("data/reports/reference-words.txt", root), "utf8").trim().split("\n");

const wordsEach = 3;
/** No two words of the list share their first four letters, so misspelling the rest does no harm. */
const tellingLetters = 4;

/** Returns a random reference, one of three billion. */
export function drawReference(): string {
  return Array.from({ length: wordsEach }, () => words[randomInt(words.length)]).join("-");
}

/** Returns the lookup key of a reference in any case and accepted spelling; null if it cannot be one. */
export function referenceKey(typed: string): string | null {
  const parts = typed.toLowerCase().match(/[a-z]+/g) ?? [];
  return parts.length === wordsEach ? parts.map((part) => part.slice(0, tellingLetters)).join("-") : null;
}
