import { stemmer } from "stemmer";
import { lowerBound } from "../lower-bound.ts";

/** Words as they are stored and as they are searched. */

/**
 * The fields that words are searched in, and how much a word in each counts. A word of a short name says more than one of a long name:
 * `usualLength` is how many words a name has whose words count just so. Null where the length makes no difference.
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
 * Folds letters the same way in what is stored and what is typed: no accents, no apostrophes, no dots within an abbreviation
 * ("S.M.A.R.T.", "a.m."), lower case.
 */
export function fold(text: string): string {
  return foldMarks(text).toLowerCase();
}

/** The same without the lower case. The marks come before what has to stand around them: there are few, and each letter would be looked at. */
export function foldMarks(text: string): string {
  const letters = ascii.test(text) ? text : text.normalize("NFKD").replace(/\p{M}+/gu, "");
  return !mark.test(letters)
    ? letters
    : letters.replace(/['’ʼ`](?<=\p{L}.)(?=\p{L})/gu, "").replace(/\.(?<=(?<!\p{L})\p{L}\.)(?=\p{L}(?!\p{L}))/gu, "");
}

/** Nearly all texts: without any accent. The dot is what stands between the parts of a searched text. */
const ascii = /^[\0-\x7f·]*$/;
const mark = /['’ʼ`.]/;

/** A question is cut here: a long sentence has thirty. */
const maxWords = 40;
const maxCompletions = 12;
/** "ma" is Massachusetts or two letters, not the beginning of marijuana. */
const minCompleted = 3;

/** The words in what somebody typed, at most forty. */
export function wordsOf(typed: string): string[] {
  return everyWordOf(fold(typed)).slice(0, maxWords);
}

export const isNumber = (word: string) => /^\d+$/.test(word);

/** All words of a folded text. */
export function everyWordOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What a word has in common with its other forms: "gambling" and "gamblers" are both "gambl" (Porter, 1980). */
export const stemOf = stemmer;

/** The ways to find one search term: what was typed counts fully, another way to say it less. */
export interface Alternatives {
  /** Words that may also be the beginning of a longer one. */
  prefixes: string[];
  /** Words and phrases taken whole. */
  phrases: string[];
  /** Words and phrases that mean the same or nearly. */
  synonyms: readonly string[];
}

/** All words of a collection, unstemmed: sorted, and how many documents have each. */
export interface KnownWords {
  sorted: readonly string[];
  counts: ReadonlyMap<string, number>;
}

/** The place of the first word that is not before `start`, in sorted words. */
export function firstFrom(sorted: readonly string[], start: string): number {
  return lowerBound(sorted.length, (place) => sorted[place]! < start);
}

/**
 * The known words that begin with `start`, in order, at most a dozen: the word itself comes first where it is known. One or two letters
 * begin nothing but themselves.
 */
export function completionsOf({ sorted }: Pick<KnownWords, "sorted">, start: string): string[] {
  const completions: string[] = [];
  const max = start.length < minCompleted ? 1 : maxCompletions;
  for (let at = firstFrom(sorted, start); completions.length < max && sorted[at]?.startsWith(start); at++) completions.push(sorted[at]!);
  return start.length < minCompleted ? completions.filter((word) => word === start) : completions;
}

/** A known word is searched as itself; an unknown one as the known words that it begins. */
export function knownBeginnings(words: KnownWords, word: string): string[] {
  const completions = completionsOf(words, word);
  return completions[0] === word ? [word] : completions;
}
