import { addBit, allBits, type Bits, listOf, noBits } from "../facets/bits.ts";
import type { TermHits } from "../index/text-index.ts";
import { placeOf, type Scored } from "../top.ts";
import type { Term } from "./understood.ts";

/** A search term, the positions that have it, and how much it says that one has it. */
export interface FoundTerm extends TermHits {
  term: Term;
  weight: number;
}

/** What has enough of the terms, and what it scores. */
export interface Sums extends Scored {
  /** The same positions as a set. */
  bits: Bits;
  /** The most that the terms of any position weigh. */
  mostCovered: number;
}

/** Sums in another order differ by less than this share. */
const tolerance = 1e-5;

/**
 * Adds up what has terms of this `share` of the weight that any position has. The lightest terms alone are not enough, so only what has one
 * of the others is looked at (as in MaxScore): of a rare and a common word that is little. First as if one had all the terms; where none
 * has, once more with what the best of them has.
 */
export function sumUpEnough(found: readonly FoundTerm[], size: number, share: number): Sums {
  const most = found.reduce((sum, { positions, weight }) => sum + (positions.length > 0 ? weight : 0), 0);
  const sums = sumUp(found, withoutLightest(found, share * most), size, share);
  if (sums.mostCovered >= most * (1 - tolerance)) return sums;
  return sumUp(found, withoutLightest(found, share * sums.mostCovered), size, share);
}

/** The terms of which at least one is in whatever is covered so much. */
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
 * Adds up all terms for the positions that have one of `some` of them, and of the most that any of these has this `share`; for every
 * position where there are no terms.
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

/** Whatever has the only term has all there is. */
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

/** Sums by position: to find those of a position in a list of many would take longer than to add to them. */
interface Slate {
  scores: Float64Array;
  /** What the terms that it has weigh. */
  coverage: Float32Array;
}

/** All 0 between questions: arrays for 200,000 positions take longer to make than what most questions add up. */
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

/** To look a position up in the list of a term takes as long as to read so many of it. */
const lookUpCost = 20;

/** Adds a term for a few positions only: for these it is looked up. */
function lookUp({ positions, frequencies, weight }: FoundTerm, few: Uint32Array, { scores, coverage }: Slate): void {
  for (const position of few) {
    const at = placeOf(positions, position);
    if (positions[at] !== position) continue;
    scores[position]! += weight * frequencies[at]!;
    coverage[position]! += weight;
  }
}

/** Of some positions those that have enough, with their sums. */
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

/** Makes what a term was added to 0 again. */
function wipe({ positions }: FoundTerm, { scores, coverage }: Slate): void {
  for (let at = 0; at < positions.length; at++) scores[positions[at]!] = coverage[positions[at]!] = 0;
}
