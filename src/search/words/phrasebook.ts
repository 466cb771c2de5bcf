import { wordsOf } from "./text.ts";

/** What a typed phrase means. */
export interface Rule {
  /** Words and phrases of the listings that also match it. */
  means: readonly string[];
  /** True where the typed words themselves must not be searched, because they would find the opposite or mean nothing. */
  instead: boolean;
  /** Choices that the phrase implies, by facet: "by phone". */
  filter: Readonly<Record<string, string>>;
  /** Id of the danger that the phrase indicates. */
  danger: string | null;
  /** What to search for when a negating word precedes the phrase: "without" before "church" asks for secular listings. */
  opposite: readonly string[];
  /** Weight beside other words: less than 1 for how somebody lives ("lost my job"), more for who they are ("my son"). */
  weight: number;
  /** True where it asks for a person to talk to, so that who answers right now matters more than relevance. */
  person: boolean;
  /** The list that it names: "meeting". What that list finds is offered on the pages of the others. Or "guidance". */
  names: string | null;
  /** What it negates after it: "other than" negates anything, "no" only phrases that have an opposite ("no job" is about jobs). */
  negates: "anything" | "opposites" | null;
}

/** Whether a phrase carries no meaning: "looking for". */
export function isSilent({ instead, means, filter }: Rule): boolean {
  return instead && means.length === 0 && Object.keys(filter).length === 0;
}

/** The rules by typed phrase (folded words, joined by spaces), and what the engine derives from them. */
export interface Phrasebook {
  rules: ReadonlyMap<string, Rule>;
  /** Number of words in the longest typed phrase. */
  longest: number;
  /** Every phrase that a rule can search for. */
  phrases: readonly string[];
  /** Every single word of a typed phrase or saying: known, so never treated as a typo. */
  words: ReadonlySet<string>;
  /** The words of typed phrases as candidates for corrections, each with a count of one. */
  counts: readonly (readonly [word: string, count: number])[];
}

/**
 * Compiles rules, each with the phrases it matches, into a phrasebook. A later rule for the same phrase replaces an earlier one. `otherWords`
 * are known too, but no typo is corrected to one: "fone" is a phone, not fine.
 */
export function makePhrasebook(listed: readonly (Rule & { typed: readonly string[] })[], otherWords: Iterable<string> = []): Phrasebook {
  const rules = new Map<string, Rule>();
  for (const { typed, means, opposite, ...rest } of listed) {
    const rule = { ...rest, means: means.map(foldPhrase), opposite: opposite.map(foldPhrase) };
    for (const phrase of typed) rules.set(foldPhrase(phrase), rule);
  }
  const typed = [...rules.keys()].map((phrase) => phrase.split(" "));
  const typedWords = new Set(typed.flat());
  const asked = [...rules.values()].flatMap(({ means, opposite }) => [...means, ...opposite]);
  return {
    rules,
    longest: Math.max(1, ...typed.map(({ length }) => length)),
    phrases: [...new Set([...rules.keys(), ...asked])],
    words: new Set([...typedWords, ...otherWords]),
    counts: [...typedWords].map((word) => [word, 1]),
  };
}

/** A rule that a run of words begins with, and how many words it takes. */
interface FoundRule {
  rule: Rule;
  length: number;
}

/** Returns the rule of the longest phrase that begins at this word; null where there is none. */
export function longestRuleAt({ rules, longest }: Phrasebook, words: readonly string[], at: number): FoundRule | null {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const rule = rules.get(words.slice(at, at + length).join(" "));
    if (rule) return { rule, length };
  }
  return null;
}

const foldPhrase = (phrase: string) => wordsOf(phrase).join(" ");
