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
    const slips = distance(typed, word, furthest);
    if (slips > furthest) continue;
    const cost = slips * 10 + (word[0] === typed[0] ? 0 : 4) - Math.log2(documents + 1);
    if (!best || cost < best.cost) best = { word, cost };
  }
  return best?.word ?? null;
}

/**
 * How many letters to add, drop, change or swap to get from one word to the other (Damerau-Levenshtein, adjacent swaps),
 * or `furthest + 1` as soon as it must be more.
 */
export function distance(a: string, b: string, furthest: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    if (Math.min(...row) > furthest) return furthest + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
