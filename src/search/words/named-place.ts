import type { TypedWord } from "./typed-words.ts";

/** A place that a search names. */
export interface NamedPlace {
  /** Its words, with the "in" before them: from this one on, up to before that one. */
  from: number;
  to: number;
  /** The words that name it alone, as they are searched: "harlan ky". */
  typed: string;
  /** The two letters of its state, or of each that a region lies in: the choice that its words imply. Empty where they imply none. */
  states: readonly string[];
  /** What to ask for meetings near it: "Harlan, KY"; null for a whole state, and for what has no middle. */
  near: string | null;
  /** Where several places have the name: what to ask for each. */
  among: readonly string[];
  /** False where its words may as well mean something else: they are searched like any others. True takes them out of the search. */
  sure: boolean;
}

/** A phrase of several words, or the name of a listing: "in person", "oxford house". */
export interface KnownPhrase {
  from: number;
  to: number;
  /** True for one that is not searched: "i live in". */
  isSilent: boolean;
}

/** What a list and its phrasebook know of the words of a search. */
export interface KnownOfWords {
  /** The phrase that this word is part of; null where it is part of none. */
  phraseAt(position: number): KnownPhrase | null;
  /** Whether the phrasebook says what the word means by itself: "weed". */
  hasMeaning(word: string): boolean;
  /** Whether a listing is called so, by this word or by the phrase that ends with it: "aa", "al anon". */
  isName(position: number): boolean;
  /** Whether any listing has the word. */
  isKnown(word: string): boolean;
  /** The states that the reader chose. */
  states: readonly string[];
}

/** Finds the places that a search names, in their order. */
export type PlaceReader = (words: readonly TypedWord[], known: KnownOfWords) => NamedPlace[];
