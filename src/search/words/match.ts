import { addBit, allBits, type Bits, butNot, countBits, hasBit, noBits } from "../facets/bits.ts";
import { findTerm, rarityOf, synonymWeight, type TextIndex } from "../index/text-index.ts";
import type { OpenCollection } from "../open.ts";
import type { Term, Understood } from "./understood.ts";

/** As many terms of one question are searched, those that weigh most: a bound on the work. */
const maxTerms = 12;

/** More than any words can score: a listing whose name was typed comes first. */
const exactNameBoost = 1e6;

/** Above this a listing is about a term, and does not only mention it once in its text. What such a mention counts beside. */
const minAbout = 1.3;
const mentionWeight = 0.3;

/** What it counts beside that a term is the whole name of a listing, and not a word in it: AA is that before it is a part of Secular AA. */
const wholeNameFrequency = 2;

/** How many are shown where so many have any of the words; not where nearly every word must be there. */
const minTail = 20;
const maxShareWithTail = 0.5;

/** Sums in another order differ by less than this share. */
const tolerance = 1e-5;

/** What words match. */
export interface Matches {
  bits: Bits;
  /** How well each matching position matches; higher is better. */
  scores: Float64Array;
  /** The typed words that none of these has. */
  dropped: string[];
  /** How much of what was said the best is about, 0 to 1: with it one list can be compared to another. */
  relevance: number;
}

/** A search term, the positions that have it, and how much it says that one has it. */
interface FoundTerm {
  term: Term;
  positions: Uint32Array;
  weight: number;
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
  const enough = found.length === 0 ? allBits(text.size) : havingEnough(found, sums, exact ? 1 : minimumMatch);
  const unwanted = understood.terms.filter(({ negated }) => negated).map((term) => positionsAbout(text, term));
  const bits = unwanted.reduce(butNot, enough);
  const relevance = shareAbout(list, understood, found, sums);
  const { scores } = sums;
  for (const position of namedIn(understood, byName)) if (hasBit(bits, position)) scores[position]! += exactNameBoost;
  return { bits, scores, dropped: wordsWithout(found, bits), relevance };
}

/** What matches where no word is known. */
export function noMatches(size: number): Matches {
  return { bits: noBits(size), scores: new Float64Array(size), dropped: [], relevance: 0 };
}

/** What is added up term by term, for each position. All of it only grows, so that the largest so far is the largest. */
interface Sums {
  scores: Float64Array;
  best: number;
  /** The weight of the terms that it has. */
  coverage: Float32Array;
  mostCovered: number;
  /** How many terms it is about; one that it only mentions counts less. */
  about: Float32Array;
}

function emptySums(size: number): Sums {
  return { scores: new Float64Array(size), best: 0, coverage: new Float32Array(size), mostCovered: 0, about: new Float32Array(size) };
}

function addTerm({ text, byName }: OpenCollection, term: Term, sums: Sums): FoundTerm {
  const { scores, coverage, about } = sums;
  const { positions, frequencies } = findTerm(text, term);
  const names = calledOneOf(term, byName);
  const weight = term.weight * rarityOf(positions.length, text.size);
  const said = saidBy(term);
  for (let at = 0; at < positions.length; at++) {
    const position = positions[at]!;
    const frequency = frequencies[at]! + (names.size > 0 ? (names.get(position) ?? 0) : 0);
    const score = scores[position]! + weight * frequency;
    scores[position] = score;
    if (score > scores[sums.best]!) sums.best = position;
    const covered = coverage[position]! + weight;
    coverage[position] = covered;
    if (covered > sums.mostCovered) sums.mostCovered = covered;
    about[position]! += frequency > minAbout ? said : mentionWeight * said;
  }
  return { term, positions, weight };
}

function heaviest(terms: readonly Term[]): readonly Term[] {
  return terms.length <= maxTerms ? terms : [...terms].sort((a, b) => b.weight - a.weight).slice(0, maxTerms);
}

/** The positions that are about a term, not those that mention it in passing. */
function positionsAbout(text: TextIndex, term: Term): Bits {
  const bits = noBits(text.size);
  const { positions, frequencies } = findTerm(text, term);
  for (const [at, position] of positions.entries()) if (frequencies[at]! > minAbout) addBit(bits, position);
  return bits;
}

/** The positions that have this share of the most that any has; where that makes no page, what has less comes after them. */
function havingEnough(found: readonly FoundTerm[], sums: Sums, share: number): Bits {
  const enough = covered(found, sums, share * sums.mostCovered * (1 - tolerance));
  return share < maxShareWithTail && countBits(enough) < minTail ? covered(found, sums, 0) : enough;
}

/** The positions that are covered so much. The lightest terms need no look as long as all of them together are not enough (as in MaxScore). */
function covered(found: readonly FoundTerm[], { coverage }: Sums, least: number): Bits {
  const bits = noBits(coverage.length);
  let lighter = 0;
  for (const { positions, weight } of [...found].sort((a, b) => a.weight - b.weight)) {
    lighter += weight;
    if (lighter < least) continue;
    for (let at = 0; at < positions.length; at++) if (coverage[positions[at]!]! >= least) addBit(bits, positions[at]!);
  }
  return bits;
}

/** The listings of which one of a term's alternatives is the name, and what that counts. */
function calledOneOf({ typed, phrases, synonyms }: Term, byName: OpenCollection["byName"]): Map<number, number> {
  const called = (names: readonly string[], frequency: number) =>
    names.flatMap((name) => byName.get(name.replaceAll(" ", ""))?.positions ?? []).map((position) => [position, frequency] as const);
  return new Map([...called(synonyms, wholeNameFrequency * synonymWeight), ...called([typed, ...phrases], wholeNameFrequency)]);
}

/** Of all that was said (terms, filters, and words that nothing has), the share that the best listing is about. */
function shareAbout({ lexicon }: OpenCollection, { impliedFilters, dropped }: Understood, found: readonly FoundTerm[], sums: Sums): number {
  const { rules } = lexicon.everyPhrase;
  const inTerms = found.reduce((sum, { term }) => sum + (rules.has(term.typed) ? 1 : saidBy(term)), 0);
  const said = inTerms + impliedFilters.length + dropped.length;
  return said === 0 ? 0 : (sums.about[sums.best]! + impliedFilters.length) / said;
}

/** An everyday word is only worth comparing where it means something: "work" does in the library, where it asks whether a thing works. */
function saidBy({ prefixes, weight }: Term): number {
  return prefixes.length > 0 ? Math.min(1, weight) : 1;
}

/** The typed words that none of these positions has. */
function wordsWithout(found: readonly FoundTerm[], bits: Bits): string[] {
  return found.filter(({ positions }) => !positions.some((position) => hasBit(bits, position))).map(({ term }) => term.typed);
}

/** The listings that are called just what was typed, with or without its small words. */
function namedIn({ words, terms }: Understood, byName: OpenCollection["byName"]): readonly number[] {
  const said = terms
    .map(({ typed }) => typed)
    .join("")
    .replaceAll(" ", "");
  return byName.get(words.join(""))?.positions ?? byName.get(said)?.positions ?? [];
}
