import { foldMarks, wordsOf } from "./text.ts";

/** A word of a search, with how it was written: whether in capitals, and the text before it. */
export interface TypedWord {
  /** Folded: "kentucky". */
  word: string;
  /** True for "KY" in a search that is not all in capitals. */
  capitals: boolean;
  /** Text between it and the previous word: ", ". */
  before: string;
}

/** Returns the words of a search as they were written, one for each of `wordsOf`. */
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

/** Returns where the word is written, at or after `from`; `from` where the written form differs from the word in more than capitals. */
function startOf(marked: string, word: string, from: number): number {
  const start = marked.toLowerCase().indexOf(word, from);
  return start === -1 ? from : start;
}
