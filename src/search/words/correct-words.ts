import { knownWordsIn } from "../index/text-index.ts";
import type { OpenCollection } from "../open.ts";
import type { NamedPlace } from "./named-place.ts";
import type { Phrasebook } from "./phrasebook.ts";
import { placesNamed } from "./places-named.ts";
import { completionsOf, isNumber, type KnownWords } from "./text.ts";
import type { TypedWord } from "./typed-words.ts";
import { correctionFor } from "./typos.ts";

/** The parts of a collection needed to recognize a typo. */
type KnownSpellings = Pick<OpenCollection, "lexicon" | "text" | "byName">;

/** Returns the words with typos corrected, one for one. */
export function correctWords(known: KnownSpellings, words: readonly string[]): string[] {
  return words.map((word) => correctionOf(known, word) ?? word);
}

/** Corrects typos in words that do not name a place, and finds the places, some of which only a correction reveals. */
export function correctAroundPlaces(
  known: KnownSpellings,
  written: readonly TypedWord[],
  states: readonly string[],
): { words: string[]; places: NamedPlace[] } {
  const places = placesNamed(known, written, states);
  const isInPlace = (position: number) => places.some(({ from, to, sure }) => sure && position >= from && position < to);
  const words = written.map(({ word }, at) => (isInPlace(at) ? word : (correctionOf(known, word) ?? word)));
  if (words.every((word, at) => word === written[at]!.word)) return { words, places };
  const corrected = written.map((typed, at) => ({ ...typed, word: words[at]! }));
  return { words, places: placesNamed(known, corrected, states) };
}

/** Returns the most likely correction of an unknown word; null where the word is known, or no known word is close. */
function correctionOf({ lexicon, text, byName }: KnownSpellings, word: string): string | null {
  const { everyPhrase, commonWords } = lexicon;
  const known =
    everyPhrase.words.has(word) ||
    byName.has(word) ||
    completionsOf(knownWordsIn(text), word).length > 0 ||
    commonWords.has(word) ||
    isNumber(word);
  return known || lexicon.isPlaceName(word) ? null : correctionFor(word, candidates(knownWordsIn(text), everyPhrase));
}

/** Yields one list after the other, because a combined list would be built for each typo. */
function* candidates({ counts }: KnownWords, phrasebook: Phrasebook): Iterable<readonly [word: string, count: number]> {
  yield* counts;
  yield* phrasebook.counts;
}
