import type { TypedWord } from "./typed-words.ts";

/** A place that a search names. */
export interface NamedPlace {
  /** Its words, including an "in" before them: from this index up to but not including `to`. */
  from: number;
  to: number;
  /** Only the words of its name, as they are searched: "harlan ky". */
  typed: string;
  /** Two-letter code of its state, or of each state that a region lies in: the choice that its words imply. Empty where they imply none. */
  states: readonly string[];
  /** The `near` value for meetings around it: "Harlan, KY"; null for a whole state, and for a place without a center. */
  near: string | null;
  /** Where several places have the name: the `near` value of each. */
  among: readonly string[];
  /** True if its words can only mean the place, which takes them out of the search; otherwise they are searched like any others. */
  sure: boolean;
}

/** A phrase of several words, or the name of a listing: "in person", "oxford house". */
export interface KnownPhrase {
  from: number;
  to: number;
  /** True for a phrase that is not searched: "i live in". */
  isSilent: boolean;
}

/** What a list and its phrasebook know of the words of a search. */
export interface KnownOfWords {
  /** Returns the phrase that this word is part of; null where there is none. */
  phraseAt(position: number): KnownPhrase | null;
  /** Whether the phrasebook has a meaning for the word alone: "weed". */
  hasMeaning(word: string): boolean;
  /** Whether a listing has this name, made of this word or of the phrase that ends with it: "aa", "al anon". */
  isName(position: number): boolean;
  /** Whether any listing has the word. */
  isKnown(word: string): boolean;
  /** States that the reader chose. */
  states: readonly string[];
}

/** Finds the places that a search names, in their order. */
export type PlaceReader = (words: readonly TypedWord[], known: KnownOfWords) => NamedPlace[];
