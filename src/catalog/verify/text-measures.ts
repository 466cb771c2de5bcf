import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";

/** Measures of how hard a text is to read, and of how similar two texts are. English only: they count English syllables. */

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

/** Returns the sentences of a text. A dot inside a name or a number does not end one. */
export function sentencesOf(text: string): string[] {
  return [...sentences.segment(text)].map(({ segment }) => segment.trim()).filter((sentence) => /\p{L}/u.test(sentence));
}

/** Returns the words of a text; a number, an address or 24/7 counts as one. */
export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}][^\s–—]*/gu) ?? [];
}

/** Returns the school grade needed to read the texts (Flesch-Kincaid, 1975); most adults read grade 9 with ease. */
export function readingGrade(texts: readonly string[]): number {
  const words = texts.flatMap(wordsIn);
  const sentence = texts.flatMap(sentencesOf).length;
  return fleschKincaid({ sentence, word: words.length, syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0) });
}

/** Returns the runs of three words in a text. */
export function runsOf(text: string): Set<string> {
  const words = wordsIn(text.toLowerCase());
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
}

/** Returns the similarity of two texts, from 0 to 1: the share of their runs that both have (Jaccard; Broder, 1997). */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const run of a) if (b.has(run)) both++;
  return both / Math.max(1, a.size + b.size - both);
}
