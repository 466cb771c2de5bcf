import type { OpenCollection } from "../open.ts";
import { correctWords } from "./correct-words.ts";
import { dangersIn } from "./dangers.ts";
import { numberIn, type TypedNumber } from "./numbers.ts";
import type { Rule } from "./phrasebook.ts";
import { longestRuleAt } from "./phrasebook.ts";
import { type Alternatives, completionsOf, isNumber, type KnownWords, wordsOf } from "./text.ts";

/** What somebody's words were taken to mean. */
export interface Understood {
  /** The words, typos corrected. */
  words: string[];
  /** What is searched, each by one of its alternatives. */
  terms: Term[];
  /** Choices that the words imply, with the words that said so: "by phone". */
  impliedFilters: ImpliedFilter[];
  /** The ids of the dangers that the words speak of: a fact about the words, whatever the list and whatever it finds. */
  dangers: string[];
  /** Words taken for a typo, and what was searched instead. */
  corrected: { typed: string; taken: string }[];
  /** Words that find nothing and were left out. */
  dropped: string[];
  /** The telephone number that was typed: then only that is searched. */
  number: TypedNumber | null;
}

/** One search term and its alternatives. */
export interface Term extends Alternatives {
  typed: string;
  /** How much it says, usually 1: an everyday word says little, whatever the list has of it. */
  weight: number;
  /** True where the listings that are about it are not wanted. */
  negated: boolean;
}

interface ImpliedFilter {
  facet: string;
  value: string;
  typed: string;
}

/** What has to be known of a collection to understand words about it. */
type Known = Pick<OpenCollection, "facets" | "lexicon" | "text" | "byName" | "sortedNames">;

/** Takes the words as they are: no synonyms, no implied filters, no corrections. Danger is danger all the same, in spite of a typo. */
export function takeLiterally(known: Known, q: string): Understood {
  const words = wordsOf(q);
  const dangers = dangersIn(known, q, correctWords(known, words));
  const understood: Understood = { words, terms: [], impliedFilters: [], dangers, corrected: [], dropped: [], number: null };
  for (const word of words) addTerm(understood, { typed: word, prefixes: prefixesOf(known.text.words, word) });
  return understood;
}

/** Makes sense of the words: a number first, then typos, then the longest phrases that are known, then the single words that are left. */
export function understand(known: Known, q: string): Understood {
  const typed = wordsOf(q);
  const words = correctWords(known, typed);
  const corrected = typed.flatMap((word, at) => (word === words[at] ? [] : [{ typed: word, taken: words[at]! }]));
  const number = numberIn(q, known.text.words);
  const understood: Understood = {
    words,
    terms: [],
    impliedFilters: [],
    dangers: dangersIn(known, q, words),
    corrected: number ? [] : corrected,
    dropped: [],
    number,
  };
  const names = number ? [] : namesStartingWith(known, words);
  if (number) addTerm(understood, { typed: number.typed, phrases: number.found.slice(0, 1), synonyms: number.found.slice(1) });
  else if (names.length > 0) addTerm(understood, { typed: words.join(" "), phrases: names });
  else readPhrases(known, words, understood);
  return understood;
}

/** Adds a term, or drops its words where there is no way to find it. */
function addTerm(understood: Understood, term: Partial<Term> & { typed: string }): void {
  const added = { prefixes: [], phrases: [], synonyms: [], weight: 1, negated: false, ...term };
  if (added.prefixes.length + added.phrases.length + added.synonyms.length > 0) understood.terms.push(added);
  else if (!added.negated) understood.dropped.push(added.typed);
}

const minNamePrefix = 6;

/** The names that the whole search begins, at most a dozen, when it is more than one word and no rule knows it: "marijuana anon". */
function namesStartingWith({ byName, sortedNames, lexicon }: Known, words: readonly string[]): string[] {
  const start = words.join("");
  if (words.length < 2 || start.length < minNamePrefix || lexicon.phrasebook.rules.has(words.join(" "))) return [];
  return completionsOf({ sorted: sortedNames }, start).map((key) => byName.get(key)!.name);
}

/** A run of words that is searched as one, and what it is known as. */
interface Phrase {
  typed: string;
  length: number;
  rule: Rule | null;
  /** The listing's name that it is. */
  name: string | null;
}

function readPhrases(known: Known, words: readonly string[], understood: Understood): void {
  let negates: Rule["negates"] = null;
  for (let at = 0; at < words.length; ) {
    const phrase = longestPhrase(known, words, at);
    at += phrase.length;
    if (phrase.rule?.negates) negates = phrase.rule.negates;
    else if (phrase.rule && isSilent(phrase.rule)) continue;
    else {
      if (negates === "anything" || (negates && phrase.rule && phrase.rule.opposite.length > 0)) negatePhrase(known, phrase, understood);
      else takePhrase(known, phrase, understood);
      negates = null;
    }
  }
}

/** The longest phrase from here on that a rule or a listing's name knows; else the single word. */
function longestPhrase({ lexicon: { phrasebook }, byName }: Known, words: readonly string[], at: number): Phrase {
  const found = longestRuleAt(phrasebook, words, at);
  for (let length = Math.min(phrasebook.longest, words.length - at); length > (found?.length ?? 0); length--) {
    const name = byName.get(words.slice(at, at + length).join(""))?.name ?? null;
    if (name !== null) return { typed: words.slice(at, at + length).join(" "), length, rule: null, name };
  }
  const length = found?.length ?? 1;
  return { typed: words.slice(at, at + length).join(" "), length, rule: found?.rule ?? null, name: null };
}

/** Whether a phrase says nothing: "looking for". */
function isSilent({ instead, means, filter }: Rule): boolean {
  return instead && means.length === 0 && Object.keys(filter).length === 0;
}

function takePhrase(known: Known, { typed, rule, name }: Phrase, understood: Understood): void {
  if (rule) applyRule(known, rule, typed, understood);
  else if (name !== null) addTerm(understood, { typed, phrases: [name] });
  else addTerm(understood, { typed, prefixes: prefixesOf(known.text.words, typed), weight: weightOf(known, typed) });
}

function applyRule({ facets, text }: Known, rule: Rule, typed: string, understood: Understood): void {
  const implied = Object.entries(rule.filter).filter(([name]) => facets.some((facet) => facet.name === name));
  for (const [facet, value] of implied) understood.impliedFilters.push({ facet, value, typed });
  if (implied.length > 0 && rule.means.length === 0) return;
  const phrases = rule.instead ? [] : knownPhrase(text.words, typed);
  const same = understood.terms.find(({ synonyms, negated }) => synonyms === rule.means && !negated);
  if (same) same.phrases.push(...phrases);
  else addTerm(understood, { typed, phrases, synonyms: rule.means, weight: rule.weight });
}

/** Leaves out what is about the phrase, and asks for its opposite where the rule has one. */
function negatePhrase({ text }: Known, { typed, rule, name }: Phrase, understood: Understood): void {
  const own = name === null ? knownPhrase(text.words, typed) : [name];
  if (rule && rule.opposite.length > 0) addTerm(understood, { typed, synonyms: rule.opposite });
  addTerm(understood, { typed, phrases: own, synonyms: rule?.means ?? [], negated: true });
}

/** The typed words themselves as a phrase, if all of them occur. */
function knownPhrase({ counts }: KnownWords, typed: string): string[] {
  return typed.split(" ").every((word) => counts.has(word)) ? [typed] : [];
}

/** A known word is searched as itself; an unknown one as the known words that it begins. */
function prefixesOf(words: KnownWords, word: string): string[] {
  const completions = completionsOf(words, word);
  return completions[0] === word ? [word] : completions;
}

/** The most common words say next to nothing, and the ten thousandth as much as any other. Between them it goes by the logarithm (Zipf's law). */
const [littleSaid, firstRank, lastRank] = [0.05, 200, 10_000];

/** How much a word says that no rule knows. */
function weightOf({ lexicon }: Known, word: string): number {
  const rank = isNumber(word) ? 2 * firstRank : (lexicon.commonWords.get(word) ?? lastRank);
  return Math.max(littleSaid, Math.log(rank / firstRank) / Math.log(lastRank / firstRank));
}
