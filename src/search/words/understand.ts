import { isTown } from "../../places/find.ts";
import type { OpenCollection } from "../collection.ts";
import { commonWords } from "./common-words.ts";
import type { Rule } from "./phrasebook.ts";
import { type Alternatives, completionsOf, type Vocabulary, wordsOf } from "./text.ts";
import { meantBy } from "./typos.ts";

/** What somebody's words were taken to mean. */
export interface Understood {
  /** The words, typos put right. */
  words: string[];
  /** Each must be found, by one of its alternatives. */
  groups: Group[];
  /** Words that are really filters, with the words that said so. */
  filters: { facet: string; value: string; typed: string }[];
  /** The lines to call at once, where the words speak of danger: a fact about the words, whatever the list and whatever it finds. */
  crisis: string[];
  /** Words taken for a typo, and what was searched instead. */
  corrected: { typed: string; taken: string }[];
  /** Words that find nothing and were left out. */
  dropped: string[];
}

/** One thing said, and the ways to find it. */
export interface Group extends Alternatives {
  typed: string;
  /** True for everyday words beside telling ones: what has them comes first, but nothing must. */
  optional: boolean;
}

/** Takes the words as they are: no synonyms, no filters, no corrections. Danger is danger all the same. */
export function takeLiterally({ phrasebook, text }: Pick<Known, "phrasebook" | "text">, q: string): Understood {
  const words = wordsOf(q);
  return {
    ...nothing(),
    words,
    crisis: crisisIn(phrasebook, words),
    groups: words.map((word) => ({ typed: word, optional: false, starts: startsOf(text.vocabulary, word), phrases: [] })),
  };
}

/** What has to be known of a collection to understand words about it. */
type Known = Pick<OpenCollection, "db" | "facets" | "phrasebook" | "text" | "called" | "calledSorted">;

/** Makes sense of the words: typos first, then the longest phrases that the phrasebook knows, then the single words that are left. */
export function understand(known: Known, q: string): Understood {
  const understood = nothing();
  const words = wordsOf(q).map((word) => corrected(known, word, understood));
  understood.words = words;
  understood.crisis = crisisIn(known.phrasebook, words);
  const begun = namesBegunBy(known, words);
  if (begun.length > 0) return { ...understood, groups: [{ typed: words.join(" "), optional: false, starts: [], phrases: begun }] };
  for (let at = 0; at < words.length; ) {
    const length = longestPhrase(known, words, at);
    takePhrase(known, words.slice(at, at + length), understood);
    at += length;
  }
  return { ...understood, groups: withoutEveryday(understood.groups) };
}

function nothing(): Understood {
  return { words: [], groups: [], filters: [], crisis: [], corrected: [], dropped: [] };
}

/** The crisis lines of the phrases in these words, each once. Of overlapping phrases the longest counts: "suicide loss" is grief. */
function crisisIn({ rules, longest }: Known["phrasebook"], words: readonly string[]): string[] {
  const lines = new Set<string>();
  for (let at = 0; at < words.length; ) {
    let length = Math.min(longest, words.length - at);
    while (length > 1 && !rules.has(words.slice(at, at + length).join(" "))) length--;
    const line = rules.get(words.slice(at, at + length).join(" "))?.crisis;
    if (line) lines.add(line);
    at += length;
  }
  return [...lines];
}

function corrected({ db, phrasebook, text: { vocabulary }, called }: Known, word: string, understood: Understood): string {
  const known =
    phrasebook.words.has(word) || called.has(word) || completionsOf(vocabulary, word).length > 0 || commonWords.has(word) || isNumber(word);
  // Missoula is no slip of the pen for Missouri.
  const taken = known || isTown(db, word) ? null : meantBy(knownWords(vocabulary, phrasebook), word);
  if (taken === null) return word;
  understood.corrected.push({ typed: word, taken });
  return taken;
}

/** One after the other, since a list of both would be made anew for each typo. */
function* knownWords({ counts }: Vocabulary, phrasebook: Known["phrasebook"]): Iterable<readonly [word: string, count: number]> {
  yield* counts;
  yield* phrasebook.counts;
}

const shortestBeginning = 6;

/** The names that the whole search begins, at most a dozen, when it is more than one word and no rule knows it: "marijuana anon". */
function namesBegunBy({ called, calledSorted, phrasebook }: Known, words: readonly string[]): string[] {
  const start = words.join("");
  if (words.length < 2 || start.length < shortestBeginning || phrasebook.rules.has(words.join(" "))) return [];
  return completionsOf({ sorted: calledSorted }, start).map((key) => called.get(key)!.name);
}

/** Everyday words are asked for only where nothing more telling was said. */
function withoutEveryday(groups: Group[]): Group[] {
  return groups.every(({ optional }) => optional) ? groups.map((group) => ({ ...group, optional: false })) : groups;
}

/** How many words from here on make the longest phrase that a rule or a listing's name knows; 1 where none does. */
function longestPhrase({ phrasebook, called }: Known, words: readonly string[], at: number): number {
  for (let length = Math.min(phrasebook.longest, words.length - at); length > 1; length--) {
    const phrase = words.slice(at, at + length);
    if (phrasebook.rules.has(phrase.join(" ")) || called.has(phrase.join(""))) return length;
  }
  return 1;
}

function takePhrase(known: Known, words: readonly string[], understood: Understood): void {
  const typed = words.join(" ");
  const rule = known.phrasebook.rules.get(typed);
  const name = known.called.get(words.join(""))?.name;
  if (rule) applyRule(known, rule, typed, understood);
  else if (name) understood.groups.push({ typed, optional: false, starts: [], phrases: [name] });
  else addWord(known.text.vocabulary, typed, understood);
}

function applyRule({ facets, text: { vocabulary } }: Known, rule: Rule, typed: string, understood: Understood): void {
  const wishes = Object.entries(rule.filter).filter(([name]) => facets.some((facet) => facet.name === name));
  for (const [facet, value] of wishes) understood.filters.push({ facet, value, typed });
  const silent = rule.instead || (wishes.length > 0 && rule.means.length === 0);
  const own = silent ? [] : knownPhrase(vocabulary, typed);
  const phrases = [...own, ...rule.means];
  if (phrases.length > 0) understood.groups.push({ typed, optional: false, starts: [], phrases });
  else if (!silent) understood.dropped.push(typed);
}

/** The typed words themselves, if all of them occur: as a phrase. */
function knownPhrase({ counts }: Vocabulary, typed: string): string[] {
  return typed.split(" ").every((word) => counts.has(word)) ? [typed] : [];
}

function addWord(vocabulary: Vocabulary, word: string, understood: Understood): void {
  const starts = startsOf(vocabulary, word);
  if (starts.length > 0) understood.groups.push({ typed: word, optional: commonWords.has(word) || isNumber(word), starts, phrases: [] });
  else understood.dropped.push(word);
}

/** A known word stands for itself; an unknown one for the known words that it begins. */
function startsOf(vocabulary: Vocabulary, word: string): string[] {
  const completions = completionsOf(vocabulary, word);
  return completions[0] === word ? [word] : completions;
}

const isNumber = (word: string) => /^\d+$/.test(word);
