/**
 * Words as they are stored and as they are asked. Stems and accents are the tokenizer's work (migrations/001_catalog.sql);
 * knows nothing of programs.
 */

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
  return (fold(typed).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, mostWords);
}

/** All words of a collection, unstemmed: sorted, and in how many documents each stands. */
export interface Vocabulary {
  sorted: readonly string[];
  counts: ReadonlyMap<string, number>;
}

/** The known words that begin so, in order, at most a dozen: the word itself comes first where it is known. */
export function completionsOf({ sorted }: Pick<Vocabulary, "sorted">, start: string): string[] {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < start) low = middle + 1;
    else high = middle;
  }
  const completions: string[] = [];
  while (completions.length < mostCompletions && sorted[low]?.startsWith(start)) completions.push(sorted[low++]!);
  return completions;
}
