import type { OpenCollection } from "../open.ts";
import type { Lexicon } from "./lexicon.ts";
import { longestRuleAt } from "./phrasebook.ts";
import { type FoundSaying, sayingsIn } from "./sayings.ts";
import { everyWordOf, fold } from "./text.ts";

/**
 * Returns the dangers of the phrases and sayings in the query, without duplicates, from the searched words with typos corrected and from
 * everything after them. What lies within a longer phrase or a harmless saying does not count: "suicide loss" is grief. What only overlaps
 * another does: "I can't" does not hide "can't breathe".
 */
export function dangersIn({ lexicon }: Pick<OpenCollection, "lexicon">, q: string, words: readonly string[]): string[] {
  const all = [...words, ...everyWordOf(fold(q)).slice(words.length)].map((word) => withDroppedG(lexicon, word));
  const phrases = dangerousPhrasesIn(lexicon, all);
  const sayings = sayingsIn(lexicon.sayings, all);
  const harmless = sayings.filter(({ danger }) => danger === null);
  const counted = [...outside(harmless, phrases), ...outside([...harmless, ...phrases], sayings)];
  return [...new Set(counted.flatMap(({ danger }) => danger ?? []))];
}

/** Returns "killing" for "killin", which is too near to a known word to count as a typo. */
function withDroppedG({ everyPhrase, isPlaceName }: Lexicon, word: string): string {
  const whole = `${word}g`;
  return word.endsWith("in") && everyPhrase.words.has(whole) && !everyPhrase.words.has(word) && !isPlaceName(word) ? whole : word;
}

/** Returns the phrases with a danger, except those within a longer phrase with or without one. */
function dangerousPhrasesIn({ everyPhrase }: Lexicon, words: readonly string[]): FoundSaying[] {
  const found: FoundSaying[] = [];
  let covered = 0;
  for (let from = 0; from < words.length; from++) {
    const phrase = longestRuleAt(everyPhrase, words, from);
    if (!phrase || from + phrase.length <= covered) continue;
    covered = from + phrase.length;
    if (phrase.rule.danger) found.push({ danger: phrase.rule.danger, from, to: covered });
  }
  return found;
}

/** Returns what is not within one of the wholes. */
function outside(wholes: readonly FoundSaying[], found: readonly FoundSaying[]): readonly FoundSaying[] {
  return found.filter(({ from, to }) => !wholes.some((whole) => whole.from <= from && to <= whole.to));
}
