import { stemmer } from "stemmer";
import { lowerBound } from "../lower-bound.ts";

/** Words as they are stored and as they are searched. */

/**
 * The fields that are searched, and the weight of a word in each. A word of a short name says more than one of a long name: `usualLength`
 * is the number of words at which the weight applies unchanged. Null where the length makes no difference.
 */
export const textFields = [
  { field: "name", weight: 10, usualLength: 4 },
  { field: "also", weight: 8, usualLength: null },
  { field: "labels", weight: 4, usualLength: null },
  { field: "summary", weight: 3, usualLength: null },
  { field: "body", weight: 1, usualLength: null },
] as const;

export type TextField = (typeof textFields)[number]["field"];

/**
 * Folds letters, in stored and in typed text alike: removes accents, apostrophes and the dots within an abbreviation ("S.M.A.R.T.",
 * "a.m."), and converts to lower case.
 */
export function fold(text: string): string {
  return foldMarks(text).toLowerCase();
}

/** Folds without the lower case. The patterns begin with the marks, which are few, and look behind: otherwise each letter would be examined. */
export function foldMarks(text: string): string {
  const letters = ascii.test(text) ? text : withoutMarks(withoutMarks(text).normalize("NFKD"));
  return !mark.test(letters)
    ? letters
    : letters.replace(/['’ʼ`](?<=\p{L}.)(?=\p{L})/gu, "").replace(/\.(?<=(?<!\p{L})\p{L}\.)(?=\p{L}(?!\p{L}))/gu, "");
}

/** Before normalizing too, whose time grows with the square of the marks in a row. */
const withoutMarks = (text: string) => text.replace(/\p{M}+/gu, "");

/** Matches nearly all texts: no accents. The middle dot separates the parts of a searched text. */
const ascii = /^[\0-\x7f·]*$/;
const mark = /['’ʼ`.]/;

/** Queries are truncated to this: a long sentence has thirty words. */
const maxWords = 40;
const maxCompletions = 12;
/** "ma" is Massachusetts or two letters, not a prefix of marijuana. */
const minCompleted = 3;

/** Returns the words of typed text, at most forty. */
export function wordsOf(typed: string): string[] {
  return everyWordOf(fold(typed)).slice(0, maxWords);
}

export const isNumber = (word: string) => /^\d+$/.test(word);

/** Returns all words of a folded text. */
export function everyWordOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Returns the stem that a word shares with its other forms: "gambling" and "gamblers" both become "gambl" (Porter, 1980). */
export const stemOf = stemmer;

/** The ways to find one search term: the typed words have full weight, other wordings less. */
export interface Alternatives {
  /** Words that may also be a prefix of a longer one. */
  prefixes: string[];
  /** Words and phrases matched whole. */
  phrases: string[];
  /** Words and phrases that mean the same or nearly. */
  synonyms: readonly string[];
}

/** All words of a collection, unstemmed: sorted, and with the number of documents that have each. */
export interface KnownWords {
  sorted: readonly string[];
  counts: ReadonlyMap<string, number>;
}

/** Returns the index of the first word that is not before `start`, in sorted words. */
export function firstFrom(sorted: readonly string[], start: string): number {
  return lowerBound(sorted.length, (place) => sorted[place]! < start);
}

/**
 * Returns the known words that begin with `start`, in order, at most a dozen: first the word itself, if known. One or two letters complete
 * only to themselves.
 */
export function completionsOf({ sorted }: Pick<KnownWords, "sorted">, start: string): string[] {
  const completions: string[] = [];
  const max = start.length < minCompleted ? 1 : maxCompletions;
  for (let at = firstFrom(sorted, start); completions.length < max && sorted[at]?.startsWith(start); at++) completions.push(sorted[at]!);
  return start.length < minCompleted ? completions.filter((word) => word === start) : completions;
}

/** Returns a known word as itself, an unknown one as the known words that it is a prefix of. */
export function knownBeginnings(words: KnownWords, word: string): string[] {
  const completions = completionsOf(words, word);
  return completions[0] === word ? [word] : completions;
}
