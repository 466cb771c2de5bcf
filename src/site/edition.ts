import { en } from "../words/en.ts";
import type { Words } from "../words/words.ts";
import { makeUrls, type Urls } from "./urls.ts";

/** The site in one language: its words and its addresses. Routes are mounted once for each edition. */
export interface Edition {
  words: Words;
  urls: Urls;
}

/** The editions that are served. */
export const editions: readonly [Edition, ...Edition[]] = [makeEdition(en, "")];

/** An edition under a base address: "" for English, "/es" for Spanish. */
export function makeEdition(words: Words, base: string): Edition {
  return { words, urls: makeUrls(base) };
}
