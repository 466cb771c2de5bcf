import type { OpenCollection } from "../open.ts";
import type { NamedPlace } from "./named-place.ts";
import type { Phrasebook, Rule } from "./phrasebook.ts";
import { placesNamed, statesOf, wordsBesides } from "./places-named.ts";
import { type Alternatives, completionsOf, everyWordOf, fold, type KnownWords, wordsOf } from "./text.ts";
import { typedWords } from "./typed-words.ts";
import { correctionFor } from "./typos.ts";

/** What somebody's words were taken to mean. */
export interface Understood {
  /** The words, typos corrected. */
  words: string[];
  /** Each must be found, by one of its alternatives. */
  terms: Term[];
  /** Choices that the words imply, with the words that said so: "by phone". */
  impliedFilters: ImpliedFilter[];
  /** The places that the words name. */
  places: NamedPlace[];
  /** The ids of the dangers that the words speak of: a fact about the words, whatever the list and whatever it finds. */
  dangers: string[];
  /** Words taken for a typo, and what was searched instead. */
  corrected: { typed: string; taken: string }[];
  /** Words that find nothing and were left out. */
  dropped: string[];
}

/** One search term and its alternatives. */
export interface Term extends Alternatives {
  typed: string;
  /** True for an everyday word where more specific ones were typed: listings with it rank higher, but none has to have it. */
  optional: boolean;
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
  const terms = words.map((word) => ({ typed: word, optional: false, prefixes: prefixesOf(known.text.words, word), phrases: [] }));
  const dangers = dangersIn(known, q, correctTypos(known, words));
  return { words, terms, impliedFilters: [], places: [], dangers, corrected: [], dropped: [] };
}

/**
 * Makes sense of the words: places and typos first, then the longest phrases that the phrasebook knows, then the single words that are
 * left. A name that several states have is looked for in the `states` that the reader chose.
 */
export function understand(known: Known, q: string, states: readonly string[]): Understood {
  const written = typedWords(q);
  const { words, places } = correctAroundPlaces(known, written, states);
  const corrected = written.flatMap(({ word }, at) => (word === words[at] ? [] : [{ typed: word, taken: words[at]! }]));
  const dangers = dangersIn(known, q, words);
  const understood: Understood = { words, terms: [], impliedFilters: [], places: [], dangers, corrected, dropped: [] };
  const isAllPlace = places.some(({ from, to }) => from === 0 && to === words.length);
  const names = isAllPlace ? [] : namesStartingWith(known, words);
  if (names.length > 0) return { ...understood, terms: [{ typed: words.join(" "), optional: false, prefixes: [], phrases: names }] };
  understood.impliedFilters.push(...statesOf(known, places));
  for (const run of wordsBesides(known, words, places)) {
    for (let at = 0; at < run.length; ) {
      const length = longestPhrase(known, run, at);
      takePhrase(known, run.slice(at, at + length), understood);
      at += length;
    }
  }
  return { ...understood, places, terms: requireSome(understood.terms) };
}

/** The words with their typos corrected, apart from those that name a place; and the places, some of which only a correction shows. */
function correctAroundPlaces(known: Known, written: ReturnType<typeof typedWords>, states: readonly string[]) {
  const places = placesNamed(known, written, states);
  const isInPlace = (position: number) => places.some(({ from, to, sure }) => sure && position >= from && position < to);
  const words = written.map(({ word }, at) => (isInPlace(at) ? word : (correctTypo(known, word) ?? word)));
  if (words.every((word, at) => word === written[at]!.word)) return { words, places };
  const corrected = written.map((typed, at) => ({ ...typed, word: words[at]! }));
  return { words, places: placesNamed(known, corrected, states) };
}

/**
 * The dangers of the phrases in what was typed, each once: in the searched words, typos corrected, and in all that comes after them.
 * A phrase within a longer one does not count by itself: "suicide loss" is grief. One that only overlaps another does: "I can't" does
 * not hide "can't breathe".
 */
function dangersIn({ lexicon: { phrasebook } }: Known, q: string, words: readonly string[]): string[] {
  const all = [...words, ...everyWordOf(fold(q)).slice(words.length)];
  const dangers = new Set<string>();
  let covered = 0;
  for (let at = 0; at < all.length; at++) {
    const phrase = longestRuleAt(phrasebook, all, at);
    if (!phrase || at + phrase.length <= covered) continue;
    covered = at + phrase.length;
    if (phrase.rule.danger) dangers.add(phrase.rule.danger);
  }
  return [...dangers];
}

function longestRuleAt({ rules, longest }: Phrasebook, words: readonly string[], at: number): { rule: Rule; length: number } | null {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const rule = rules.get(words.slice(at, at + length).join(" "));
    if (rule) return { rule, length };
  }
  return null;
}

function correctTypos(known: Known, words: readonly string[]): string[] {
  return words.map((word) => correctTypo(known, word) ?? word);
}

/** What an unknown word most likely means; null where it is known, or no known word is close. */
function correctTypo({ lexicon, text, byName }: Known, word: string): string | null {
  const { phrasebook, commonWords } = lexicon;
  const known =
    phrasebook.words.has(word) || byName.has(word) || completionsOf(text.words, word).length > 0 || commonWords.has(word) || isNumber(word);
  return known || lexicon.isPlaceName(word) ? null : correctionFor(word, candidates(text.words, phrasebook));
}

/** One list after the other: a list of both would be built for each typo. */
function* candidates({ counts }: KnownWords, phrasebook: Phrasebook): Iterable<readonly [word: string, count: number]> {
  yield* counts;
  yield* phrasebook.counts;
}

const minNamePrefix = 6;

/** The names that the whole search begins, at most a dozen, when it is more than one word and no rule knows it: "marijuana anon". */
function namesStartingWith({ byName, sortedNames, lexicon }: Known, words: readonly string[]): string[] {
  const start = words.join("");
  if (words.length < 2 || start.length < minNamePrefix || lexicon.phrasebook.rules.has(words.join(" "))) return [];
  return completionsOf({ sorted: sortedNames }, start).map((key) => byName.get(key)!.name);
}

/** Everyday words are optional only where something more specific was typed. */
function requireSome(terms: Term[]): Term[] {
  return terms.every(({ optional }) => optional) ? terms.map((term) => ({ ...term, optional: false })) : terms;
}

/** How many words from here on make the longest phrase that a rule or a listing's name knows; 1 where none does. */
function longestPhrase({ lexicon: { phrasebook }, byName }: Known, words: readonly string[], at: number): number {
  for (let length = Math.min(phrasebook.longest, words.length - at); length > 1; length--) {
    const phrase = words.slice(at, at + length);
    if (phrasebook.rules.has(phrase.join(" ")) || byName.has(phrase.join(""))) return length;
  }
  return 1;
}

function takePhrase(known: Known, words: readonly string[], understood: Understood): void {
  const typed = words.join(" ");
  const rule = known.lexicon.phrasebook.rules.get(typed);
  const name = known.byName.get(words.join(""))?.name;
  if (rule) applyRule(known, rule, typed, understood);
  else if (name) understood.terms.push({ typed, optional: false, prefixes: [], phrases: [name] });
  else addWord(known, typed, understood);
}

function applyRule({ facets, text }: Known, rule: Rule, typed: string, understood: Understood): void {
  const implied = Object.entries(rule.filter).filter(([name]) => facets.some((facet) => facet.name === name));
  for (const [facet, value] of implied) understood.impliedFilters.push({ facet, value, typed });
  const silent = rule.instead || (implied.length > 0 && rule.means.length === 0);
  const own = silent ? [] : knownPhrase(text.words, typed);
  const phrases = [...own, ...rule.means];
  if (phrases.length > 0) understood.terms.push({ typed, optional: false, prefixes: [], phrases });
  else if (!silent) understood.dropped.push(typed);
}

/** The typed words themselves as a phrase, if all of them occur. */
function knownPhrase({ counts }: KnownWords, typed: string): string[] {
  return typed.split(" ").every((word) => counts.has(word)) ? [typed] : [];
}

function addWord({ text, lexicon }: Known, word: string, understood: Understood): void {
  const prefixes = prefixesOf(text.words, word);
  const optional = lexicon.commonWords.has(word) || isNumber(word);
  if (prefixes.length > 0) understood.terms.push({ typed: word, optional, prefixes, phrases: [] });
  else understood.dropped.push(word);
}

/** A known word is searched as itself; an unknown one as the known words that it begins. */
function prefixesOf(words: KnownWords, word: string): string[] {
  const completions = completionsOf(words, word);
  return completions[0] === word ? [word] : completions;
}

const isNumber = (word: string) => /^\d+$/.test(word);
