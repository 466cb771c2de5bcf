import { addBit, allBits, type Bits, listOf, noBits } from "../facets/bits.ts";
import type { TermHits } from "../index/text-index.ts";
import type { Scored } from "../top.ts";
import type { Term } from "./understood.ts";

/** A search term, the positions that have it, and how much it says that one has it. */
export interface FoundTerm extends TermHits {
  term: Term;
  weight: number;
}

/** What is added up term by term, for each position that may be found. */
export interface Sums extends Scored {
  /** The weight of the terms that it has. */
  coverage: Float32Array;
  mostCovered: number;
}

/** Sums in another order differ by less than this share. */
const tolerance = 1e-5;

/**
 * Adds up what may have this `share` of the most that any position has. The lightest terms alone are not enough, so only what has one of
 * the others is looked at (as in MaxScore): of a rare and a common word that is little. First as if one had all the terms; where none has,
 * once more with what the best of them has.
 */
export function sumUpEnough(found: readonly FoundTerm[], size: number, share: number): Sums {
  const most = found.reduce((sum, { positions, weight }) => sum + (positions.length > 0 ? weight : 0), 0);
  const sums = sumUp(found, withoutLightest(found, share * most), size);
  if (sums.mostCovered >= most * (1 - tolerance)) return sums;
  return sumUp(found, withoutLightest(found, share * sums.mostCovered), size);
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

/** Adds up all terms for the positions that have one of `some` of them; for every position where there are no terms. */
export function sumUp(found: readonly FoundTerm[], some: readonly FoundTerm[], size: number): Sums {
  const positions = found.length === 0 ? listOf(allBits(size)) : inAny(some, size);
  const [scores, coverage] = [new Float64Array(positions.length), new Float32Array(positions.length)];
  let mostCovered = 0;
  for (const { positions: own, frequencies, weight } of found) {
    for (let at = 0, place = 0; at < own.length && place < positions.length; at++) {
      const position = own[at]!;
      while (positions[place]! < position) place++;
      if (positions[place] !== position) continue;
      scores[place]! += weight * frequencies[at]!;
      const covered = coverage[place]! + weight;
      coverage[place] = covered;
      if (covered > mostCovered) mostCovered = covered;
    }
  }
  return { positions, scores, coverage, mostCovered };
}

function inAny(found: readonly FoundTerm[], size: number): Uint32Array {
  const [only, another] = found;
  if (only !== undefined && another === undefined) return only.positions;
  const any = noBits(size);
  for (const { positions } of found) for (let at = 0; at < positions.length; at++) addBit(any, positions[at]!);
  return listOf(any);
}

/** The positions that are covered so much. */
export function coveredSoMuch({ positions, coverage }: Sums, size: number, least: number): Bits {
  const bits = noBits(size);
  for (let place = 0; place < positions.length; place++) if (coverage[place]! >= least * (1 - tolerance)) addBit(bits, positions[place]!);
  return bits;
}
