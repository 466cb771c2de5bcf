import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { root } from "../root.ts";

/** What a reader gets for a report: three words that can be kept in mind or read out, `amber-mesa-heron`. */

const words = readFileSync(new URL("data/reports/reference-words.txt", root), "utf8").trim().split("\n");

const wordsEach = 3;
/** No two words of the list share their first four letters, so whoever misspells the rest is understood. */
const tellingLetters = 4;

/** A reference drawn by chance, one of three thousand million. */
export function drawReference(): string {
  return Array.from({ length: wordsEach }, () => words[randomInt(words.length)]).join("-");
}

/** What a reference is looked up by, in whatever case and spelling somebody types it; null for what cannot be one. */
export function referenceKey(typed: string): string | null {
  const parts = typed.toLowerCase().match(/[a-z]+/g) ?? [];
  return parts.length === wordsEach ? parts.map((part) => part.slice(0, tellingLetters)).join("-") : null;
}
