import { knownWordsIn } from "../index/text-index.ts";
import type { OpenCollection } from "../open.ts";
import { isSilent, longestRuleAt, type Rule } from "./phrasebook.ts";
import { isNumber, type KnownWords, knownBeginnings } from "./text.ts";
import { addTerm, type Understood } from "./understood.ts";

/** The parts of a collection needed to read phrases. */
type Known = Pick<OpenCollection, "facets" | "lexicon" | "text" | "byName">;

/** A run of words that is searched as one, and what matches it. */
interface Phrase {
  typed: string;
  length: number;
  rule: Rule | null;
  /** Name of the listing that it matches. */
  name: string | null;
}

/**
 * Reads a run of words, matching the longest phrases of rules and listings' names first, then single words; adds their meanings to
 * `understood`.
 */
export function readPhrases(known: Known, words: readonly string[], understood: Understood): void {
  let negates: Rule["negates"] = null;
  for (let at = 0; at < words.length; ) {
    const phrase = longestPhrase(known, words, at);
    at += phrase.length;
    if (phrase.rule?.names) understood.named.push(phrase.rule.names);
    if (phrase.rule?.negates) negates = phrase.rule.negates;
    else if (phrase.rule && isSilent(phrase.rule)) continue;
    else {
      if (negates === "anything" || (negates && phrase.rule && phrase.rule.opposite.length > 0)) negatePhrase(known, phrase, understood);
      else takePhrase(known, phrase, understood);
      negates = null;
    }
  }
}

/** Returns the longest phrase at this word that matches a rule or a listing's name, or else the single word. */
function longestPhrase({ lexicon: { phrasebook }, byName }: Known, words: readonly string[], at: number): Phrase {
  const found = longestRuleAt(phrasebook, words, at);
  for (let length = Math.min(phrasebook.longest, words.length - at); length > (found?.length ?? 0); length--) {
    const name = byName.get(words.slice(at, at + length).join(""))?.name ?? null;
    if (name !== null) return { typed: words.slice(at, at + length).join(" "), length, rule: null, name };
  }
  const length = found?.length ?? 1;
  return { typed: words.slice(at, at + length).join(" "), length, rule: found?.rule ?? null, name: null };
}

function takePhrase(known: Known, { typed, rule, name }: Phrase, understood: Understood): void {
  if (rule) applyRule(known, rule, typed, understood);
  else if (name !== null) addTerm(understood, { typed, phrases: [name] });
  else addTerm(understood, { typed, prefixes: knownBeginnings(knownWordsIn(known.text), typed), weight: weightOf(known, typed) });
}

function applyRule({ facets, text }: Known, rule: Rule, typed: string, understood: Understood): void {
  if (rule.person) understood.wantsPerson = true;
  const implied = Object.entries(rule.filter).filter(([name]) => facets.some((facet) => facet.name === name));
  for (const [facet, value] of implied) understood.impliedFilters.push({ facet, value, typed });
  if (implied.length > 0 && rule.means.length === 0) return;
  const phrases = rule.instead ? [] : knownPhrase(knownWordsIn(text), typed);
  const same = understood.terms.find(({ synonyms, negated }) => synonyms === rule.means && !negated);
  if (same) same.phrases.push(...phrases);
  else addTerm(understood, { typed, phrases, synonyms: rule.means, weight: rule.weight });
}

/** Excludes listings about the phrase, and searches for its opposite where the rule has one. */
function negatePhrase({ text }: Known, { typed, rule, name }: Phrase, understood: Understood): void {
  const own = name === null ? knownPhrase(knownWordsIn(text), typed) : [name];
  if (rule && rule.opposite.length > 0) addTerm(understood, { typed, synonyms: rule.opposite });
  addTerm(understood, { typed, phrases: own, synonyms: rule?.means ?? [], negated: true });
}

/** Returns the typed words as a phrase, if all of them occur. */
function knownPhrase({ counts }: KnownWords, typed: string): string[] {
  return typed.split(" ").every((word) => counts.has(word)) ? [typed] : [];
}

/** The most common words have almost no weight, and the ten-thousandth has full weight. In between, the weight is logarithmic (Zipf's law). */
const [littleSaid, firstRank, lastRank] = [0.05, 200, 10_000];

/** Returns the weight of a word that has no rule. */
function weightOf({ lexicon }: Known, word: string): number {
  const rank = isNumber(word) ? 2 * firstRank : (lexicon.commonWords.get(word) ?? lastRank);
  return Math.max(littleSaid, Math.log(rank / firstRank) / Math.log(lastRank / firstRank));
}
