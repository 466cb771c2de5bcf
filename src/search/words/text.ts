import { stemmer } from "stemmer";

/** Words as they are stored and as they are asked. Knows nothing of programs. */

/** The fields that words are searched in, and how much a word in each counts. */
export const textFields = [
  { field: "name", weight: 10 },
  { field: "also", weight: 8 },
  { field: "labels", weight: 4 },
  { field: "summary", weight: 3 },
  { field: "body", weight: 1 },
] as const;

export type TextField = (typeof textFields)[number]["field"];

/** Letters folded the same way in what is stored and what is asked: no accents, no apostrophes, lower case. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/(?<=\p{L})['’ʼ`](?=\p{L})/gu, "")
    .toLowerCase();
}

const mostWords = 16;
const mostCompletions = 12;

/** The words in what somebody typed, at most sixteen. */
export function wordsOf(typed: string): string[] {
  return everyWordOf(fold(typed)).slice(0, mostWords);
}

/** All words of a folded text. */
export function everyWordOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What a word has in common with its other forms: "gambling" and "gamblers" are both "gambl" (Porter, 1980). */
export const stemOf = stemmer;

/** The ways to find one thing that was said. */
export interface Alternatives {
  /** Words that may also be the beginning of a longer one. */
  starts: string[];
  /** Words and phrases taken whole. */
  phrases: string[];
}

/** All words of a collection, unstemmed: sorted, and in how many documents each stands. */
export interface Vocabulary {
  sorted: readonly string[];
  counts: ReadonlyMap<string, number>;
}

/** Where the first of these sorted words stands that is not before `start`. */
export function firstFrom(sorted: readonly string[], start: string): number {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The known words that begin so, in order, at most a dozen: the word itself comes first where it is known. */
export function completionsOf({ sorted }: Pick<Vocabulary, "sorted">, start: string): string[] {
  const completions: string[] = [];
  for (let at = firstFrom(sorted, start); completions.length < mostCompletions && sorted[at]?.startsWith(start); at++) {
    completions.push(sorted[at]!);
  }
  return completions;
}
