import { en } from "../words/en.ts";
import type { Words } from "../words/words.ts";
import { makeUrls, type Urls } from "./urls.ts";

/** The site in one language: its words and its addresses. Routes are mounted once for each edition. */
export interface Edition {
  words: Words;
  urls: Urls;
  /** All served editions, including this one, so that a page can link to its translations; empty where there is only one. */
  translations: readonly Edition[];
}

/** The editions that are served. */
export const editions: readonly [Edition, ...Edition[]] = [makeEdition(en, "")];

/** Makes an edition under a base address: "" for English, "/es" for Spanish. */
export function makeEdition(words: Words, base: string): Edition {
  return { words, urls: makeUrls(base), translations: [] };
}

/** Links editions that are served together: each lists them all. */
export function inTranslation(served: readonly Edition[]): readonly Edition[] {
  return served.length === 1 ? served : served.map((edition) => ({ ...edition, translations: served }));
}
