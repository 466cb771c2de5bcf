import { stemmer } from "stemmer";
import { lowerBound } from "../lower-bound.ts";

/** Words as they are stored and as they are searched. */

/** The fields that words are searched in, and how much a word in each counts. */
export const textFields = [
  { field: "name", weight: 10 },
  { field: "also", weight: 8 },
  { field: "labels", weight: 4 },
  { field: "summary", weight: 3 },
  { field: "body", weight: 1 },
] as const;

export type TextField = (typeof textFields)[number]["field"];

/** Folds letters the same way in what is stored and what is typed: no accents, no apostrophes, lower case. */
export function fold(text: string): string {
  return foldMarks(text).toLowerCase();
}

/** The same without the lower case. */
export function foldMarks(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/(?<=\p{L})['’ʼ`](?=\p{L})/gu, "");
}

/** A question is cut here. */
const maxWords = 16;
const maxCompletions = 12;

/** The words in what somebody typed, at most sixteen. */
export function wordsOf(typed: string): string[] {
  return everyWordOf(fold(typed)).slice(0, maxWords);
}

/** All words of a folded text. */
export function everyWordOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What a word has in common with its other forms: "gambling" and "gamblers" are both "gambl" (Porter, 1980). */
export const stemOf = stemmer;

/** The ways to find one search term. */
export interface Alternatives {
  /** Words that may also be the beginning of a longer one. */
  prefixes: string[];
  /** Words and phrases taken whole. */
  phrases: string[];
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

/** The known words that begin with `start`, in order, at most a dozen: the word itself comes first where it is known. */
export function completionsOf({ sorted }: Pick<KnownWords, "sorted">, start: string): string[] {
  const completions: string[] = [];
  for (let at = firstFrom(sorted, start); completions.length < maxCompletions && sorted[at]?.startsWith(start); at++) {
    completions.push(sorted[at]!);
  }
  return completions;
}
