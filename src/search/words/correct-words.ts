import { knownWordsIn } from "../index/text-index.ts";
import type { OpenCollection } from "../open.ts";
import type { NamedPlace } from "./named-place.ts";
import type { Phrasebook } from "./phrasebook.ts";
import { placesNamed } from "./places-named.ts";
import { completionsOf, isNumber, type KnownWords } from "./text.ts";
import type { TypedWord } from "./typed-words.ts";
import { correctionFor } from "./typos.ts";

/** What has to be known of a collection to tell a typo from a word. */
type KnownSpellings = Pick<OpenCollection, "lexicon" | "text" | "byName">;

/** The words with typos corrected, one for one. */
export function correctWords(known: KnownSpellings, words: readonly string[]): string[] {
  return words.map((word) => correctionOf(known, word) ?? word);
}

/** The words with their typos corrected, apart from those that name a place; and the places, some of which only a correction shows. */
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

/** What an unknown word most likely means; null where it is known, or no known word is close. */
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

/** One list after the other: a list of both would be built for each typo. */
function* candidates({ counts }: KnownWords, phrasebook: Phrasebook): Iterable<readonly [word: string, count: number]> {
  yield* counts;
  yield* phrasebook.counts;
}
