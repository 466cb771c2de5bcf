/**
 * From what people type to a question that SQLite's full-text search understands. Knows words, not programs.
 * Stems and accents are the tokenizer's work (migrations/001_catalog.sql); partial words are ours.
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
/** Shorter known words stand for themselves only: "men" must not find "mental". */
const shortestStart = 5;

/** The words in what somebody typed, at most sixteen. */
export function wordsOf(typed: string): string[] {
  return (fold(typed).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, mostWords);
}

/** All words of a collection, sorted. */
export type Vocabulary = readonly string[];

/**
 * The MATCH expression for these words: every word must be there, whole, by its stem, or as the beginning of a longer one.
 * Null when a word begins nothing that we have: then nothing can match. Every word is quoted, so no syntax gets through.
 */
export function matchExpression(vocabulary: Vocabulary, words: readonly string[]): string | null {
  const groups = words.map((word) => {
    const completions = completionsOf(vocabulary, word);
    if (completions[0] !== word) return completions.length > 0 ? anyOf(completions.map(quoted)) : null;
    return word.length >= shortestStart ? anyOf([quoted(word), `${quoted(word)} *`]) : quoted(word);
  });
  return groups.includes(null) ? null : groups.join(" AND ");
}

/** The known words that begin so, in order: the word itself comes first where it is known. */
function completionsOf(vocabulary: Vocabulary, word: string): string[] {
  let low = 0;
  for (let high = vocabulary.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (vocabulary[middle]! < word) low = middle + 1;
    else high = middle;
  }
  const completions: string[] = [];
  while (completions.length < mostCompletions && vocabulary[low]?.startsWith(word)) completions.push(vocabulary[low++]!);
  return completions;
}

const quoted = (word: string) => `"${word}"`;
const anyOf = (alternatives: string[]) => `(${alternatives.join(" OR ")})`;
