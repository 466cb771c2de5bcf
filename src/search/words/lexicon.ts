import type { Phrasebook } from "./phrasebook.ts";

/** What the engine is told about language and places: it reads no file and asks no other table. */
export interface Lexicon {
  phrasebook: Phrasebook;
  /** Everyday words: never typos, and only optional beside more telling ones. */
  commonWords: ReadonlySet<string>;
  /** Whether some place is called by this one word, which is then no typo: Missoula is not Missouri. */
  isPlaceName(word: string): boolean;
}
