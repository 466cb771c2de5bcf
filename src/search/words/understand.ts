import { knownWordsIn } from "../index/text-index.ts";
import type { OpenCollection } from "../open.ts";
import { correctAroundPlaces, correctWords } from "./correct-words.ts";
import { dangersIn } from "./dangers.ts";
import { numberIn } from "./numbers.ts";
import { statesOf, wordsBesides } from "./places-named.ts";
import { readPhrases } from "./read-phrases.ts";
import { completionsOf, knownBeginnings, wordsOf } from "./text.ts";
import { typedWords } from "./typed-words.ts";
import { addTerm, startUnderstanding, type Understood } from "./understood.ts";

/** The parts of a collection needed to interpret words. */
type Known = Pick<OpenCollection, "facets" | "lexicon" | "text" | "byName" | "sortedNames">;

/** Takes the words literally: no synonyms, implied filters or corrections. Dangers are still recognized, even with a typo. */
export function takeLiterally(known: Known, q: string): Understood {
  const words = wordsOf(q);
  const understood = startUnderstanding(words, dangersIn(known, q, correctWords(known, words)));
  for (const word of words) addTerm(understood, { typed: word, prefixes: knownBeginnings(knownWordsIn(known.text), word) });
  return understood;
}

/**
 * Interprets the words: a telephone number alone, or else places and typos first, then the longest known phrases, then the remaining single
 * words. A place name that several states have is resolved to the `states` that the reader chose.
 */
export function understand(known: Known, q: string, states: readonly string[]): Understood {
  const number = numberIn(q, knownWordsIn(known.text));
  if (number) {
    const understood = { ...takeLiterally(known, q), terms: [], dropped: [], number };
    addTerm(understood, { typed: number.typed, phrases: number.found.slice(0, 1), synonyms: number.found.slice(1) });
    return understood;
  }
  const written = typedWords(q);
  const { words, places } = correctAroundPlaces(known, written, states);
  const understood = startUnderstanding(words, dangersIn(known, q, words));
  understood.corrected = written.flatMap(({ word }, at) => (word === words[at] ? [] : [{ typed: word, taken: words[at]! }]));
  const isAllPlace = places.some(({ from, to }) => from === 0 && to === words.length);
  const names = isAllPlace ? [] : namesStartingWith(known, words);
  if (names.length > 0) {
    addTerm(understood, { typed: words.join(" "), phrases: names });
    return understood;
  }
  understood.places = places;
  understood.impliedFilters = statesOf(known, places);
  for (const run of wordsBesides(known, words, places)) readPhrases(known, run, understood);
  return understood;
}

const minNamePrefix = 6;

/** Returns the names that begin with the whole search, at most a dozen, if it has more than one word and no rule: "marijuana anon". */
function namesStartingWith({ byName, sortedNames, lexicon }: Known, words: readonly string[]): string[] {
  const start = words.join("");
  if (words.length < 2 || start.length < minNamePrefix || lexicon.phrasebook.rules.has(words.join(" "))) return [];
  return completionsOf({ sorted: sortedNames }, start).map((key) => byName.get(key)!.name);
}
