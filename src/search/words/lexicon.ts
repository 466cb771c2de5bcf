import type { PlaceReader } from "./named-place.ts";
import type { Phrasebook } from "./phrasebook.ts";

/** What the engine knows of language and places. It is handed in, because the engine reads no file and no other table. */
export interface Lexicon {
  /** What typed phrases mean on this list. */
  phrasebook: Phrasebook;
  /** What they mean on any list: danger is danger everywhere. */
  everyPhrase: Phrasebook;
  /** Everyday words, each with its rank among them, the most common 1. They are never typos, and say the less the more common they are. */
  commonWords: ReadonlyMap<string, number>;
  /** Whether some place is called by this one word, which is then no typo: Missoula is not Missouri. */
  isPlaceName(word: string): boolean;
  /** Finds the places that a search names. */
  readPlaces: PlaceReader;
}
