import { slipsBetween } from "./edit-distance.ts";

/** How far a typed word may be from the meant one: short words leave no room, long ones for two slips. */
const reach = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/**
 * The known word that an unknown one most likely stands for; null when none is near. Nearest first, then one that begins with
 * the same letter, then the more common. Only ask about words that nobody knows: a known word is never a typo.
 */
export function meantBy(candidates: Iterable<readonly [word: string, count: number]>, typed: string): string | null {
  const furthest = reach(typed.length);
  let best: { word: string; cost: number } | null = null;
  for (const [word, documents] of furthest === 0 ? [] : candidates) {
    const slips = slipsTo(word, typed, furthest);
    if (slips > furthest) continue;
    const cost = slips * 10 + (word[0] === typed[0] ? 0 : 4) - Math.log2(documents + 1);
    if (!best || cost < best.cost) best = { word, cost };
  }
  return best?.word ?? null;
}

/** How many slips lead from one to the other, or more than `furthest`. Nearly all words are told to be too far by a look. */
function slipsTo(word: string, typed: string, furthest: number): number {
  const isFar = word.length < 4 || Math.abs(word.length - typed.length) > furthest || !sharesLetters(typed, word, furthest);
  return isFar ? furthest + 1 : slipsBetween(typed, word, furthest);
}

/** Whether so few slips can lead from one to the other: each changes what letters there are by two at most. A look, not a count. */
function sharesLetters(a: string, b: string, furthest: number): boolean {
  let different = lettersIn(a) ^ lettersIn(b);
  for (let slips = 2 * furthest; slips > 0 && different !== 0; slips--) different &= different - 1;
  return different === 0;
}

/** The letters of a word as bits of one number; letters 32 apart share one. */
function lettersIn(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}
