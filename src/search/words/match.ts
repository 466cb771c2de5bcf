import { addBit, allBits, type Bits, butNot, hasBit, noBits } from "../facets/bits.ts";
import { findTerm, rarityOf, type TextIndex } from "../index/text-index.ts";
import type { OpenCollection } from "../open.ts";
import type { Term, Understood } from "./understand.ts";

/** As many terms of one question are searched, those that weigh most: a bound on the work. */
const maxTerms = 16;

/** More than any words can score: a listing whose name was typed comes first. */
const exactNameBoost = 1e6;

/** Above this a listing is about a term, and does not only mention it once in its text. What such a mention counts beside. */
const minAbout = 1.3;
const mentionWeight = 0.3;

/** What it counts beside that a term is the whole name of a listing, and not a word in it: AA is that before it is a part of Secular AA. */
const wholeNameFrequency = 2;

/** Sums in another order differ by less. */
const tolerance = 1e-9;

/** What words match. */
export interface Matches {
  bits: Bits;
  /** How well each matching position matches; higher is better. */
  scores: Float64Array;
  /** The typed words that none of these has. */
  dropped: string[];
  /** How much of what was said the best is about, 0 to 1: with it one list can be compared to another. */
  aboutness: number;
}

/** A search term and the positions that have it. */
interface FoundTerm {
  typed: string;
  positions: Uint32Array;
}

/**
 * The positions that have enough of what the words say, each scored by BM25: a term counts by its rarity, and no single one must be there.
 * Enough is a share (`minimumMatch`) of the most that any listing has. So a listing that happens to hold every small word does not
 * hide those that are about what was said. Taken exactly, nothing less than the most is enough.
 */
export function matchWords(list: OpenCollection, understood: Understood, exact: boolean): Matches {
  const { text, byName, minimumMatch } = list;
  const sums = emptySums(text.size);
  const wanted = heaviest(understood.terms.filter(({ negated }) => !negated));
  const found = wanted.map((term) => addTerm(list, term, sums));
  const least = (exact ? 1 : minimumMatch) * largestOf(sums.coverage) - tolerance;
  const enough = found.length === 0 ? allBits(text.size) : noBits(text.size);
  for (const { positions } of found) for (const position of positions) if (sums.coverage[position]! >= least) addBit(enough, position);
  const unwanted = understood.terms.filter(({ negated }) => negated).map((term) => positionsAbout(text, term, sums.frequencies));
  const bits = unwanted.reduce(butNot, enough);
  const aboutness = shareAbout(understood, found, sums);
  const { scores } = sums;
  for (const position of namedIn(understood, byName)) if (hasBit(bits, position)) scores[position]! += exactNameBoost;
  return { bits, scores, dropped: wordsWithout(found, bits), aboutness };
}

/** What matches where no word is known. */
export function noMatches(size: number): Matches {
  return { bits: noBits(size), scores: new Float64Array(size), dropped: [], aboutness: 0 };
}

/** What is added up term by term, for each position. */
interface Sums {
  scores: Float64Array;
  /** The weight of the terms that it has. */
  coverage: Float64Array;
  /** How many terms it is about; one that it only mentions counts less. */
  about: Float64Array;
  /** Of the term at hand; else all zero. */
  frequencies: Float64Array;
}

function emptySums(size: number): Sums {
  const zeros = () => new Float64Array(size);
  return { scores: zeros(), coverage: zeros(), about: zeros(), frequencies: zeros() };
}

function addTerm({ text, byName }: OpenCollection, term: Term, { scores, coverage, about, frequencies }: Sums): FoundTerm {
  const positions = findTerm(text, term, frequencies);
  for (const position of calledOneOf(term, byName)) if (frequencies[position]! > 0) frequencies[position]! += wholeNameFrequency;
  const weight = term.weight * rarityOf(positions.length, text.size);
  for (const position of positions) {
    const frequency = frequencies[position]!;
    scores[position]! += weight * frequency;
    coverage[position]! += weight;
    about[position]! += frequency > minAbout ? 1 : mentionWeight;
    frequencies[position] = 0;
  }
  return { typed: term.typed, positions };
}

function heaviest(terms: readonly Term[]): readonly Term[] {
  return terms.length <= maxTerms ? terms : [...terms].sort((a, b) => b.weight - a.weight).slice(0, maxTerms);
}

/** The positions that are about a term, not those that mention it in passing. */
function positionsAbout(text: TextIndex, term: Term, frequencies: Float64Array): Bits {
  const bits = noBits(text.size);
  for (const position of findTerm(text, term, frequencies)) {
    if (frequencies[position]! > minAbout) addBit(bits, position);
    frequencies[position] = 0;
  }
  return bits;
}

/** The listings of which one of a term's alternatives is the name. */
function calledOneOf({ typed, phrases, synonyms }: Term, byName: OpenCollection["byName"]): number[] {
  const names = new Set([typed, ...phrases, ...synonyms].map((words) => words.replaceAll(" ", "")));
  return [...new Set([...names].flatMap((name) => byName.get(name)?.positions ?? []))];
}

/** Of all that was said (terms, filters, and words that nothing has), the share that the best listing is about; all of them count alike. */
function shareAbout({ impliedFilters, dropped }: Understood, found: readonly FoundTerm[], { scores, about }: Sums): number {
  const said = found.length + impliedFilters.length + dropped.length;
  const best = scores.indexOf(largestOf(scores));
  return said === 0 || best === -1 ? 0 : (about[best]! + impliedFilters.length) / said;
}

/** The typed words that none of these positions has. */
function wordsWithout(found: readonly FoundTerm[], bits: Bits): string[] {
  return found.filter(({ positions }) => !positions.some((position) => hasBit(bits, position))).map(({ typed }) => typed);
}

function largestOf(numbers: Float64Array): number {
  let largest = 0;
  for (const number of numbers) if (number > largest) largest = number;
  return largest;
}

/** The listings that are called just what was typed, with or without its small words. */
function namedIn({ words, terms }: Understood, byName: OpenCollection["byName"]): readonly number[] {
  const said = terms
    .map(({ typed }) => typed)
    .join("")
    .replaceAll(" ", "");
  return byName.get(words.join(""))?.positions ?? byName.get(said)?.positions ?? [];
}
