import { addBit, type Bits, butNot, countBits, hasBit, listOf, noBits } from "../facets/bits.ts";
import { findTerm, rarityOf, synonymWeight, type TermHits, type TextIndex } from "../index/text-index.ts";
import type { OpenCollection } from "../open.ts";
import { placeOf, type Scored } from "../top.ts";
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

/** What words match: each position that has any of them with how well it matches. */
export interface Matches extends Scored {
  /** Those that match well enough. */
  bits: Bits;
  /** The typed words that none of these has. */
  dropped: string[];
  /** How much of what was said the best is about, 0 to 1: with it one list can be compared to another. */
  relevance: number;
}

/** A search term, the positions that have it, and how much it says that one has it. */
interface FoundTerm extends TermHits {
  term: Term;
  /** What it counts beside that one of the term's alternatives is the whole name, by position. */
  names: ReadonlyMap<number, number>;
  weight: number;
}

/**
 * The positions that have enough of what the words say, each scored by BM25: a term counts by its rarity, and no single one must be there.
 * Enough is a share (`minimumMatch`) of the most that any listing has. So a listing that happens to hold every small word does not
 * hide those that are about what was said. Taken exactly, nothing less than the most is enough.
 */
export function matchWords(list: OpenCollection, understood: Understood, exact: boolean): Matches {
  const { text, byName, minimumMatch } = list;
  const found = heaviest(understood.terms.filter(({ negated }) => !negated)).map((term) => find(list, term));
  const sums = sumUp(found, text.size);
  const enough = havingEnough(sums, text.size, exact ? 1 : minimumMatch);
  const unwanted = understood.terms.filter(({ negated }) => negated).map((term) => positionsAbout(text, term));
  const bits = unwanted.reduce(butNot, enough);
  const { positions, scores } = sums;
  const relevance = shareAbout(list, understood, found, positions[sums.best] ?? null);
  for (const position of namedIn(understood, byName)) if (hasBit(bits, position)) scores[placeOf(positions, position)]! += exactNameBoost;
  return { bits, positions, scores, dropped: wordsWithout(found, bits), relevance };
}

/** What matches where no word is known. */
export function noMatches(size: number): Matches {
  return { bits: noBits(size), positions: new Uint32Array(), scores: new Float64Array(), dropped: [], relevance: 0 };
}

function find({ text, byName }: OpenCollection, term: Term): FoundTerm {
  const { positions, frequencies } = findTerm(text, term);
  const weight = term.weight * rarityOf(positions.length, text.size);
  return { term, positions, frequencies, names: calledOneOf(term, byName), weight };
}

/** What is added up term by term, for each position that has any. All of it only grows, so that the largest so far is the largest. */
interface Sums extends Scored {
  /** The place of the highest score. */
  best: number;
  /** The weight of the terms that it has. */
  coverage: Float32Array;
  mostCovered: number;
}

function sumUp(found: readonly FoundTerm[], size: number): Sums {
  const positions = inAny(found, size);
  const [scores, coverage] = [new Float64Array(positions.length), new Float32Array(positions.length)];
  let [best, mostCovered] = [0, 0];
  for (const term of found) {
    for (let at = 0, place = 0; at < term.positions.length; at++) {
      while (positions[place]! < term.positions[at]!) place++;
      const score = scores[place]! + term.weight * frequencyAt(term, at);
      scores[place] = score;
      if (score > scores[best]!) best = place;
      const covered = coverage[place]! + term.weight;
      coverage[place] = covered;
      if (covered > mostCovered) mostCovered = covered;
    }
  }
  return { positions, scores, best, coverage, mostCovered };
}

/** The positions that have any of the terms; all of them where there is none. */
function inAny(found: readonly FoundTerm[], size: number): Uint32Array {
  const [only, another] = found;
  if (only === undefined) return Uint32Array.from({ length: size }, (_, position) => position);
  if (another === undefined) return only.positions;
  const any = noBits(size);
  for (const { positions } of found) for (let at = 0; at < positions.length; at++) addBit(any, positions[at]!);
  return listOf(any);
}

function frequencyAt({ positions, frequencies, names }: Pick<FoundTerm, "positions" | "frequencies" | "names">, at: number): number {
  return frequencies[at]! + (names.size > 0 ? (names.get(positions[at]!) ?? 0) : 0);
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
function havingEnough(sums: Sums, size: number, share: number): Bits {
  const enough = covered(sums, size, share * sums.mostCovered * (1 - tolerance));
  return share < maxShareWithTail && countBits(enough) < minTail ? covered(sums, size, 0) : enough;
}

/** The positions that are covered so much. */
function covered({ positions, coverage }: Sums, size: number, least: number): Bits {
  const bits = noBits(size);
  for (let place = 0; place < positions.length; place++) if (coverage[place]! >= least) addBit(bits, positions[place]!);
  return bits;
}

/** The listings of which one of a term's alternatives is the name, and what that counts. */
function calledOneOf({ typed, phrases, synonyms }: Term, byName: OpenCollection["byName"]): Map<number, number> {
  const called = (names: readonly string[], frequency: number) =>
    names.flatMap((name) => byName.get(name.replaceAll(" ", ""))?.positions ?? []).map((position) => [position, frequency] as const);
  return new Map([...called(synonyms, wholeNameFrequency * synonymWeight), ...called([typed, ...phrases], wholeNameFrequency)]);
}

/** Of all that was said (terms, filters, and words that nothing has), the share that the best listing is about. */
function shareAbout(
  { lexicon }: OpenCollection,
  { impliedFilters, dropped }: Understood,
  found: readonly FoundTerm[],
  best: number | null,
): number {
  const { rules } = lexicon.everyPhrase;
  const inTerms = found.reduce((sum, { term }) => sum + (rules.has(term.typed) ? 1 : saidBy(term)), 0);
  const said = inTerms + impliedFilters.length + dropped.length;
  const about = best === null ? 0 : found.reduce((sum, one) => sum + aboutTerm(one, best), 0);
  return said === 0 ? 0 : (about + impliedFilters.length) / said;
}

/** How much of a term a listing is about: what it only mentions counts less. */
function aboutTerm(found: FoundTerm, position: number): number {
  const at = placeOf(found.positions, position);
  if (found.positions[at] !== position) return 0;
  return frequencyAt(found, at) > minAbout ? saidBy(found.term) : mentionWeight * saidBy(found.term);
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
