import { foldMarks, wordsOf } from "./text.ts";

/** A word of a search, with what its writing says: whether it is in capitals, and what stands before it. */
export interface TypedWord {
  /** Folded: "kentucky". */
  word: string;
  /** True for "KY" among words that are not all in capitals. */
  capitals: boolean;
  /** What stands between it and the word before: ", ". */
  before: string;
}

/** The words of a search, one for each of `wordsOf`, as they were written. */
export function typedWords(q: string): TypedWord[] {
  const marked = foldMarks(q);
  const isShouted = !/\p{Ll}/u.test(marked);
  let end = 0;
  return wordsOf(q).map((word) => {
    const start = startOf(marked, word, end);
    const written = marked.slice(start, start + word.length);
    const before = marked.slice(end, start);
    end = start + word.length;
    return { word, capitals: !isShouted && word.length > 1 && /^\p{Lu}+$/u.test(written), before };
  });
}

/** Where the word is written, from some place on; there itself where its writing differs from the word by more than its capitals. */
function startOf(marked: string, word: string, from: number): number {
  const start = marked.toLowerCase().indexOf(word, from);
  return start === -1 ? from : start;
}
