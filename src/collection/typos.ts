import { slipsBetween } from "../listing/slips.ts";

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
    if (Math.abs(word.length - typed.length) > furthest || word.length < 4) continue;
    const slips = slipsBetween(typed, word, furthest);
    if (slips > furthest) continue;
    const cost = slips * 10 + (word[0] === typed[0] ? 0 : 4) - Math.log2(documents + 1);
    if (!best || cost < best.cost) best = { word, cost };
  }
  return best?.word ?? null;
}
