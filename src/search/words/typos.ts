import { editDistance } from "./edit-distance.ts";

/** Maximum edit distance of a correction: short words allow none, long ones two. */
const maxDistance = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/**
 * Returns the known word that an unknown one most likely means; null when none is close. Ranks by a weighted sum of distance, same first
 * letter and frequency, in that order of weight. Only for unknown words: a known word is never a typo.
 */
export function correctionFor(typed: string, candidates: Iterable<readonly [word: string, count: number]>): string | null {
  const max = maxDistance(typed.length);
  let best: { word: string; cost: number } | null = null;
  for (const [word, documents] of max === 0 ? [] : candidates) {
    const distance = distanceTo(word, typed, max);
    if (distance > max) continue;
    const cost = distance * 10 + (word[0] === typed[0] ? 0 : 4) - Math.log2(documents + 1);
    if (!best || cost < best.cost) best = { word, cost };
  }
  return best?.word ?? null;
}

/** Returns the edit distance, or more than `max`. A cheap check rules out most candidates. */
function distanceTo(word: string, typed: string, max: number): number {
  const isFar = word.length < 4 || Math.abs(word.length - typed.length) > max || !sharesLetters(typed, word, max);
  return isFar ? max + 1 : editDistance(typed, word, max);
}

/** Returns false where more than `max` edits are certain: each edit changes the set of letters by at most two. */
function sharesLetters(a: string, b: string, max: number): boolean {
  let different = lettersIn(a) ^ lettersIn(b);
  for (let changes = 2 * max; changes > 0 && different !== 0; changes--) different &= different - 1;
  return different === 0;
}

/** Returns the letters of a word as bits of a number; letters 32 apart share a bit. */
function lettersIn(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}
