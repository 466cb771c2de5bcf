import type { PlaceReader } from "./named-place.ts";
import type { Phrasebook } from "./phrasebook.ts";
import type { Sayings } from "./sayings.ts";

/** What the engine knows of language and places. Passed in, because the engine reads no file and no other table. */
export interface Lexicon {
  /** Meanings of typed phrases on this list. */
  phrasebook: Phrasebook;
  /** Meanings of phrases on any list, because a danger is one everywhere. */
  everyPhrase: Phrasebook;
  /** Sayings that indicate a danger, or that none is meant. */
  sayings: Sayings;
  /** Everyday words and their frequency ranks, 1 for the most common. They are never typos, and weigh less the more common they are. */
  commonWords: ReadonlyMap<string, number>;
  /** Whether this word is the name of some place and so not a typo: Missoula is not Missouri. */
  isPlaceName(word: string): boolean;
  /** Finds the places that a search names. */
  readPlaces: PlaceReader;
}
