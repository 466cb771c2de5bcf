import { addBit, allBits, type Bits, listOf, noBits } from "../facets/bits.ts";
import type { TermHits } from "../index/text-index.ts";
import { placeOf, type Scored } from "../top.ts";
import type { Term } from "./understood.ts";

/** A search term, the positions that have it, and its weight. */
export interface FoundTerm extends TermHits {
  term: Term;
  weight: number;
}

/** The positions that match enough of the terms, and their scores. */
export interface Sums extends Scored {
  /** The same positions as a set. */
  bits: Bits;
  /** Highest total weight of the terms of any position. */
  mostCovered: number;
}

/** Relative difference that the order of summation can make. */
const tolerance = 1e-5;

/**
 * Adds up the scores of positions whose terms have at least this `share` of the highest weight that any position has. The lightest terms
 * alone are not enough, so only positions with one of the others are examined (as in MaxScore), which for a rare and a common word are few.
 * First assumes that some position has all the terms; if none does, repeats with the highest weight found.
 */
export function sumUpEnough(found: readonly FoundTerm[], size: number, share: number): Sums {
  const most = found.reduce((sum, { positions, weight }) => sum + (positions.length > 0 ? weight : 0), 0);
  const sums = sumUp(found, withoutLightest(found, share * most), size, share);
  if (sums.mostCovered >= most * (1 - tolerance)) return sums;
  return sumUp(found, withoutLightest(found, share * sums.mostCovered), size, share);
}

/** Returns the terms of which every position with at least this total weight must have one. */
function withoutLightest(found: readonly FoundTerm[], least: number): FoundTerm[] {
  let lighter = 0;
  return found
    .filter(({ positions }) => positions.length > 0)
    .sort((a, b) => a.weight - b.weight)
    .filter(({ weight }) => {
      lighter += weight;
      return lighter >= least * (1 - tolerance);
    });
}

/**
 * Adds up all terms for the positions that have one of `some`, and keeps those with at least this `share` of the highest weight; all
 * positions where there are no terms.
 */
export function sumUp(found: readonly FoundTerm[], some: readonly FoundTerm[], size: number, share: number): Sums {
  const any = found.length === 0 ? allBits(size) : inAny(some, size);
  const [only, another] = found;
  if (only !== undefined && another === undefined) return sumsOfOne(only, any);
  const positions = listOf(any);
  const isLong = (one: FoundTerm) => one.positions.length > positions.length * lookUpCost;
  const slate = cleanSlate(size);
  for (const one of found) {
    if (isLong(one)) lookUp(one, positions, slate);
    else addUp(one, slate);
  }
  const sums = sumsAt(positions, slate, size, share);
  for (const one of found) if (!isLong(one)) wipe(one, slate);
  return sums;
}

/** Sums for a single term: every position that has it has the full weight. */
function sumsOfOne({ positions, frequencies, weight }: FoundTerm, bits: Bits): Sums {
  const scores = new Float64Array(positions.length);
  for (let at = 0; at < positions.length; at++) scores[at] = weight * frequencies[at]!;
  return { bits, positions, scores, mostCovered: positions.length > 0 ? weight : 0 };
}

function inAny(found: readonly FoundTerm[], size: number): Bits {
  if (found.some(({ positions }) => positions.length === size)) return allBits(size);
  const any = noBits(size);
  for (const { positions } of found) for (let at = 0; at < positions.length; at++) addBit(any, positions[at]!);
  return any;
}

/** Sums by position: searching for each position in a sorted list would take longer than adding to these arrays. */
interface Slate {
  scores: Float64Array;
  /** Total weight of the terms that it has. */
  coverage: Float32Array;
}

/** All 0 between queries. Reused, because allocating arrays for 200,000 positions takes longer than most sums. */
let kept: Slate = { scores: new Float64Array(), coverage: new Float32Array() };

function cleanSlate(size: number): Slate {
  if (kept.scores.length < size) kept = { scores: new Float64Array(size), coverage: new Float32Array(size) };
  return kept;
}

function addUp({ positions, frequencies, weight }: FoundTerm, { scores, coverage }: Slate): void {
  for (let at = 0; at < positions.length; at++) {
    const position = positions[at]!;
    scores[position]! += weight * frequencies[at]!;
    coverage[position]! += weight;
  }
}

/** Looking up a position in a term's list takes as long as reading this many of its entries. */
const lookUpCost = 20;

/** Adds a term for a few positions only, by looking up each in the term's list. */
function lookUp({ positions, frequencies, weight }: FoundTerm, few: Uint32Array, { scores, coverage }: Slate): void {
  for (const position of few) {
    const at = placeOf(positions, position);
    if (positions[at] !== position) continue;
    scores[position]! += weight * frequencies[at]!;
    coverage[position]! += weight;
  }
}

/** Returns those positions that match enough, with their sums. */
function sumsAt(some: Uint32Array, { scores, coverage }: Slate, size: number, share: number): Sums {
  let mostCovered = 0;
  for (let at = 0; at < some.length; at++) mostCovered = Math.max(mostCovered, coverage[some[at]!]!);
  const least = share * mostCovered * (1 - tolerance);
  const bits = noBits(size);
  for (let at = 0; at < some.length; at++) if (coverage[some[at]!]! >= least) addBit(bits, some[at]!);
  const positions = listOf(bits);
  const taken = new Float64Array(positions.length);
  for (let place = 0; place < positions.length; place++) taken[place] = scores[positions[place]!]!;
  return { bits, positions, scores: taken, mostCovered };
}

/** Resets the entries of a term to 0. */
function wipe({ positions }: FoundTerm, { scores, coverage }: Slate): void {
  for (let at = 0; at < positions.length; at++) scores[positions[at]!] = coverage[positions[at]!] = 0;
}
