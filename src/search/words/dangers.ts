import type { OpenCollection } from "../open.ts";
import { longestRuleAt } from "./phrasebook.ts";
import { everyWordOf, fold } from "./text.ts";

/**
 * Returns the dangers of the phrases in the query, without duplicates, from the searched words with typos corrected and from everything
 * after them. A phrase within a longer one does not count: "suicide loss" is grief. One that only overlaps another does: "I can't" does not
 * hide "can't breathe".
 */
export function dangersIn({ lexicon }: Pick<OpenCollection, "lexicon">, q: string, words: readonly string[]): string[] {
  const all = [...words, ...everyWordOf(fold(q)).slice(words.length)];
  const dangers = new Set<string>();
  let covered = 0;
  for (let at = 0; at < all.length; at++) {
    const phrase = longestRuleAt(lexicon.everyPhrase, all, at);
    if (!phrase || at + phrase.length <= covered) continue;
    covered = at + phrase.length;
    if (phrase.rule.danger) dangers.add(phrase.rule.danger);
  }
  return [...dangers];
}
