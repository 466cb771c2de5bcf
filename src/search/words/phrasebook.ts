import { wordsOf } from "./text.ts";

/** What a typed phrase means. */
export interface Rule {
  /** Words and phrases of ours that also answer it. */
  means: readonly string[];
  /** True where the typed words themselves must not be searched: they would find the opposite, or say nothing. */
  instead: boolean;
  /** The choice it really is, by facet: "by phone". */
  filter: Readonly<Record<string, string>>;
  /** The id of the danger that the phrase speaks of. */
  danger: string | null;
  /** What answers the phrase after a word that negates: "without" before "church" asks for what is secular. */
  opposite: readonly string[];
  /** How much it counts beside other words: less than 1 for how somebody lives ("lost my job"), more for who they are ("my son"). */
  weight: number;
  /** True where it asks for a person to talk to: who answers at this moment matters more than who is most about it. */
  person: boolean;
  /** The list that it names: "meeting". What that finds is offered on the pages of the others. */
  names: string | null;
  /** What it negates after it: "other than" anything, "no" only what has an opposite ("no job" is about jobs). */
  negates: "anything" | "opposites" | null;
}

/** The rules by typed phrase (folded words, joined by spaces), and what the engine needs to know of all of them. */
export interface Phrasebook {
  rules: ReadonlyMap<string, Rule>;
  /** How many words the longest typed phrase has. */
  longest: number;
  /** Every phrase that a rule can ask for. */
  phrases: readonly string[];
  /** Every single word in a typed phrase: these are known, so never taken for a typo. */
  words: ReadonlySet<string>;
  /** The same words as candidates for a typo, each counted once. */
  counts: readonly (readonly [word: string, count: number])[];
}

/** Compiles rules, each with the phrases it answers, into a phrasebook. Of two rules for one phrase the later counts. */
export function makePhrasebook(listed: readonly (Rule & { typed: readonly string[] })[]): Phrasebook {
  const rules = new Map<string, Rule>();
  for (const { typed, means, opposite, ...rest } of listed) {
    const rule = { ...rest, means: means.map(foldPhrase), opposite: opposite.map(foldPhrase) };
    for (const phrase of typed) rules.set(foldPhrase(phrase), rule);
  }
  const typed = [...rules.keys()].map((phrase) => phrase.split(" "));
  const words = new Set(typed.flat());
  const asked = [...rules.values()].flatMap(({ means, opposite }) => [...means, ...opposite]);
  return {
    rules,
    longest: Math.max(1, ...typed.map(({ length }) => length)),
    phrases: [...new Set([...rules.keys(), ...asked])],
    words,
    counts: [...words].map((word) => [word, 1]),
  };
}

/** A rule that a run of words begins with, and how many of them it takes. */
interface FoundRule {
  rule: Rule;
  length: number;
}

/** The rule of the longest phrase that begins at this word; null where none does. */
export function longestRuleAt({ rules, longest }: Phrasebook, words: readonly string[], at: number): FoundRule | null {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const rule = rules.get(words.slice(at, at + length).join(" "));
    if (rule) return { rule, length };
  }
  return null;
}

const foldPhrase = (phrase: string) => wordsOf(phrase).join(" ");
