import type { PlaceReader } from "./named-place.ts";
import type { Phrasebook } from "./phrasebook.ts";

/** What the engine knows of language and places. It is handed in, because the engine reads no file and no other table. */
export interface Lexicon {
  phrasebook: Phrasebook;
  /** Everyday words: never typos, and optional where more specific words were typed too. */
  commonWords: ReadonlySet<string>;
  /** Whether some place is called by this one word, which is then no typo: Missoula is not Missouri. */
  isPlaceName(word: string): boolean;
  /** Finds the places that a search names. */
  readPlaces: PlaceReader;
}
